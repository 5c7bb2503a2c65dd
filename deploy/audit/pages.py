"""All kinds of pages, once: the audit and the browser tests visit the same lists."""

import dataclasses
import re
import urllib.request

from .people import signed_in

PRODUCT = "/san-pham/ca-phe-chon-kien-cuong/"
STAMP = "/q/<code of the product page>"  # codes are drawn by lot
LONG_PRODUCT = "/san-pham/ca-phe-bot-ea-hleo-coffee-sach-nguyen-chat-100/"
LONG_PRODUCER = "/chu-the/htx-nong-nghiep-va-thuong-mai-san-xuat-bun-kho-chi-lang-khanh-xuan/"
LONG_AREA = "/vung/thanh-pho-buon-ma-thuot/"
BARE_PRODUCT = "/san-pham/leson-cafe/"  # no producer, no certificate
LONG_FAIR = (
    "/hoi-cho/hoi-cho-trien-lam-qua-tang-san-pham-cong-nghiep-nong-thon-tieu-bieu-va-san-pham-ocop"
    "-gan-voi-le-hoi-am-thuc-tinh-hoa-tay-nguyen-2025/"
)


@dataclasses.dataclass(frozen=True)
class PublicPage:
    """One page to visit. `name` also names its screenshots."""

    name: str
    path: str
    status: int = 200
    is_variant: bool = False  # another page of the list has the same parts
    is_measured: bool = False  # Lighthouse looks at it unless told otherwise
    is_indexed: bool = True  # search engines may list it: Lighthouse's SEO mark counts
    may_set_cookie: bool = False  # its form needs one


PAGES = (
    PublicPage("home", "/", is_measured=True),
    PublicPage("listing", "/san-pham/", is_measured=True),
    PublicPage("listing-filtered", "/san-pham/?stars=4&sort=stars", is_variant=True),
    PublicPage("listing-last", "/san-pham/?page=7", is_variant=True),
    PublicPage("product", PRODUCT, is_measured=True),
    PublicPage("product-long", LONG_PRODUCT, is_variant=True),
    PublicPage("product-bare", BARE_PRODUCT, is_variant=True),
    PublicPage("groups", "/nhom/"),
    PublicPage("group", "/nhom/i/"),
    PublicPage("group-small", "/nhom/i-6/", is_variant=True),
    PublicPage("producer", "/chu-the/cong-ty-co-phan-duoc-thao-thien-phu/", is_measured=True),
    PublicPage("producer-long", LONG_PRODUCER, is_variant=True),
    PublicPage("producers", "/chu-the/"),
    PublicPage("producers-none", "/chu-the/?q=khongcoai", is_variant=True),
    PublicPage("areas", "/vung/"),
    PublicPage("areas-before", "/vung/?ban-do=cu", is_variant=True),
    PublicPage("area", LONG_AREA),
    PublicPage("area-today", "/vung/phuong-hoa-hiep-trung-thi-xa-dong-hoa/", is_variant=True),
    PublicPage("stamp", STAMP, is_measured=True),
    PublicPage("stamp-unknown", "/q/KHONGCO", status=404, is_indexed=False),
    PublicPage("look-up", "/tra-cuu/"),
    PublicPage("look-up-found", "/tra-cuu/?q=ca+phe", is_indexed=False),
    PublicPage("look-up-nothing", "/tra-cuu/?q=zzzqqq", is_variant=True, is_indexed=False),
    PublicPage("search", "/tim-kiem/?q=ca+phe", is_indexed=False),
    PublicPage("search-empty", "/tim-kiem/", is_variant=True, is_indexed=False),
    PublicPage("search-nothing", "/tim-kiem/?q=zzzqqq", is_variant=True, is_indexed=False),
    PublicPage("stories", "/cau-chuyen/"),
    PublicPage("story", "/cau-chuyen/ca-phe-chon-kien-cuong/"),
    PublicPage("all-news", "/tin-tuc/", is_variant=True),
    PublicPage("news", "/tin-tuc/krong-pac-cong-nhan-12-san-pham-moi-va-3-san-pham-danh-gia-lai/"),
    PublicPage("fairs", "/hoi-cho/"),
    PublicPage("fair-long", LONG_FAIR),
    PublicPage("sales-points", "/diem-ban/"),
    PublicPage("sales-point", "/diem-ban/cua-hang-ocop-dak-lak/"),
    PublicPage("about", "/gioi-thieu/"),
    PublicPage("help", "/tro-giup/"),
    PublicPage("operator", "/don-vi-van-hanh/", is_variant=True),
    PublicPage("privacy", "/quyen-rieng-tu/", is_variant=True),
    PublicPage("terms", "/dieu-khoan/", is_variant=True),
    PublicPage("complaint", "/gop-y/"),
    PublicPage("basket-empty", "/gio-hang/", is_variant=True, is_indexed=False),
    PublicPage("find-order", "/don-hang/", is_indexed=False, may_set_cookie=True),
    PublicPage("sign-in", "/tai-khoan/dang-nhap/", is_indexed=False, may_set_cookie=True),
    PublicPage("design", "/design/", is_indexed=False),
    PublicPage("not-found", "/khong-co-trang-nay/", status=404, is_indexed=False),
)
MEASURED = tuple(page for page in PAGES if page.is_measured)


def english(page: PublicPage) -> PublicPage:
    """The same page in English."""
    return dataclasses.replace(page, name=f"{page.name}-en", path=f"/en{page.path}", is_measured=False)


IN_BOTH_LANGUAGES = (*PAGES, *(english(page) for page in PAGES))


