"""Who gets in where: one rule for every address of the URL table, for reading it (GET) and for sending to it (POST).

`python -m tests.matrix` prints every address with its rule; `storefront/web/test_matrix.py` holds the site to them.

A rule names an address as the URL table writes it. Addresses of our own are written out; inside the offices that
frameworks bring, `*` at the end covers a section, and the longest rule that fits counts. A new address of our own, or
a new section of an office, has no rule until it gets one here, and the suite says its name.
"""

import dataclasses
import os
from collections.abc import Iterable

from tests.office_doors import OFFICE_TABLE
from tests.roles import (
    ADMINISTRATORS,
    EVERYONE,
    LED_ON,
    MACHINES,
    NAMES,
    NOBODY,
    OFFICERS,
    OWN_BUYER,
    OWN_PRODUCER,
    OWN_SALES_POINT,
    PRODUCERS,
    SALES_POINTS,
    SIGNED_IN,
    SIGNERS,
    STAFF,
)
from tests.url_table import Route


@dataclasses.dataclass(frozen=True)
class Rule:
    """`get` and `post` are the roles that get in; everybody else is led to the sign-in or told no (401, 403, 404).

    An address that does not take a method answers 405 to those who would get in.
    """

    address: str
    get: frozenset[str]
    post: frozenset[str]

    def fits(self, pattern: str) -> bool:
        if self.address.endswith("*"):
            return pattern.startswith(self.address[:-1])
        return pattern == self.address


