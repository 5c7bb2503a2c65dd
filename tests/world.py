"""A small world with one of everything: every role signed in, and for every address things that are really there.

What a producer or a sales point owns belongs to the roles `producer` and `sales point`; `other producer` and
`other sales point` belong to organisations that own none of it.
"""

import dataclasses
import datetime
import re

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin.utils import quote as admin_quote
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from oscar.core.loading import get_model
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Collection, Workflow
from wagtail.models import UploadedFile as WagtailUpload

from catalogue.producers.models import Producer
from catalogue.products.listing import propose_texts
from catalogue.products.models import ProductPhoto
from catalogue.roles import PRODUCERS, SALES_POINTS
from catalogue.traceability.exchange.epcis.keys import create_key
from catalogue.traceability.lots.services import create_lot, create_place, set_gtin
from catalogue.traceability.models import (
    CapturedEvent,
    CaptureJob,
    CloneAlert,
    Event,
    PortalDelivery,
    PrintRun,
    Stamp,
)
from catalogue.traceability.recalls.services import declare_recall
from catalogue.traceability.stamps.batches import make_batch, mark_printed
from catalogue.traceability.stamps.keys import ensure_current_key
from catalogue.traceability.stamps.printing import file_of
from catalogue.traceability.stamps.queries import page_code_of
from catalogue.traceability.suspicions.services import report_suspicion
from cms.models import StoryIndexPage, StoryPage
from media.evidence import keep, take_in
from storefront.accounts.models import SecondFactorReset, User
from storefront.accounts.roles import give_role
from storefront.checkout.address_book import save_address
from storefront.checkout.services import place_order
from storefront.demo.accounts import MEMBER_OF, SINCE, STAFF_OF, ensure_demo_accounts
from storefront.notifications.models import Notification
from storefront.notifications.services import notify
from storefront.order.models import Order
from storefront.order.queries import order_address
from storefront.order.services.pickup import await_pickup
from storefront.partner.models import OfferSheet, Partner, StockRecord
from storefront.public.complaints.services import send_complaint
from storefront.salespoints.models import RecallNotice, SalesPoint
from storefront.shipping.models import DeliveryZone, PickupOffer
from tests.catalogue.factories import make_certificate, make_producer, make_product
from tests.catalogue.traceability.packs import BROWSER
from tests.media.drawn import drawn, make_photo, upload
from tests.roles import ROLES
from tests.storefront.payment.money import make_money
from tests.storefront.shop.offers import LAN, OURS, make_basket
from tests.url_table import Route
from tests.world_after_sale import after_sale

DEMO_MAILBOXES = {
    "buyer": "nguoimua",
    "producer": "htx",
    "sales point": "diemban",
    "editor": "bientap",
    "officer": "canbo",
    "administrator": "quantri",
}
GTIN = "00200000000011"
MOMENT = datetime.datetime(2024, 12, 1, 8, 0, tzinfo=datetime.UTC)


@dataclasses.dataclass
class World:
    """`clients` by role; `things` and `sent` belong to the routes whose address their expression fits."""

    clients: dict[str, Client]
    users: dict[str, User]
    key: str
    things: list[tuple[re.Pattern, dict[str, object]]]
    asked: dict[str, str]
    sent: dict[str, dict[str, object]]

    def values(self, route: Route) -> dict[str, object]:
        """For every parameter of the route something that exists, where the world has it."""
        values: dict[str, object] = {}
        for pattern, named in self.things:
            if pattern.match(route.pattern):
                values |= named
        if match := re.match(r"/django-admin/(\w+)/(\w+)/<object_id>/", route.pattern):
            values["object_id"] = _first_of(apps.get_model(match[1], match[2]))
        return {name: value for name, value in values.items() if f"<{name}>" in route.pattern}

    def address(self, route: Route) -> str:
        """Where the things are, with the query that the address needs to show anything."""
        return route.address(**self.values(route)) + self.asked.get(route.pattern, "")

    def data(self, route: Route) -> dict[str, object]:
        """What is sent there so that something happens; most addresses answer an empty form."""
        return self.sent.get(route.pattern, {})


