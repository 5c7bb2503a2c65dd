"""The offices that frameworks bring speak Vietnamese: no text of theirs stays English, none is a bad one.

A text that a library lacks, or a name made of a model of ours, gets an entry marked `# vendor` in the catalogue.
"""

import gettext
import html
import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib import admin
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import trans_real

from tests.world import build_world

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
    pytest.mark.filterwarnings("ignore:The default scheme will be changed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
SAME = re.compile(r"[^a-zA-Z]*|.*(%[YdmHM]|(?<![a-z])[a-zA-Z](?![a-z])).*|[A-Z0-9_.\- ]+", re.S)
"""Formats, signs and abbreviations are the same in both languages."""
NAMES = {"English", "Slug", "slug", "Wagtail", "Facebook", "ISO 3166-1 alpha-2", "ISO 3166-1 alpha-3", "Email", "kg"}
BAD = ("Khách hàng đã xóa tài khoản", "Đi!", "thuêus", "thuếus", "Những lượt xem sản phẩm", "Những hách hàng")
CODES = ("unconfirmed", "packed", "shipped", "returning", "returned")


def kind_of(address: str) -> str:
    path, _mark, query = address.partition("?")
    path = re.sub(r"[0-9a-f-]{36}|\d+", "0", path)
    return path + "?" + ",".join(sorted(re.findall(r"(\w+)=", query)))


def pages(client, start: str, most: int):
    """Every kind of page that can be reached from `start` by links."""
    waiting, seen = [start], {kind_of(start)}
    while waiting and most:
        address, most = waiting.pop(0), most - 1
        answer = client.get(address)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        page = answer.content.decode()
        yield address, page
        for link in re.findall(r'<a[^>]+href="([^"#]+)', page):
            found = urljoin(address, html.unescape(link))
            if urlsplit(found).path.startswith(start) and "logout" not in found and kind_of(found) not in seen:
                seen.add(kind_of(found))
                waiting.append(found)


@pytest.fixture
def asked(monkeypatch) -> dict[str, str]:
    """Texts for which the site asked its Vietnamese catalogue in vain."""
    texts: dict[str, str] = {}

    def recorded(method):
        def look_up(self, *words):
            found = method(self, *words)
            text = words[0].rpartition(gettext.GNUTranslations.CONTEXT % ("", ""))[2]
            if self.language() == "vi" and found in (text, *words) and not SAME.fullmatch(text) and text not in NAMES:
                texts.setdefault(text, "")
            return found

        return look_up

    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        method = getattr(gettext.GNUTranslations, name)
        monkeypatch.setattr(trans_real.DjangoTranslation, name, recorded(method), raising=False)
    return texts


@pytest.mark.parametrize("start", ["/dashboard/", "/django-admin/", "/quan-tri/"])
def test_no_text_of_an_office_stays_english(asked, start):
    client = build_world().clients["administrator"]
    bad = {}
    for address, page in pages(client, start, 150):
        for text in [text for text, where in asked.items() if not where]:
            asked[text] = address
        found = [words for words in BAD if words in page]
        found += [code for code in CODES if re.search(rf">\s*{code}\s*<", page)]
        if found:
            bad[address] = found

    assert not bad
    assert not asked


def test_every_name_of_a_field_in_the_register_office_is_in_words():
    for model, office in admin.site._registry.items():
        for options in (model._meta, *(inline.model._meta for inline in office.inlines)):
            named = [options, *options.local_fields, *options.local_many_to_many]
            for thing in named:
                assert isinstance(thing.verbose_name, Promise), thing
            with translation.override("vi"):
                words = {str(field.verbose_name) for field in named}
            with translation.override(None):
                english = {str(field.verbose_name) for field in named}
            assert {word for word in words & english if not SAME.fullmatch(word)} <= NAMES | {"gtin", "GTIN", "tem"}
