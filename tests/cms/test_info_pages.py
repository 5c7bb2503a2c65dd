"""Information pages: made once in both languages, never over an editor's text; the operator as far as known."""

import re

import pytest

from cms.models import HELP_SLUG, INFO_SLUGS, HomePage, InfoPage
from cms.queries import info_text
from cms.services import ensure_site
from cms.services.tree import add_live_page

pytestmark = pytest.mark.django_db


def article_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    page = response.content.decode()
    return page[page.index("<article") : page.index("</article>")]


def test_every_page_is_there_in_both_languages(client, stories):
    seen = set()
    for slug in INFO_SLUGS:
        vietnamese, english = (client.get(f"{prefix}/{slug}/") for prefix in ("", "/en"))
        for response in (vietnamese, english):
            assert response.status_code == 200
            assert not response.cookies
            page = response.content.decode()
            title = re.search(r"<title>(.*?)</title>", page)[1]
            description = re.search(r'name="description" content="(.*?)"', page)[1]
            assert 0 < len(description) <= 160
            seen |= {title, description}
            assert page.count("<h1>") == 1
        text = article_of(client, f"/en/{slug}/")
        assert not re.search("[ạảấầẩậắằẳặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỷỹỵ]", re.sub("Đắk Lắk|đồng", "", text)), slug
        assert 'lang="vi"' not in text
    assert len(seen) == 4 * len(INFO_SLUGS)


def test_links_in_the_texts_lead_somewhere_in_the_same_language(client, stories):
    for prefix in ("", "/en"):
        links = {
            link
            for slug in INFO_SLUGS
            for link in re.findall(r'<a href="(/[^"]*)"', article_of(client, f"{prefix}/{slug}/"))
        }
        assert f"{prefix}/tra-cuu/" in links
        for link in links:
            assert link.startswith("/en/") is (prefix == "/en") or link.startswith("/api/"), link
            assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_an_edited_page_keeps_its_text_and_an_untouched_one_follows_the_file(client, stories):
    edited, untouched = InfoPage.objects.get(slug="gioi-thieu"), InfoPage.objects.get(slug="dieu-khoan")
    edited.title = "Của biên tập viên"
    edited.save_revision().publish()
    InfoPage.objects.filter(pk=untouched.pk).update(title_en="Old", summary="Cũ")
    ensure_site()
    assert InfoPage.objects.get(pk=edited.pk).title == "Của biên tập viên"
    untouched.refresh_from_db()
    assert (untouched.title_en, untouched.summary[:9]) == ("Terms of use and of sale", "Trang này")


def test_setting_up_again_writes_nothing(client, stories, django_assert_num_queries):
    before = list(InfoPage.objects.values_list("pk", "body", "latest_revision_created_at"))
    ensure_site()
    assert list(InfoPage.objects.values_list("pk", "body", "latest_revision_created_at")) == before


def test_without_english_the_vietnamese_text_is_shown_as_such(client, stories):
    add_live_page(HomePage.objects.get(), InfoPage(title="Lịch làm việc", slug="lich-lam-viec", summary="Giờ mở cửa"))
    page = client.get("/en/lich-lam-viec/").content.decode()
    assert '<article lang="vi">' in page
    assert "Lịch làm việc" in page


def test_help_gives_its_questions_as_data(stories):
    page = InfoPage.objects.get(slug=HELP_SLUG)
    vietnamese, english = info_text(page, "vi").questions, info_text(page, "en").questions
    assert len(vietnamese) == len(english) >= 15
    for question, answer in (*vietnamese, *english):
        assert question.endswith("?")
        assert answer.startswith("<p>")


@pytest.mark.usefixtures("rendered_anew")
def test_the_operator_is_shown_as_far_as_known(client, stories, settings):
    missing = article_of(client, "/don-vi-van-hanh/")
    assert missing.count("chưa điền") + missing.count("not filled in yet") >= len(settings.OPERATOR)
    settings.OPERATOR = {part: f"giá trị {part}" for part in settings.OPERATOR} | {
        "name": "Chi cục <Phát triển>",
        "email": "ocop@example.com",
        "phone": "0262 123 456",
    }
    complete = article_of(client, "/don-vi-van-hanh/")
    assert "Chi cục &lt;Phát triển&gt;" in complete
    assert 'href="mailto:ocop@example.com"' in complete
    assert 'href="tel:0262123456"' in complete
    assert "alert" not in complete


def test_every_cookie_the_privacy_page_names_is_the_one_we_set(client, stories, settings):
    page = article_of(client, "/quyen-rieng-tu/")
    for name, seconds in (
        (settings.OSCAR_BASKET_COOKIE_OPEN, settings.OSCAR_BASKET_COOKIE_LIFETIME),
        (settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE),
    ):
        days = seconds // 86_400
        assert re.search(rf"<dt>{name}</dt><dd>[^<]*; {days} ngày</dd>", page), name
    assert settings.CSRF_COOKIE_NAME in page