def _first_of(model: type[Model]) -> object:
    """Key of a row as Django's admin writes it in addresses."""
    if model._meta.label == "pghistory.Events":  # their rows are made of those of other tables
        CertificateEvent = apps.get_model("certification", "CertificateEvent")
        return admin_quote(f"certification.CertificateEvent:{_first_of(CertificateEvent)}")
    found = model._default_manager.order_by("pk").values_list("pk", flat=True).first()
    return 1 if found is None else admin_quote(found)


def build_world() -> World:
    """Needs the register of the tests' database; writes some hundred rows."""
    users = _people()
    things, asked, sent, key = _things(users)
    clients = {role: Client(headers={**BROWSER, **OURS}) for role in ROLES}
    for role, user in users.items():
        clients[role].force_login(user)
    User.objects.filter(pk=users["inactive"].pk).update(is_active=False)
    clients["key holder"] = Client(headers={**BROWSER, **OURS, "authorization": f"Bearer {key}"})
    return World(clients=clients, users=users, key=key, things=things, asked=asked, sent=sent)


def _told(user: User, order: Order) -> Notification:
    notify(user, "order_received", order)
    return Notification.objects.get(user=user, kind="order_received", target=order.pk)


def _people() -> dict[str, User]:
    ensure_demo_accounts()
    users = {
        role: User.objects.get(email=f"{mailbox}@demo.saobuon.example") for role, mailbox in DEMO_MAILBOXES.items()
    }
    for role, group in (("other producer", PRODUCERS), ("other sales point", SALES_POINTS)):
        users[role] = User.objects.create_user(f"{role.replace(' ', '.')}@example.vn", "-")
        EmailAddress.objects.create(user=users[role], email=users[role].email, verified=True, primary=True)
        give_role(user=users[role], role=group)
    make_product(producer=make_producer())
    Producer.objects.exclude(name=MEMBER_OF).last().memberships.create(user=users["other producer"], since=SINCE)
    SalesPoint.objects.exclude(name=STAFF_OF).last().memberships.create(user=users["other sales point"], since=SINCE)
    second_factor = User.objects.create_user("second.factor@example.vn", "-")
    Authenticator.objects.create(user=second_factor, type="totp", data={"secret": "x"})
    users["inactive"] = User.objects.create_user("locked@example.vn", "-", is_superuser=True, is_staff=True)
    return users


