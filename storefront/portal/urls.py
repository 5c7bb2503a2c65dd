"""Addresses of the producer's screens."""

from django.urls import path

from storefront.web import converters  # noqa: F401  (used in addresses)

from .bank_account import views as bank_accounts
from .claims import views as claims
from .delivery import views as delivery
from .events import views as events
from .feedback import views as feedback
from .home import views as home
from .lots import views as lots
from .mails import views as mails
from .orders import bulk, picking
from .orders import views as orders
from .papers import views as papers
from .printing import views as prints
from .products import sheets
from .products import views as products
from .sales import views as sales
from .stamps import views as stamps
from .tax import views as tax
from .vouchers import views as vouchers

urlpatterns = [
    path("theo-doi/", home.home, name="portal-home"),
    path("theo-doi/<key:producer_pk>/", lots.lots, name="portal-lots"),
    path("theo-doi/<key:producer_pk>/lo-moi/", lots.lot_new, name="portal-lot-new"),
    path("theo-doi/<key:producer_pk>/dia-diem/", lots.places, name="portal-places"),
    path("theo-doi/<key:producer_pk>/tem/", stamps.batches, name="portal-batches"),
    path("theo-doi/<key:producer_pk>/tem/moi/", stamps.batch_new, name="portal-batch-new"),
    path("theo-doi/lo/<key:pk>/", lots.lot, name="portal-lot"),
    path("theo-doi/lo/<key:pk>/sua/", lots.lot_edit, name="portal-lot-edit"),
    path("theo-doi/lo/<key:pk>/nguyen-lieu/", lots.input_new, name="portal-input-new"),
    path("theo-doi/lo/<key:pk>/su-kien/", events.event_new, name="portal-event-new"),
    path("theo-doi/su-kien/<key:pk>/sua/", events.event_correct, name="portal-event-correct"),
    path("theo-doi/su-kien/<key:pk>/rut/", events.event_void, name="portal-event-void"),
    path("theo-doi/tem/<key:pk>/", stamps.batch, name="portal-batch"),
    path("theo-doi/tem/<key:pk>/in/", prints.batch_runs, name="portal-print"),
    path("theo-doi/in/<key:pk>/", prints.run, name="portal-print-run"),
    path("theo-doi/in/<key:pk>/tep/", prints.run_file, name="portal-print-file"),
    path("theo-doi/in/<key:pk>/lam-lai/", prints.run_retry, name="portal-print-retry"),
    path("theo-doi/<key:producer_pk>/don-hang/", orders.orders, name="portal-orders"),
    path("theo-doi/<key:producer_pk>/don-hang/nhieu/", bulk.bulk, name="portal-bulk"),
    path("theo-doi/<key:producer_pk>/don-hang/giay/", papers.papers, name="portal-papers"),
    path("theo-doi/<key:producer_pk>/don-hang/soan/", picking.picking, name="portal-picking"),
    path("theo-doi/<key:producer_pk>/don-hang/soan/in/", picking.picking_pdf, name="portal-picking-pdf"),
    path("theo-doi/<key:producer_pk>/ban-hang/", sales.sales, name="portal-sales"),
    path("theo-doi/<key:producer_pk>/ban-hang/tai-ve.xlsx", sales.sales_xlsx, name="portal-sales-xlsx"),
    path("theo-doi/<key:producer_pk>/thu/", mails.mails, name="portal-mails"),
    path("theo-doi/don/<key:pk>/", orders.order, name="portal-order"),
    path("theo-doi/<key:producer_pk>/hang-hoa/", products.products, name="portal-products"),
    path("theo-doi/<key:producer_pk>/hang-hoa/bang/", sheets.sheets, name="portal-sheets"),
    path("theo-doi/<key:producer_pk>/hang-hoa/bang/mau.csv", sheets.template, name="portal-sheet-template"),
    path("theo-doi/hang-hoa/bang/<key:pk>/", sheets.sheet, name="portal-sheet"),
    path("theo-doi/hang-hoa/<key:pk>/", products.product, name="portal-product"),
    path("theo-doi/hang-hoa/<key:pk>/anh-moi/", products.photo_new, name="portal-photo-new"),
    path("theo-doi/hang-hoa/anh/<key:pk>/", products.photo, name="portal-photo"),
    path("theo-doi/hang-hoa/de-nghi/<key:pk>/rut/", products.withdraw, name="portal-listing-withdraw"),
    path("theo-doi/don/<key:pk>/giay/", papers.parcel_papers, name="portal-parcel-papers"),
    path("theo-doi/don/<key:pk>/tin/", orders.message, name="portal-message"),
    path("theo-doi/<key:producer_pk>/khieu-nai/", claims.claims, name="portal-claims"),
    path("theo-doi/khieu-nai/<key:pk>/", claims.claim, name="portal-claim"),
    path("theo-doi/khieu-nai/<key:pk>/anh/<key:photo>/", claims.claim_photo, name="portal-claim-photo"),
    path("theo-doi/<key:producer_pk>/y-kien/", feedback.feedback, name="portal-feedback"),
    path("theo-doi/y-kien/danh-gia/<key:pk>/", feedback.review, name="portal-review"),
    path("theo-doi/y-kien/cau-hoi/<key:pk>/", feedback.question, name="portal-question"),
    path("theo-doi/<key:producer_pk>/giao-hang/", delivery.delivery, name="portal-delivery"),
    path("theo-doi/<key:producer_pk>/giao-hang/vung-moi/", delivery.zone_new, name="portal-zone-new"),
    path("theo-doi/<key:producer_pk>/giao-hang/can-nang/", delivery.weights, name="portal-weights"),
    path("theo-doi/<key:producer_pk>/giao-hang/diem-nhan/", delivery.pickup, name="portal-pickup"),
    path("theo-doi/vung-giao-hang/<key:pk>/", delivery.zone, name="portal-zone"),
    path("theo-doi/<key:producer_pk>/thue/", tax.taxes, name="portal-tax"),
    path("theo-doi/<key:producer_pk>/thue/hoa-don.xlsx", tax.invoices_xlsx, name="portal-tax-xlsx"),
    path("theo-doi/<key:producer_pk>/thue/hoa-don.csv", tax.invoices_csv, name="portal-tax-csv"),
    path("theo-doi/<key:producer_pk>/ma-giam-gia/", vouchers.vouchers, name="portal-vouchers"),
    path("theo-doi/<key:producer_pk>/tai-khoan/", bank_accounts.bank_account, name="portal-bank-account"),
]
