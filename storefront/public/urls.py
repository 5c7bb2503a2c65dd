"""Addresses of the pages for everybody: the register, scans, recalls, what visitors send."""

from django.urls import path, register_converter

from storefront.web import converters  # noqa: F401  (used in addresses)
from storefront.web.caching.units import shows_no_units

from . import design_mail
from .complaints import views as complaints
from .design import design
from .questions import views as questions
from .recalls import views as recalls
from .register import views as register
from .register.groups import GroupCode
from .register.lookup import certificate_lookup
from .scan import views as scan
from .seo import urls as seo
from .stock_alerts import views as stock_alerts
from .suspicions import views as suspicions

register_converter(GroupCode, "group")

in_both_languages = [
    path("", shows_no_units(register.home), name="home"),
    path("san-pham/<slug:slug>/", register.product, name="product"),
    path("san-pham/<slug:slug>/hoi-dap/", questions.questions, name="product-questions"),
    path("san-pham/<slug:slug>/hoi-dap/<str:reference>/", questions.question, name="product-question"),
    path("san-pham/<slug:slug>/bao-khi-co-hang/", stock_alerts.stock_alert, name="stock-alert"),
    path("san-pham/<slug:slug>/bao-khi-co-hang/<signed:key>/", stock_alerts.chosen, name="stock-alert-chosen"),
    path("san-pham/<slug:slug>/lo/<path:code>/", shows_no_units(scan.product_lot), name="product-lot"),
    path("nhom/", shows_no_units(register.group_list), name="group-list"),
    path("nhom/<group:code>/", shows_no_units(register.group), name="group"),
    path("chu-the/", shows_no_units(register.producer_list), name="producer-list"),
    path("chu-the/<slug:slug>/", shows_no_units(register.producer), name="producer"),
    path("vung/", shows_no_units(register.area_list), name="area-list"),
    path("vung/<slug:slug>/", shows_no_units(register.area), name="area"),
    path("tra-cuu/", shows_no_units(certificate_lookup), name="certificate-lookup"),
    path("q/<str:code>.svg", scan.stamp_svg, name="stamp-svg"),
    path("q/<str:code>.png", scan.stamp_png, name="stamp-png"),
    path("q/<str:code>/dau.gif", scan.scan_mark, name="scan-mark"),
    path("q/<str:code>/noi-quet/", scan.scan_place, name="scan-place"),
    path("q/<str:code>", shows_no_units(shows_no_units(scan.stamp)), name="stamp"),
    path("q/<str:code>/", scan.stamp),
    path("tem/<path:path>", scan.digital_link, name="digital-link-verdict"),
    path("thu-hoi/", shows_no_units(recalls.recall_list), name="recall-list"),
    path("thu-hoi/<key:pk>/", shows_no_units(recalls.recall), name="recall"),
    path("bao-nghi-ngo/", shows_no_units(suspicions.suspicion), name="suspicion"),
    path("bao-nghi-ngo/<str:reference>/", suspicions.received, name="suspicion-received"),
    path("gop-y/", shows_no_units(complaints.complaint), name="complaint"),
    path("gop-y/<str:reference>/", complaints.received, name="complaint-received"),
    path("design/", design, name="design"),
    path("design/mail/", design_mail.kinds, name="design-mails"),
    path("design/mail/<slug:kind>/", design_mail.kind, name="design-mail"),
    path("design/mail/<slug:kind>/<key:number>/<slug:in_language>.html", design_mail.page, name="design-mail-page"),
    *seo.in_both_languages,
]
without_language = seo.without_language