@dataclasses.dataclass(frozen=True)
class WorkPage(PublicPage):
    """A page for one account of the demo. With `via`, `path` is a pattern of the link to it on the page `via`."""

    role: str = ""
    via: str = ""
    is_indexed: bool = False


OWN = r"/theo-doi/[0-9]+/"
LOT = r"/theo-doi/lo/[0-9]+/"
BATCH = r"/theo-doi/tem/[0-9]+/"
OFFICE = "/theo-doi/can-bo/"


def _of(role: str, *pages: tuple) -> tuple[WorkPage, ...]:
    return tuple(
        WorkPage(name, path, role=role, via=via[0] if via else "", is_variant="form" in name)
        for name, path, *via in pages
    )


WORK_PAGES = (
    *_of(
        "htx",
        ("account", "/tai-khoan/"),
        ("portal-home", "/theo-doi/"),
        ("portal-lots", OWN, "/theo-doi/"),
        ("trace-form-lot", f"{OWN}lo-moi/", OWN),
        ("portal-places", f"{OWN}dia-diem/", OWN),
        ("portal-batches", f"{OWN}tem/", OWN),
        ("trace-form-batch", f"{OWN}tem/moi/", f"{OWN}tem/"),
        ("portal-orders", f"{OWN}don-hang/", OWN),
        ("portal-delivery", f"{OWN}giao-hang/", OWN),
        ("portal-sales", f"{OWN}ban-hang/", f"{OWN}don-hang/"),
        ("portal-mails", f"{OWN}thu/", f"{OWN}don-hang/"),
        ("portal-tax", f"{OWN}thue/", OWN),
        ("trace-form-order", "/theo-doi/don/[0-9]+/", f"{OWN}don-hang/"),
        ("portal-batch", BATCH, f"{OWN}tem/"),
        ("portal-print", f"{BATCH}in/", BATCH),
        ("portal-lot", LOT, OWN),
        ("trace-form-lot-edit", f"{LOT}sua/", LOT),
        ("trace-form-input", f"{LOT}nguyen-lieu/", LOT),
        ("trace-event", rf"{LOT}su-kien/(?:\?kind=\w+)?", LOT),
        ("trace-form-correct", "/theo-doi/su-kien/[0-9]+/sua/", LOT),
        ("trace-form-void", "/theo-doi/su-kien/[0-9]+/rut/", LOT),
    ),
    *_of(
        "diemban",
        ("sales-point-home", "/theo-doi/diem-ban/"),
        ("notices", "/theo-doi/diem-ban/[0-9]+/thu-hoi/", "/tai-khoan/"),
        ("offline", "/theo-doi/diem-ban/[0-9]+/ngoai-tuyen/", "/tai-khoan/"),
    ),
    *_of(
        "canbo",
        ("account-officer", "/tai-khoan/"),
        ("office-home", OFFICE),
        ("office-recalls", f"{OFFICE}thu-hoi/"),
        ("office-form-recall", rf"{OFFICE}thu-hoi/moi/\?batch=[0-9]+", f"{OFFICE}thu-hoi/"),
        ("office-recall", f"{OFFICE}thu-hoi/[0-9]+/", f"{OFFICE}thu-hoi/"),
        ("office-suspicions", f"{OFFICE}nghi-ngo/"),
        ("office-alerts", f"{OFFICE}ban-sao/"),
        ("office-exports", f"{OFFICE}du-lieu/"),
        ("office-form-data-request", rf"{OFFICE}du-lieu/bao-cao/\?product=[0-9]+", f"{OFFICE}du-lieu/"),
        ("office-searches", f"{OFFICE}tim-kiem/"),
    ),
    *_of(
        "quantri",
        ("account-second-step", "/tai-khoan/hai-lop/"),
        ("account-email", "/tai-khoan/email/"),
        ("account-form-password", "/tai-khoan/mat-khau/doi/"),
        ("office-second-steps", f"{OFFICE}hai-lop/"),
        ("office-payments", f"{OFFICE}thanh-toan/"),
        ("office-payment", f"{OFFICE}thanh-toan/[0-9]+/", f"{OFFICE}thanh-toan/"),
        ("office-statements", rf"{OFFICE}thanh-toan/\?muc=sao-ke", f"{OFFICE}thanh-toan/"),
        ("office-accounts", rf"{OFFICE}thanh-toan/\?muc=tai-khoan", f"{OFFICE}thanh-toan/"),
    ),
)
"""The workplaces: account, producer's and sales point's screens, officers' screens."""
_VIAS = {page.path: page.via for page in WORK_PAGES if page.via}


def fetch_as(site_url: str, page: WorkPage) -> tuple[int, bytes]:
    """Status and body as the page's own person gets them."""
    return signed_in(site_url, page.role).fetch(path_on(site_url, page))


def _link(site_url: str, role: str, path: str, via: str) -> str:
    """The path that the pattern `path` stands for, found on `via`, which may be such a pattern itself."""
    if via in _VIAS:
        via = _link(site_url, role, via, _VIAS[via])
    return signed_in(site_url, role).link(via, path)


def path_on(site_url: str, page: PublicPage) -> str:
    """Path of the page on this site; the stamp's code is read from its product's page, others from where they are
    linked."""
    if isinstance(page, WorkPage):
        return _link(site_url, page.role, page.path, page.via) if page.via else page.path
    if STAMP not in page.path:
        return page.path
    with urllib.request.urlopen(site_url + PRODUCT, timeout=30) as answer:  # noqa: S310 - the site under test
        code = re.search(r"/q/([0-9A-Z]+)", answer.read().decode())
    return page.path.replace(STAMP, f"/q/{code[1]}")