def _things(users: dict[str, User]) -> tuple[list, dict, dict, str]:
    officer, buyer = users["officer"], users["buyer"]
    producer, point = Producer.objects.get(name=MEMBER_OF), SalesPoint.objects.get(name=STAFF_OF)
    product = make_certificate(product=make_product(producer=producer), stars=4).product
    revoked = make_certificate(revoked_on=datetime.date(2024, 6, 1), revocation_reason="Thử")
    # -- traceability
    ensure_current_key()
    set_gtin(product=product, gtin=GTIN, is_illustrative=True)
    lot = create_lot(product=product, code="L-01", produced_on=MOMENT.date())
    create_place(producer=producer, kind="processing", name="Xưởng")
    event = Event.objects.create(lot=lot, kind="roasting", started_at=MOMENT, actor="Tổ rang")
    batch = mark_printed(batch=make_batch(product=product, count=3, lot=lot))
    stamp = Stamp.objects.filter(batch=batch).first()
    run = PrintRun.objects.create(
        batch=batch, paper="a4-65", first=1, last=3, sampled=1, decoded=1, state="released", file="tem-thu.pdf",
        created_by=users["producer"],
    )  # fmt: skip
    file_of(run).parent.mkdir(parents=True, exist_ok=True)
    file_of(run).write_bytes(b"%PDF-1.4")
    recalled = create_lot(product=revoked.product, code="L-02", produced_on=MOMENT.date())  # the other one is sold
    recall = declare_recall(by=officer, scope="lot", lot=recalled, reason="Thử")
    notice, _created = RecallNotice.objects.get_or_create(sales_point=point, recall=recall, kind="declared")
    alert = CloneAlert.objects.create(stamp=stamp, score=0.9)
    evidence = keep(take_in(upload(drawn(200, 200))), is_public=False)
    suspicion = report_suspicion(text="Tem mờ", code=stamp.code, contact="0912345678")
    delivery = PortalDelivery.objects.create(
        adapter="http", product=product, digest="0" * 64, document={}, state="refused"
    )
    capture_key, key = create_key(producer=producer, label="ERP")
    job = CaptureJob.objects.create(key=capture_key, finished_at=timezone.now(), is_success=True)
    captured = CapturedEvent.objects.create(
        producer=producer, job=job, event_id="urn:uuid:00000000-0000-4000-8000-000000000001", event_hash="0" * 64,
        body={"type": "ObjectEvent"}, event_type="ObjectEvent", event_time=MOMENT,
    )  # fmt: skip
    reset = SecondFactorReset.objects.create(person=buyer, asked_by=users["officer"], reason="Mất máy")
    # -- shop
    partner = Partner.objects.create(name=producer.name, producer=producer)
    offer = StockRecord.objects.create(
        product=product, partner=partner, partner_sku="1", price=100_000, num_in_stock=9
    )
    order = place_order(basket=make_basket(offer, owner=buyer), contact=LAN, shown_total=130_000, buyer=buyer)
    guest = dataclasses.replace(LAN, email="")
    unconfirmed = place_order(basket=make_basket(offer), contact=guest, shown_total=130_000)
    money = make_money(offer, by=users["administrator"])
    note = order.notes.create(user=users["administrator"], message="Thử", note_type="Info")
    partner.users.add(users["producer"])
    zone = DeliveryZone.objects.create(seller=partner, name="Gần", provinces=["66"], steps=[[1000, 30_000]])
    fetched = PickupOffer.objects.create(seller=partner, sales_point=point)
    pickup = await_pickup(parcel=order.parcels.get(), sales_point=point)
    product_alert = get_model("customer", "ProductAlert").objects.create(user=buyer, product=product)
    option = get_model("catalogue", "Option").objects.create(name="Gói quà", code="goi-qua")
    option_group = get_model("catalogue", "AttributeOptionGroup").objects.create(name="Màu")
    photo = make_photo(is_ready=False)
    shown_photo = ProductPhoto.objects.create(product=product, photo=photo)
    texts = {"description": "Mô tả mới"}
    listing = propose_texts(product=product, texts=texts, reason="Thử", by=users["producer"])
    sheet = OfferSheet.objects.create(
        seller=partner, name="gia.csv", content=b"x", digest="0" * 64, uploaded_by=users["producer"]
    )
    after = after_sale(offer, buyer=buyer, officer=officer)
    parcel, claim, review, question = after.parcel, after.claim, after.review, after.question
    # -- pages
    stories = StoryIndexPage.objects.get()
    story = stories.add_child(instance=StoryPage(title="Chuyện", slug="chuyen", product=product, summary="Thử"))
    revision = story.save_revision(user=users["editor"])
    workflow = Workflow.objects.get(workflow_pages__page=stories)
    workflow_state = workflow.start(story, users["editor"])
    task_state = workflow_state.current_task_state
    collection = Collection.get_first_root_node().add_child(name="Ảnh thử")
    document = Document.objects.create(title="Tệp", file=upload(b"%PDF-1.4", "tep.pdf"))
    waiting, waiting_file = (
        WagtailUpload.objects.create(
            file=upload(drawn(9, 9)), uploaded_by_user=users[role], for_content_type_id=_type_of(thing)
        )
        for role, thing in (("editor", photo), ("administrator", document))
    )
    redirect = Redirect.objects.create(old_path="/cu", redirect_link="/")
    complaint = send_complaint(kind="product", text="Hạt bị mốc")
    session = EditingSession.objects.create(
        user=users["editor"], content_object=story, last_seen_at=timezone.now(), is_editing=True
    )
    category = product.categories.first() or get_model("catalogue", "Category").objects.first()
    signature = order_address(order).rstrip("/").rpartition("/")[2]
    things: list[tuple[str, dict[str, object]]] = [
        # -- the public site
        ("/(san-pham|anh-chia-se)/", {"slug": product.slug, "code": lot.code, "key": "1", "kind": "home"}),
        ("/api/v1/products/", {"product_id": product.pk}),
        ("/api/v1/producers/", {"producer_id": producer.pk}),
        ("/chu-the/", {"slug": producer.slug}),
        ("/vung/", {"slug": producer.unit.slug}),
        ("/nhom/", {"code": "i"}),
        ("/diem-ban/", {"slug": point.slug}),
        ("/san-pham/<slug>/hoi-dap/", {"reference": question.reference}),
        ("/san-pham/<slug>/danh-gia/", {"pk": review.purchase.pk}),
        ("/san-pham/<slug>/bao-khi-co-hang/", {"key": after.guest_alert.key}),
        ("/q/", {"code": page_code_of(product).code}),
        ("/q/<code>/noi-quet/", {"code": stamp.code}),
        ("/tem/|/epcis/export/", {"path": f"01/{GTIN}"}),
        ("/<path>", {"path": f"01/{GTIN}"}),
        ("/uploads/", {"path": photo.file.name}),
        ("/thu-hoi/", {"pk": recall.pk}),
        ("/design/mail/", {"kind": "order_received", "number": 0, "in_language": "vi"}),
        ("/tai-khoan/thong-bao/", {"pk": _told(users["buyer"], order).pk}),
        ("/bao-nghi-ngo/", {"reference": suspicion.reference}),
        ("/gop-y/", {"reference": complaint.reference}),
        ("/gio-hang/", {"product_id": product.pk}),
        ("/don-hang/", {
            "number": order.number, "signature": signature, "rest": f"{order.number}/{signature}).",
            "pk": money.payment.pk,
        }),
        ("/don-hang/<number>/<signature>/.", {
            "number": parcel.order.number, "signature": order_address(parcel.order).rstrip("/").rpartition("/")[2],
            "parcel": parcel.number, "pk": claim.photos.get().pk,
        }),
        ("/don-hang/<number>/<signature>/danh-gia/", {"pk": parcel.lines.get().pk}),
        ("/don-hang/<number>/<signature>/vnpay/", {
            "number": order.number, "signature": signature, "pk": money.payment.pk,
        }),
        ("/tai-khoan/dia-chi/", {"pk": save_address(user=buyer, contact=LAN).pk}),
        ("/tai-khoan/yeu-thich/", {"product_id": product.pk}),
        ("/sitemap-", {"section": "products"}),
        ("/tai-lieu/", {"0": document.pk, "1": document.filename}),
        ("/_util/", {"page_id": story.pk}),
        # -- machines
        ("/epcis/lots/", {"pk": lot.pk}),
        ("/epcis/v2/capture/", {"job": job.pk}),
        ("/epcis/v2/events/", {"event_id": captured.event_id}),
        ("/epcis/v2/epcs/", {"epc": f"urn:epc:id:sgtin:0200000.000000.{stamp.code}"}),
        # -- people who follow goods
        ("/theo-doi/<producer_pk>/", {"producer_pk": producer.pk}),
        ("/theo-doi/lo/", {"pk": lot.pk}),
        ("/theo-doi/su-kien/", {"pk": event.pk}),
        ("/theo-doi/tem/", {"pk": batch.pk}),
        ("/theo-doi/in/", {"pk": run.pk}),
        ("/theo-doi/hang-hoa/", {"pk": product.pk}),
        ("/theo-doi/hang-hoa/bang/", {"pk": sheet.pk}),
        ("/theo-doi/hang-hoa/anh/", {"pk": shown_photo.pk}),
        ("/theo-doi/(can-bo/)?hang-hoa/de-nghi/|/theo-doi/can-bo/hang-hoa/", {"pk": listing.pk}),
        ("/theo-doi/vung-giao-hang/", {"pk": zone.pk}),
        ("/theo-doi/don/", {"pk": unconfirmed.parcels.get().pk}),
        ("/theo-doi/khieu-nai/", {"pk": claim.pk, "photo": claim.photos.get().pk}),
        ("/theo-doi/y-kien/danh-gia/", {"pk": review.pk}),
        ("/theo-doi/y-kien/cau-hoi/", {"pk": question.pk}),
        ("/theo-doi/can-bo/khieu-nai/", {"pk": claim.pk}),
        ("/theo-doi/can-bo/y-kien/", {"kind": "cau-hoi", "pk": question.pk}),
        ("/theo-doi/diem-ban/", {
            "pk": point.pk, "notice_id": notice.pk, "pickup_pk": pickup.pk, "offer_pk": fetched.pk,
        }),
        ("/theo-doi/can-bo/ban-sao/", {"pk": alert.pk}),
        ("/theo-doi/can-bo/thu-hoi/", {"pk": recall.pk}),
        ("/theo-doi/can-bo/thu-hoi/chung-nhan/", {"pk": revoked.pk}),
        ("/theo-doi/can-bo/nghi-ngo/", {"pk": suspicion.pk}),
        ("/theo-doi/can-bo/bang-chung/", {"pk": evidence.pk}),
        ("/theo-doi/can-bo/hai-lop/", {"pk": reset.pk}),
        ("/theo-doi/can-bo/thanh-toan/", {"pk": money.payment.pk}),
        ("/theo-doi/can-bo/thanh-toan/tien-vao/", {"pk": money.unknown.pk}),
        ("/theo-doi/can-bo/thanh-toan/sao-ke/", {"pk": money.statement.pk}),
        ("/theo-doi/can-bo/thanh-toan/thua/", {"pk": money.too_much.pk}),
        ("/theo-doi/can-bo/thanh-toan/hoan/", {"pk": money.refund.pk}),
        ("/theo-doi/can-bo/thanh-toan/thong-bao/", {"pk": money.notice.pk}),
        ("/theo-doi/can-bo/thanh-toan/tai-khoan/", {"pk": money.payment.account_id}),
        ("/theo-doi/can-bo/du-lieu/", {"pk": delivery.pk}),
        # -- shop office
        ("/dashboard/catalogue/products/", {"pk": product.pk, "parent_pk": product.pk}),
        ("/dashboard/catalogue/products/create/", {"product_class_slug": product.product_class.slug}),
        ("/dashboard/catalogue/categories/", {"pk": category.pk, "parent": category.pk}),
        ("/dashboard/catalogue/product-type/", {"pk": product.product_class.pk}),
        ("/dashboard/catalogue/attribute-option-group/", {"pk": option_group.pk}),
        ("/dashboard/catalogue/option/", {"pk": option.pk}),
        ("/dashboard/orders/", {"number": order.number, "note_id": note.pk, "line_id": order.lines.first().pk}),
        ("/dashboard/partners/", {"pk": partner.pk, "partner_pk": partner.pk, "user_pk": users["producer"].pk}),
        ("/dashboard/users/", {"pk": buyer.pk}),
        ("/dashboard/users/alerts/", {"pk": product_alert.pk}),
        # -- register office
        ("/django-admin/r/", {"content_type_id": _type_of(product), "object_id": product.pk}),
        ("/django-admin/<app_label>/", {"app_label": "catalogue"}),
        ("/django-admin/accounts/user/<id>/", {"id": buyer.pk}),
        # -- pages office
        ("/quan-tri/(pages|api/main/pages|choose-page|workflows|forms)/", {
            "page_id": story.pk, "page_to_move_id": story.pk, "parent_page_id": stories.pk, "page_pk": stories.pk,
            "destination_id": stories.pk, "pk": story.pk, "content_type_app_name": "cms",
            "content_type_model_name": "storypage", "app_label": "cms", "model_name": "storypage",
            "revision_id": revision.pk, "revision_id_a": revision.pk, "revision_id_b": revision.pk,
            "task_state_id": task_state.pk, "task_id": task_state.task_id, "action_name": "approve",
            "workflow_state_id": workflow_state.pk, "workflow_pk": workflow.pk,
        }),
        ("/quan-tri/api/main/pages/<pk>/action/", {"action_name": "publish"}),
        ("/quan-tri/workflows/", {"pk": workflow.pk}),
        ("/quan-tri/workflows/tasks/", {
            "pk": task_state.task_id, "app_label": "wagtailcore", "model_name": "groupapprovaltask",
        }),
        ("/quan-tri/bulk/", {"app_label": "wagtailcore", "model_name": "page", "action": "delete"}),
        ("/quan-tri/api/main/documents/", {"pk": document.pk}),
        ("/quan-tri/api/main/images/", {"pk": photo.pk}),
        ("/quan-tri/collections/", {"pk": collection.pk, "collection_id": collection.pk}),
        ("/quan-tri/tag-autocomplete/", {"app_name": "taggit", "model_name": "tag"}),
        ("/quan-tri/editing-sessions/", {
            "app_label": "cms", "model_name": "storypage", "object_id": story.pk, "session_id": session.pk,
        }),
        ("/quan-tri/redirects/", {"redirect_id": redirect.pk}),
        ("/quan-tri/documents/", {
            "document_id": document.pk, "doc_id": document.pk, "uploaded_file_id": waiting_file.pk, "pk": document.pk,
        }),
        ("/quan-tri/images/", {
            "image_id": photo.pk, "filter_spec": "width-100", "uploaded_file_id": waiting.pk, "pk": photo.pk,
        }),
        ("/quan-tri/snippets/", {"pk": complaint.pk}),
        ("/quan-tri/product_chooser/", {"pk": product.pk}),
        ("/quan-tri/sites/", {"pk": _first_of(apps.get_model("wagtailcore", "Site"))}),
        ("/quan-tri/users/", {"pk": buyer.pk}),
        ("/quan-tri/groups/", {"pk": _first_of(apps.get_model("auth", "Group"))}),
    ]  # fmt: skip
    asked = {
        "/django-admin/autocomplete/": "?app_label=producers&model_name=producer&field_name=unit",
        "/theo-doi/can-bo/thu-hoi/moi/": f"?batch={batch.pk}",
        "/theo-doi/can-bo/du-lieu/bao-cao/": f"?product={product.pk}",
        "/quan-tri/api/main/pages/find/": f"?id={story.pk}",
        "/quan-tri/api/main/documents/find/": f"?id={document.pk}",
        "/quan-tri/api/main/images/find/": f"?id={photo.pk}",
        "/quan-tri/bulk/<app_label>/<model_name>/<action>/": f"?id={story.pk}",
    }
    sent = {
        "/theo-doi/can-bo/thu-hoi/<pk>/ket-thuc/": {"step": "ask"},
        "/theo-doi/can-bo/thu-hoi/chung-nhan/<pk>/": {"step": "ask"},
        "/theo-doi/can-bo/hai-lop/<pk>/": {"step": "refuse"},
        "/theo-doi/can-bo/thanh-toan/hoan/<pk>/": {"step": "failed"},
        "/theo-doi/can-bo/thanh-toan/tai-khoan/<pk>/": {"step": "retire"},
        "/theo-doi/can-bo/thanh-toan/tien-vao/<pk>/": {"step": "ask"},
        "/gio-hang/cap-nhat/": {"line": 1},
        "/don-hang/<number>/<signature>/tin/": {"parcel": 1, "text": "Xin giao buổi chiều"},
        "/don-hang/<number>/<signature>/kien/<parcel>/khieu-nai/": {"step": "open"},
        "/san-pham/<slug>/bao-khi-co-hang/<key>/": {"step": "cancel"},
        "/theo-doi/khieu-nai/<pk>/": {"step": "say"},
        "/theo-doi/can-bo/khieu-nai/<pk>/": {"step": "say"},
        "/theo-doi/can-bo/y-kien/<kind>/<pk>/": {"step": "show"},
    }
    return [(re.compile(pattern), named) for pattern, named in things], asked, sent, key


def _type_of(thing: Model) -> int:
    return apps.get_model("contenttypes", "ContentType").objects.get_for_model(thing).pk
