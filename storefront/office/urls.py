"""Addresses of the officers' screens."""

from django.urls import path

from storefront.web import converters  # noqa: F401  (used in addresses)

from .alerts import views as alerts
from .certificates import views as certificates
from .claims import views as claims
from .evidence import views as evidence
from .exports import views as exports
from .feedback import views as feedback
from .home import views as home
from .listings import views as listings
from .messages import views as messages
from .payments import views as payments
from .recalls import views as recalls
from .sales import views as sales
from .searches import views as searches
from .second_factor import views as second_factor
from .suspicions import views as suspicions
from .tax import views as tax
from .vouchers import views as vouchers

urlpatterns = [
    path("theo-doi/can-bo/", home.home, name="office-home"),
    path("theo-doi/can-bo/thu-hoi/", recalls.officer_list, name="office-recalls"),
    path("theo-doi/can-bo/thu-hoi/moi/", recalls.officer_new, name="office-recall-new"),
    path("theo-doi/can-bo/thu-hoi/<key:pk>/", recalls.officer_detail, name="office-recall"),
    path("theo-doi/can-bo/thu-hoi/<key:pk>/ket-thuc/", recalls.officer_end, name="office-recall-end"),
    path("theo-doi/can-bo/thu-hoi/chung-nhan/<key:pk>/", certificates.certificate, name="office-certificate"),
    path("theo-doi/can-bo/nghi-ngo/", suspicions.officer_list, name="office-suspicions"),
    path("theo-doi/can-bo/nghi-ngo/<key:pk>/", suspicions.officer_detail, name="office-suspicion"),
    path("theo-doi/can-bo/ban-sao/", alerts.alert_list, name="office-alerts"),
    path("theo-doi/can-bo/ban-sao/<key:pk>/", alerts.alert, name="office-alert"),
    path("theo-doi/can-bo/bang-chung/<key:pk>/", evidence.evidence, name="office-evidence"),
    path("theo-doi/can-bo/bang-chung/<key:pk>/ban-sao/", evidence.evidence_copy, name="office-evidence-copy"),
    path("theo-doi/can-bo/bang-chung/<key:pk>/ban-goc/", evidence.evidence_original, name="office-evidence-original"),
    path("theo-doi/can-bo/du-lieu/", exports.officer_exports, name="office-exports"),
    path("theo-doi/can-bo/du-lieu/bao-cao/", exports.data_request, name="office-data-request"),
    path("theo-doi/can-bo/du-lieu/gui/<key:pk>/", exports.retry, name="office-portal-retry"),
    path("theo-doi/can-bo/tim-kiem/", searches.search_report, name="office-searches"),
    path("theo-doi/can-bo/tim-kiem/tai-ve.csv", searches.search_report_csv, name="office-searches-csv"),
    path("theo-doi/can-bo/hang-hoa/", listings.listing_changes, name="office-listings"),
    path("theo-doi/can-bo/hang-hoa/<key:pk>/", listings.listing_change, name="office-listing"),
    path("theo-doi/can-bo/thanh-toan/", payments.payments, name="office-payments"),
    path("theo-doi/can-bo/thanh-toan/<key:pk>/", payments.payment, name="office-payment"),
    path("theo-doi/can-bo/thanh-toan/tien-vao/<key:pk>/", payments.receipt, name="office-receipt"),
    path("theo-doi/can-bo/thanh-toan/sao-ke/<key:pk>/", payments.statement, name="office-statement"),
    path("theo-doi/can-bo/thanh-toan/thong-bao/<key:pk>/", payments.notice, name="office-notice"),
    path("theo-doi/can-bo/thanh-toan/tai-khoan/", payments.account_new, name="office-account-new"),
    path("theo-doi/can-bo/thanh-toan/tai-khoan/<key:pk>/", payments.account, name="office-account"),
    path("theo-doi/can-bo/thanh-toan/thua/<key:pk>/", payments.surplus, name="office-surplus"),
    path("theo-doi/can-bo/thanh-toan/hoan/<key:pk>/", payments.refund, name="office-refund"),
    path("theo-doi/can-bo/ban-hang/", sales.sales, name="office-sales"),
    path("theo-doi/can-bo/ban-hang/tai-ve.xlsx", sales.sales_xlsx, name="office-sales-xlsx"),
    path("theo-doi/can-bo/ma-giam-gia/", vouchers.vouchers, name="office-vouchers"),
    path("theo-doi/can-bo/khieu-nai/", claims.claims, name="office-claims"),
    path("theo-doi/can-bo/khieu-nai/<key:pk>/", claims.claim, name="office-claim"),
    path("theo-doi/can-bo/y-kien/", feedback.feedback, name="office-feedback"),
    path("theo-doi/can-bo/y-kien/<slug:kind>/<key:pk>/", feedback.item, name="office-feedback-item"),
    path("theo-doi/can-bo/thu/", messages.failed_mails, name="office-messages"),
    path("theo-doi/can-bo/thue/", tax.report, name="office-tax"),
    path("theo-doi/can-bo/thue/khau-tru.xlsx", tax.withheld_xlsx, name="office-tax-withheld"),
    path("theo-doi/can-bo/thue/hoa-don.xlsx", tax.invoices_xlsx, name="office-tax-xlsx"),
    path("theo-doi/can-bo/thue/hoa-don.csv", tax.invoices_csv, name="office-tax-csv"),
    path("theo-doi/can-bo/hai-lop/", second_factor.resets, name="office-second-factor-resets"),
    path("theo-doi/can-bo/hai-lop/<key:pk>/", second_factor.answer, name="office-second-factor-reset-answer"),
]
