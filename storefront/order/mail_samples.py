"""Illustrative orders for the preview of mails: made-up people, the longest real names, nothing from the tables."""

import datetime
from types import SimpleNamespace

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from storefront.mail.kinds import Letter

PATH = "/don-hang/100123/sample/"
LONG_SELLER = "HTX nông nghiệp và thương mại sản xuất bún khô Chi Lăng - Khánh Xuân"
SELLER = "HTX Cà phê mẫu Ea H'leo"


def _moment() -> datetime.datetime:
    return datetime.datetime(2024, 12, 31, 9, 30, tzinfo=timezone.get_default_timezone())


def _line(title: str, quantity: int, price: int, *, net_content: str = "", off: int = 0) -> SimpleNamespace:
    line = SimpleNamespace(
        title=title,
        net_content=net_content,
        quantity=quantity,
        unit_price_incl_tax=price,
        line_price_incl_tax=price * quantity,
    )
    return SimpleNamespace(line=line, left=quantity - off, off=off)


def _parcel(number: int, seller: str, lines: list, *, delivery: int = 30_000, **values) -> SimpleNamespace:
    goods = sum(row.line.unit_price_incl_tax * row.left for row in lines)
    parcel = SimpleNamespace(
        reference=f"100123-{number}",
        carrier=values.pop("carrier", ""),
        tracking_number=values.pop("tracking_number", ""),
        pickup=values.pop("pickup", None),
    )
    charge = delivery if goods else 0
    amounts = SimpleNamespace(goods=goods, delivery=charge, total=goods + charge)
    return SimpleNamespace(
        parcel=parcel,
        seller=seller,
        lines=lines,
        amounts=amounts,
        reasons=values.pop("reasons", []),
        call=SimpleNamespace(due_at=_moment()),
    )


def _two_parcels(**first) -> list[SimpleNamespace]:
    coffee = _line("Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%", 2, 125_000, net_content="500 g")
    return [
        _parcel(1, SELLER, [coffee], **first),
        _parcel(2, LONG_SELLER, [_line("Bún khô Chi Lăng", 3, 35_000), _line("Muối hạt sạch", 1, 20_000)]),
    ]


def order() -> SimpleNamespace:
    return SimpleNamespace(
        number="100123",
        language="vi",
        basket_total_incl_tax=375_000,
        shipping_incl_tax=60_000,
        total_incl_tax=435_000,
    )


def address() -> SimpleNamespace:
    return SimpleNamespace(
        first_name="Nguyễn Thị Mẫu",
        phone_number="+84912345678",
        line1="12 Đường Mẫu",
        line3=_("A sample, not a real case"),
        line4="Xã Ea Na",
        state="Đắk Lắk",
        notes="",
    )


def payment() -> SimpleNamespace:
    account = SimpleNamespace(bank="Vietcombank", number="0000000000", holder="SAN OCOP MAU")
    label = str(_("Bank transfer"))
    return SimpleNamespace(
        get_method_display=label, account=account, amount=435_000, reference="OCOP DH24123100001", due_at=_moment()
    )


def orders() -> dict[str, Letter]:
    common = {"order": order(), "address": address(), "parcels": _two_parcels()}
    return {
        _("cash, the seller calls"): Letter({**common, "payments": [], "waiting_until": _moment()}, PATH),
        _("bank transfer"): Letter({**common, "payments": [payment()], "waiting_until": None}, PATH),
        _("cash"): Letter({**common, "payments": [], "waiting_until": None}, PATH),
    }


def about(**first) -> dict[str, Letter]:
    parcel, other = _two_parcels(**first)
    context = {"order": order(), "address": address(), "parcel": parcel, "others": [other]}
    return {"": Letter(context, PATH)}


def parcel() -> dict[str, Letter]:
    return about()


def shipped_parcel() -> dict[str, Letter]:
    return about(carrier="Viettel Post", tracking_number="VTP000000001")


def ready_parcel() -> dict[str, Letter]:
    return about(
        pickup=SimpleNamespace(name=_("A sales point"), address="12 Đường Mẫu, Buôn Ma Thuột", code="123456")
    )


def cancelled_parcel() -> dict[str, Letter]:
    return about(reasons=[_("A sample, not a real case")])


def reduced_parcel() -> dict[str, Letter]:
    fewer = _parcel(
        1, SELLER, [_line("Bún khô Chi Lăng", 3, 35_000, off=1)], reasons=[_("A sample, not a real case")]
    )
    return {"": Letter({"order": order(), "address": address(), "parcel": fewer, "others": []}, PATH)}


def unconfirmed_parcel() -> dict[str, Letter]:
    return about()


def message_to_buyer() -> dict[str, Letter]:
    context = {"order": order(), "address": address(), "seller": LONG_SELLER, "text": _("A sample, not a real case")}
    return {"": Letter(context, PATH)}


def _to_seller(**context) -> Letter:
    parcel = _two_parcels()[0].parcel
    producer = SimpleNamespace(name=LONG_SELLER)
    whole = {"parcel": parcel, "producer": producer, "wishes_url": f"{settings.SITE_URL}/theo-doi/1/thu/", **context}
    return Letter(whole, "/theo-doi/don-hang/1/")


def message_to_seller() -> dict[str, Letter]:
    return {"": _to_seller(text=_("A sample, not a real case"))}


def new_parcels() -> dict[str, Letter]:
    lines = [row.line for row in _two_parcels()[0].lines]
    return {
        _("the seller calls"): _to_seller(lines=lines, call=SimpleNamespace(due_at=_moment())),
        _("to be confirmed"): _to_seller(lines=lines, call=None),
    }