_TABLE = (
    # -- machines, health
    ("/uploads/<path>", EVERYONE, EVERYONE),
    ("/healthz", EVERYONE, NOBODY),
    ("/readyz", EVERYONE, NOBODY),
    ("/robots.txt", EVERYONE, NOBODY),
    ("/favicon.ico", EVERYONE, NOBODY),
    ("/sitemap.xml", EVERYONE, NOBODY),
    ("/sitemap-<section>.xml", EVERYONE, EVERYONE),
    ("/manifest.webmanifest", EVERYONE, NOBODY),
    ("/tin-tuc/rss.xml", EVERYONE, EVERYONE),
    ("/anh-chia-se/trang/<kind>-<key>.png", EVERYONE, NOBODY),
    ("/anh-chia-se/<slug>-<key>.png", EVERYONE, NOBODY),
    ("/.well-known/gs1resolver", EVERYONE, NOBODY),
    ("/.well-known/jwks.json", EVERYONE, NOBODY),
    ("/<path>", EVERYONE, NOBODY),
    ("/api/v1/", NOBODY, NOBODY),
    ("/api/v1/openapi.json", EVERYONE, EVERYONE),
    ("/api/v1/docs", EVERYONE, EVERYONE),
    ("/api/v1/products", EVERYONE, NOBODY),
    ("/api/v1/products/<product_id>", EVERYONE, NOBODY),
    ("/api/v1/products/<product_id>/passport", EVERYONE, NOBODY),
    ("/api/v1/producers/<producer_id>", EVERYONE, NOBODY),
    ("/api/v1/areas", EVERYONE, NOBODY),
    ("/epcis/", NOBODY, NOBODY),
    ("/epcis/<rest>", NOBODY, NOBODY),  # what is not there is told in problem details
    ("/epcis/v2/", EVERYONE, NOBODY),
    ("/epcis/v2/capture", MACHINES, MACHINES),
    ("/epcis/v2/capture/<job>", MACHINES, NOBODY),
    ("/epcis/v2/events", MACHINES, NOBODY),
    ("/epcis/v2/events/<event_id>", MACHINES, NOBODY),
    ("/epcis/v2/epcs/<epc>/events", MACHINES, NOBODY),
    ("/epcis/export/<path>", EVERYONE, NOBODY),
    ("/epcis/lots/<pk>", EVERYONE, NOBODY),
    ("/epcis/terms", EVERYONE, NOBODY),
    ("/payments/notices/<source>", NOBODY, SIGNERS),
    ("/carriers/notices/<carrier>", NOBODY, SIGNERS),
    ("/payments/vnpay/ipn", SIGNERS, NOBODY),
    ("/offline/bundle", SALES_POINTS, NOBODY),
    # -- the public site
    ("/", EVERYONE, EVERYONE),
    ("/san-pham/", EVERYONE, NOBODY),
    ("/san-pham/<slug>/", EVERYONE, NOBODY),
    ("/san-pham/<slug>/danh-gia/", EVERYONE, SIGNED_IN),
    ("/san-pham/<slug>/danh-gia/anh/<pk>/", EVERYONE, NOBODY),
    ("/san-pham/<slug>/hoi-dap/", EVERYONE, EVERYONE),
    ("/san-pham/<slug>/hoi-dap/<reference>/", EVERYONE, NOBODY),
    ("/san-pham/<slug>/bao-khi-co-hang/", EVERYONE, EVERYONE),
    ("/san-pham/<slug>/bao-khi-co-hang/<key>/", EVERYONE, EVERYONE),  # with the key of a mail
    ("/san-pham/<slug>/lo/<code>/", EVERYONE, NOBODY),
    ("/nhom/", EVERYONE, NOBODY),
    ("/nhom/<code>/", EVERYONE, NOBODY),
    ("/chu-the/", EVERYONE, NOBODY),
    ("/chu-the/<slug>/", EVERYONE, NOBODY),
    ("/vung/", EVERYONE, NOBODY),
    ("/vung/<slug>/", EVERYONE, NOBODY),
    ("/tim-kiem/", EVERYONE, NOBODY),
    ("/goi-y/", EVERYONE, NOBODY),
    ("/goi-y/tinh/", EVERYONE, NOBODY),
    ("/goi-y/xa/", EVERYONE, NOBODY),
    ("/tra-cuu/", EVERYONE, NOBODY),
    ("/diem-ban/", EVERYONE, NOBODY),
    ("/diem-ban/<slug>/", EVERYONE, NOBODY),
    ("/design/", EVERYONE, EVERYONE),
    ("/design/mail/", EVERYONE, NOBODY),
    ("/design/mail/<kind>/", EVERYONE, NOBODY),
    ("/design/mail/<kind>/<number>/<in_language>.html", EVERYONE, NOBODY),
    ("/q/<code>", EVERYONE, NOBODY),
    ("/q/<code>/", EVERYONE, NOBODY),
    ("/q/<code>.svg", EVERYONE, NOBODY),
    ("/q/<code>.png", EVERYONE, NOBODY),
    ("/q/<code>/dau.gif", EVERYONE, NOBODY),
    ("/q/<code>/noi-quet/", NOBODY, EVERYONE),
    ("/tem/<path>", EVERYONE, NOBODY),
    ("/thu-hoi/", EVERYONE, NOBODY),
    ("/thu-hoi/<pk>/", EVERYONE, NOBODY),
    ("/bao-nghi-ngo/", EVERYONE, EVERYONE),
    ("/bao-nghi-ngo/<reference>/", EVERYONE, NOBODY),
    ("/gop-y/", EVERYONE, EVERYONE),
    ("/gop-y/<reference>/", EVERYONE, NOBODY),
    ("/<0>", EVERYONE, EVERYONE),
    ("/tai-lieu/<0>/<1>", EVERYONE, EVERYONE),
    ("/tai-lieu/authenticate_with_password/<restriction_id>/", LED_ON, LED_ON),
    ("/_util/authenticate_with_password/<page_view_restriction_id>/<page_id>/", LED_ON, LED_ON),
    ("/_util/authenticate_with_password/<restriction_id>/<page_id>/", LED_ON, LED_ON),
    # -- shop
    ("/gio-hang/", EVERYONE, NOBODY),
    ("/gio-hang/them/<product_id>/", NOBODY, EVERYONE),
    ("/gio-hang/cap-nhat/", NOBODY, EVERYONE),
    ("/gio-hang/ma-giam-gia/", NOBODY, EVERYONE),
    ("/thanh-toan/", EVERYONE, EVERYONE),
    ("/thanh-toan/xem-lai/", EVERYONE, EVERYONE),
    ("/thanh-toan/vnpay/", SIGNERS, NOBODY),
    ("/don-hang/", EVERYONE, EVERYONE),
    ("/don-hang/<number>/<signature>/", EVERYONE, NOBODY),  # whoever knows the signed address
    ("/don-hang/<number>/<signature>/vnpay/<pk>/", NOBODY, EVERYONE),
    ("/don-hang/<number>/<signature>/phieu/", EVERYONE, NOBODY),
    ("/don-hang/<number>/<signature>/tin/", EVERYONE, EVERYONE),
    ("/don-hang/<rest>", EVERYONE, NOBODY),
    ("/don-hang/<number>/<signature>/kien/<parcel>/khieu-nai/", OWN_BUYER, OWN_BUYER),
    ("/don-hang/<number>/<signature>/khieu-nai/anh/<pk>/", OWN_BUYER, NOBODY),
    ("/don-hang/<number>/<signature>/danh-gia/<pk>/", OWN_BUYER, OWN_BUYER),
    ("/don-hang/<number>/<signature>/mua-lai/", OWN_BUYER, OWN_BUYER),
    # -- accounts
    ("/tai-khoan/", SIGNED_IN, NOBODY),
    ("/tai-khoan/dia-chi/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/dia-chi/moi/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/dia-chi/<pk>/", OWN_BUYER, OWN_BUYER),
    ("/tai-khoan/khieu-nai/", SIGNED_IN, NOBODY),
    ("/tai-khoan/yeu-thich/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/yeu-thich/them/<product_id>/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/dang-nhap/", LED_ON, LED_ON),
    ("/tai-khoan/dang-xuat/", LED_ON, LED_ON),
    ("/tai-khoan/dang-ky/", LED_ON, LED_ON),
    ("/tai-khoan/tam-khoa/", EVERYONE, NOBODY),
    ("/tai-khoan/xac-nhan-lai/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/thong-bao/", SIGNED_IN, NOBODY),
    ("/tai-khoan/thong-bao/da-doc/", NOBODY, SIGNED_IN),
    ("/tai-khoan/thong-bao/<pk>/", NOBODY, OWN_BUYER),
    ("/tai-khoan/thu/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/email/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/email/xac-nhan/", EVERYONE, NOBODY),
    ("/tai-khoan/email/xac-nhan/<key>/", EVERYONE, NOBODY),  # with the key of a mail
    ("/tai-khoan/mat-khau/doi/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/mat-khau/dat/", LED_ON, LED_ON),
    ("/tai-khoan/mat-khau/quen/", LED_ON, LED_ON),
    ("/tai-khoan/mat-khau/quen/da-gui/", EVERYONE, NOBODY),
    ("/tai-khoan/mat-khau/moi/<uidb36>-<key>/", LED_ON, LED_ON),  # with the key of a mail
    ("/tai-khoan/mat-khau/moi/xong/", EVERYONE, NOBODY),
    ("/tai-khoan/hai-lop/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/hai-lop/xac-thuc/", LED_ON, LED_ON),
    ("/tai-khoan/hai-lop/ung-dung/bat/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/hai-lop/ung-dung/tat/", NOBODY, NOBODY),  # for those who have one, which no role here has
    ("/tai-khoan/hai-lop/ma-du-phong/", NOBODY, NOBODY),
    ("/tai-khoan/hai-lop/ma-du-phong/tao/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/hai-lop/ma-du-phong/tai-ve/", NOBODY, NOBODY),
    ("/tai-khoan/hai-lop/khoa/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/hai-lop/khoa/them/", SIGNED_IN, SIGNED_IN),
    ("/tai-khoan/hai-lop/khoa/<pk>/ten/", SIGNED_IN, SIGNED_IN),  # the password is asked first
    ("/tai-khoan/hai-lop/khoa/<pk>/go/", SIGNED_IN, SIGNED_IN),
    ("/_util/login/", LED_ON, LED_ON),
    # -- producers
    ("/theo-doi/", PRODUCERS, NOBODY),
    ("/theo-doi/<producer_pk>/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/lo-moi/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/dia-diem/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/tem/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/tem/moi/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/don-hang/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/don-hang/nhieu/", NOBODY, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/don-hang/giay/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/don-hang/soan/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/don-hang/soan/in/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/ban-hang/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/ban-hang/tai-ve.xlsx", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/thu/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/don/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/don/<pk>/giay/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/don/<pk>/tin/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/giao-hang/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/thue/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/thue/hoa-don.csv", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/thue/hoa-don.xlsx", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/ma-giam-gia/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/tai-khoan/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/khieu-nai/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/khieu-nai/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/khieu-nai/<pk>/anh/<photo>/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/<producer_pk>/y-kien/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/y-kien/danh-gia/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/y-kien/cau-hoi/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/giao-hang/vung-moi/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/giao-hang/can-nang/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/vung-giao-hang/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/giao-hang/diem-nhan/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/lo/<pk>/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/lo/<pk>/sua/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/lo/<pk>/nguyen-lieu/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/lo/<pk>/su-kien/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/su-kien/<pk>/sua/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/su-kien/<pk>/rut/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/tem/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/tem/<pk>/in/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/in/<pk>/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/in/<pk>/tep/", OWN_PRODUCER, NOBODY),
    ("/theo-doi/in/<pk>/lam-lai/", NOBODY, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/hang-hoa/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/hang-hoa/bang/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/<producer_pk>/hang-hoa/bang/mau.csv", OWN_PRODUCER, NOBODY),
    ("/theo-doi/hang-hoa/bang/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/hang-hoa/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/hang-hoa/<pk>/anh-moi/", NOBODY, OWN_PRODUCER),
    ("/theo-doi/hang-hoa/anh/<pk>/", OWN_PRODUCER, OWN_PRODUCER),
    ("/theo-doi/hang-hoa/de-nghi/<pk>/rut/", NOBODY, OWN_PRODUCER),
    # -- sales points
    ("/theo-doi/diem-ban/", SALES_POINTS, NOBODY),
    ("/theo-doi/diem-ban/<pk>/goi-hang/", OWN_SALES_POINT, NOBODY),
    ("/theo-doi/diem-ban/<pk>/goi-hang/<pickup_pk>/", NOBODY, OWN_SALES_POINT),
    ("/theo-doi/diem-ban/<pk>/nhan-ho/<offer_pk>/", NOBODY, OWN_SALES_POINT),
    ("/theo-doi/diem-ban/<pk>/ngoai-tuyen/", OWN_SALES_POINT, NOBODY),
    ("/theo-doi/diem-ban/<pk>/thu-hoi/", OWN_SALES_POINT, NOBODY),
    ("/theo-doi/diem-ban/<pk>/thu-hoi/<notice_id>/", NOBODY, OWN_SALES_POINT),
    # -- officers
    ("/theo-doi/can-bo/", STAFF, NOBODY),
    ("/theo-doi/can-bo/ban-sao/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/ban-sao/<pk>/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/thu-hoi/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/thu-hoi/moi/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/thu-hoi/<pk>/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/thu-hoi/<pk>/ket-thuc/", NOBODY, OFFICERS),
    ("/theo-doi/can-bo/thu-hoi/chung-nhan/<pk>/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/nghi-ngo/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/nghi-ngo/<pk>/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/bang-chung/<pk>/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/bang-chung/<pk>/ban-sao/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/bang-chung/<pk>/ban-goc/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/hang-hoa/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/hang-hoa/<pk>/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/khieu-nai/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/khieu-nai/<pk>/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/y-kien/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/y-kien/<kind>/<pk>/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/thu/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/hai-lop/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/hai-lop/<pk>/", NOBODY, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/<pk>/", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/thanh-toan/tien-vao/<pk>/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/sao-ke/<pk>/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/thong-bao/<pk>/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/tai-khoan/", NOBODY, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/tai-khoan/<pk>/", NOBODY, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/thua/<pk>/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/thanh-toan/hoan/<pk>/", NOBODY, ADMINISTRATORS),
    ("/theo-doi/can-bo/ban-hang/", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/ma-giam-gia/", ADMINISTRATORS, ADMINISTRATORS),
    ("/theo-doi/can-bo/ban-hang/tai-ve.xlsx", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/thue/", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/thue/khau-tru.xlsx", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/thue/hoa-don.xlsx", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/thue/hoa-don.csv", ADMINISTRATORS, NOBODY),
    ("/theo-doi/can-bo/du-lieu/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/du-lieu/bao-cao/", OFFICERS, OFFICERS),
    ("/theo-doi/can-bo/du-lieu/gui/<pk>/", NOBODY, OFFICERS),
    ("/theo-doi/can-bo/tim-kiem/", OFFICERS, NOBODY),
    ("/theo-doi/can-bo/tim-kiem/tai-ve.csv", OFFICERS, NOBODY),
    *OFFICE_TABLE,
)
OFFICES = ("/dashboard/", "/django-admin/", "/quan-tri/")
"""Mounted by frameworks: only here a rule may cover a section."""
RULES = tuple(Rule(*row) for row in _TABLE)


def rule_for(route: Route) -> Rule | None:
    """The one rule of an address: the longest that fits."""
    return max((rule for rule in RULES if rule.fits(route.pattern)), key=lambda rule: len(rule.address), default=None)


def printed(routes: Iterable[Route]) -> list[str]:
    """A line for each address: who may read, who may send, the address and its name in the URL table."""
    lines = []
    for route in routes:
        rule = rule_for(route)
        get, post = (NAMES[rule.get], NAMES[rule.post]) if rule else ("NO RULE", "NO RULE")
        lines.append(f"GET {get:<24} POST {post:<24} {route.pattern}  {route.name}".rstrip())
    return lines


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storefront.settings.test")
    os.environ.setdefault("DATABASE_URL", "postgres://nobody@localhost/none")  # the table needs no database
    import django

    django.setup()
    from tests.url_table import routes

    print("\n".join(printed(routes())))
