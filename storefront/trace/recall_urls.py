"""Addresses of recalls, reports of suspicion, evidence and exports."""

from django.urls import path

from storefront import converters  # noqa: F401  (used in addresses)

from . import certificate_views as certificates
from . import evidence_views as evidence
from . import export_views as exports
from . import notice_views as notices
from . import recall_views as recalls
from . import report_views as reports

urlpatterns = [
    path("thu-hoi/", recalls.recall_list, name="recall-list"),
    path("thu-hoi/<key:pk>/", recalls.recall, name="recall"),
    path("bao-nghi-ngo/", reports.suspicion, name="suspicion"),
    path("bao-nghi-ngo/<str:reference>/", reports.received, name="suspicion-received"),
    path("theo-doi/can-bo/thu-hoi/", recalls.officer_list, name="trace-officer-recalls"),
    path("theo-doi/can-bo/thu-hoi/moi/", recalls.officer_new, name="trace-officer-recall-new"),
    path("theo-doi/can-bo/thu-hoi/<key:pk>/", recalls.officer_detail, name="trace-officer-recall"),
    path("theo-doi/can-bo/thu-hoi/chung-nhan/<key:pk>/", certificates.certificate, name="trace-officer-certificate"),
    path("theo-doi/can-bo/thu-hoi/<key:pk>/ket-thuc/", recalls.officer_end, name="trace-officer-recall-end"),
    path("theo-doi/can-bo/nghi-ngo/", reports.officer_list, name="trace-officer-suspicions"),
    path("theo-doi/can-bo/nghi-ngo/<key:pk>/", reports.officer_detail, name="trace-officer-suspicion"),
    path("theo-doi/can-bo/bang-chung/<key:pk>/", evidence.evidence, name="trace-evidence"),
    path("theo-doi/can-bo/bang-chung/<key:pk>/ban-sao/", evidence.evidence_copy, name="trace-evidence-copy"),
    path("theo-doi/can-bo/bang-chung/<key:pk>/ban-goc/", evidence.evidence_original, name="trace-evidence-original"),
    path("theo-doi/can-bo/du-lieu/", exports.officer_exports, name="trace-officer-exports"),
    path("theo-doi/can-bo/du-lieu/bao-cao/", exports.data_request, name="trace-data-request"),
    path("theo-doi/can-bo/du-lieu/gui/<key:pk>/", exports.retry, name="trace-portal-retry"),
    path("theo-doi/diem-ban/<key:pk>/thu-hoi/", notices.notices, name="sales-point-notices"),
    path("theo-doi/diem-ban/<key:pk>/thu-hoi/<key:notice_id>/", notices.confirm, name="sales-point-notice"),
]
