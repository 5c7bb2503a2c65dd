"""Where work begins: what waits for each role, a refusal that tells who you are, and tables that a phone can show."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from storefront.demo.sign_in import DOMAIN, PASSWORD
from tests.world import build_world

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:The default scheme will be changed"),
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
OFFICE = "/theo-doi/can-bo/"
LANDINGS = {
    "buyer": "/tai-khoan/",
    "producer": "/theo-doi/",
    "sales point": "/theo-doi/diem-ban/",
    "editor": OFFICE,
    "officer": OFFICE,
    "administrator": OFFICE,
}
MAILBOXES = {"buyer": "nguoimua", "producer": "htx", "sales point": "diemban", "editor": "bientap"}
WAITS = re.compile(r'<li class="waiting[^"]*"><a href="([^"]+)">([^<]+)</a> <strong class="numeric">(\d+)')


@pytest.fixture
def world():
    world = build_world()
    DBTaskResult.objects.create(
        task_path="x.y", status="FAILED", args_kwargs={"args": [], "kwargs": {}}, queue_name="default",
        backend_name="default", run_after=timezone.now(), exception_class_path="", traceback="",
    )  # fmt: skip
    return world


def waiting(client, address: str) -> dict[str, tuple[int, str]]:
    page = client.get(address)
    assert page.status_code == 200
    rows = WAITS.findall(page.content.decode())
    return {label: (int(number), url.replace("&amp;", "&")) for url, label, number in rows}


def test_each_role_arrives_where_its_work_waits_unless_another_page_was_asked_for(world, client):
    for role, mailbox in {**MAILBOXES, "officer": "canbo", "administrator": "quantri"}.items():
        form = {"login": f"{mailbox}@{DOMAIN}", "password": PASSWORD}
        client.logout()
        assert client.post("/tai-khoan/dang-nhap/", form)["Location"] == LANDINGS[role]
        client.logout()
        asked = client.post("/tai-khoan/dang-nhap/", form | {"next": "/san-pham/"})
        assert asked["Location"] == "/san-pham/"


def test_numbers_are_those_of_the_lists_and_every_link_opens_for_who_sees_it(world):
    found = {role: waiting(world.clients[role], LANDINGS[role]) for role in LANDINGS if role != "buyer"}
    for role, items in found.items():
        for label, (_number, url) in items.items():
            assert world.clients[role].get(url).status_code == 200, (role, label, url)
    officer = {label: number for label, (number, _url) in found["officer"].items()}
    assert officer["Báo nghi ngờ mới"] == officer["Cảnh báo tem bị sao chép"] == officer["Góp ý mới"] == 1
    assert officer["Lần gửi bị cổng quốc gia từ chối"] == officer["Thông báo mà điểm bán chưa xác nhận"] == 1
    assert "Việc chạy nền bị lỗi" not in officer
    administrator = {label: number for label, (number, _url) in found["administrator"].items()}
    assert administrator["Việc chạy nền bị lỗi"] == administrator["Đơn hàng chờ người bán gọi"] == 1
    assert [number for number, _url in found["editor"].values()] == [1]  # the story that waits for a review
    assert found["producer"]["Đơn cần gọi, hàng đang được giữ"][0] == 1
    assert [number for number, _url in found["sales point"].values()] == [
        1,
        0,
        1,
    ]  # a notice, no parcel, a seller asks


def test_what_somebody_asked_for_waits_for_the_others(world):
    officer, administrator = world.clients["officer"], world.clients["administrator"]
    label = "Thu hồi mà cán bộ khác đã đề nghị kết thúc"
    list_of_recalls = officer.get(reverse("office-recalls")).content.decode()
    recall = re.search(r"/theo-doi/can-bo/thu-hoi/(\d+)/", list_of_recalls)[1]
    officer.post(reverse("office-recall-end", args=[recall]), {"step": "ask", "reason": "Đã kiểm tra lại"})
    assert waiting(officer, OFFICE)[label][0] == 0
    assert waiting(administrator, OFFICE)[label][0] == 1


@pytest.mark.parametrize(
    ("role", "address", "says"),
    [
        ("producer", "/dashboard/", "Quản trị viên"),
        ("producer", f"{OFFICE}ban-sao/", "Cán bộ tỉnh"),
        ("sales point", "/theo-doi/", "người của nhà sản xuất này"),
        ("buyer", "/quan-tri/", "Biên tập viên"),
    ],
)
def test_a_refusal_says_who_you_are_and_what_is_needed(world, role, address, says):
    answer = world.clients[role].get(address, follow=True)
    page = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    assert answer.status_code == 403
    assert f"Bạn đang đăng nhập với tên {world.users[role].get_full_name()}." in page
    assert says in page
    assert f'href="{LANDINGS[role]}"' in page
    assert "/tai-khoan/dang-nhap/" not in page


class Tables(HTMLParser):
    """Every table of a page: the words of its headings, and the labels of each row's cells."""

    def __init__(self, page: str):
        super().__init__()
        self.tables: list[tuple[list[str], list[list[str | None]]]] = []
        self.in_heading = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            assert "table--stack" in attrs["class"]
            self.tables.append(([], []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag == "th" and attrs["scope"] == "col":
            self.in_heading = True
            self.tables[-1][0].append("")
        elif tag in ("td", "th"):
            self.tables[-1][1][-1].append(attrs.get("data-label"))

    def handle_endtag(self, tag):
        if tag == "th":
            self.in_heading = False

    def handle_data(self, data):
        if self.in_heading:
            self.tables[-1][0][-1] += data


def test_on_a_phone_every_cell_says_its_heading(world):
    client = world.clients["administrator"]
    addresses = [
        f"{OFFICE}ban-sao/", f"{OFFICE}thu-hoi/", f"{OFFICE}nghi-ngo/?state=all", f"{OFFICE}du-lieu/",
    ]  # fmt: skip
    recalls = client.get(f"{OFFICE}thu-hoi/").content.decode()
    alerts = client.get(f"{OFFICE}ban-sao/").content.decode()
    addresses += [re.search(rf"{OFFICE}thu-hoi/\d+/", recalls)[0], re.search(rf"{OFFICE}ban-sao/\d+/", alerts)[0]]
    shown = 0
    for language in ("", "/en"):
        for address in addresses:
            for headings, rows in Tables(client.get(language + address).content.decode()).tables:
                for labels in filter(None, rows):
                    assert labels == [None, *headings[1:]], address
                    shown += 1
    assert shown >= 2 * len(addresses)
