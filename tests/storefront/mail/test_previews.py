"""Every mail of the site: shown at /design/mail/, complete in both languages, as mail programs take it."""

import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.template import engines

from storefront.accounts.mail import LIBRARY_MAILS
from storefront.mail.composing import blocks_of, compose
from storefront.mail.kinds import Letter, mail_kinds
from storefront.public.design_mail import previews

TEMPLATES = Path(django_settings.BASE_DIR) / "storefront" / "templates"


@pytest.fixture
def strict(monkeypatch):
    """A template that asks for what a sample does not have says so."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "MISSING-%s")


def test_every_mail_has_a_preview_that_lacks_nothing_and_has_both_parts(strict):
    for kind in mail_kinds().values():
        for preview in previews(kind):
            message, where = preview.message, (kind.name, preview.name, preview.language)
            whole = message_from_bytes(message.message().as_bytes(), policy=default)
            assert [part.get_content_type() for part in whole.iter_parts()] == ["text/plain", "text/html"], where
            text = whole.get_body(("plain",)).get_content()
            assert "MISSING-" not in message.subject + text + preview.html, where
            assert "\n" not in message.subject and message.subject.strip(), where
            assert "<" not in text and "&amp;" not in text and not re.search(r"\n\n\n|{[{%]", text), where
            links = re.findall(r'href="([^"]*)"', preview.html)
            assert links and all(link.startswith("http") for link in links), where
            assert "<table" in preview.html and 'style="' in preview.html and "<script" not in preview.html
            assert "prefers-color-scheme: dark" in preview.html
            if preview.language == "en":
                assert 'lang="en"' in preview.html


def test_all_templates_of_mails_belong_to_a_kind_that_is_shown():
    found = [path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*_subject.txt")]
    shown = [kind.template for kind in mail_kinds().values()]
    assert set(found) - {f"{begin}_subject.txt" for begin in (*shown, *LIBRARY_MAILS)} == set()
    sources = (Path(django_settings.BASE_DIR) / "storefront").rglob("*.py")
    past = re.compile(r"EmailMessage\(|send_mail\(\s*[\"']|mail_managers|mail_admins")
    direct = [path.name for path in sources if past.search(path.read_text())]
    assert direct == []  # nothing is sent past the outbox


def test_the_pages_of_the_preview(client, settings, db):
    page = client.get("/design/mail/").content.decode()
    for name in mail_kinds():
        assert f"/design/mail/{name}/" in page
    whole = client.get("/design/mail/order_received/")
    assert whole.status_code == 200
    assert "frame-src 'self'" in whole["Content-Security-Policy"]
    part = client.get("/design/mail/order_received/0/en.html")
    assert "style-src 'unsafe-inline'" in part["Content-Security-Policy"]
    assert part["X-Frame-Options"] == "SAMEORIGIN"
    for address in (
        "/design/mail/nothing/",
        "/design/mail/order_received/9/en.html",
        "/design/mail/order_received/0/fr.html",
    ):
        assert client.get(f"/design/mail/{address}").status_code == 404
    settings.IS_DEMO = False
    for address in ("/design/mail/", "/design/mail/order_received/", "/design/mail/order_received/0/vi.html"):
        assert client.get(address).status_code == 404


def test_who_orders_in_another_persons_name_sends_that_person_no_link():
    (letter, *_others) = mail_kinds()["order_received"].samples().values()
    for field in ("first_name", "line1", "line3", "line4", "state", "notes"):
        setattr(letter.context["address"], field, "Trúng thưởng https://evil.example/a www.evil.example")
    message = compose("shop/mail/order_confirmation", letter, language="vi", to="lan@example.com")
    for text in (message.body, str(message.alternatives[0].content)):
        assert "Trúng thưởng" in text
        assert "evil.example" not in text and "https://evil" not in text


def test_a_subject_is_one_line_without_hidden_letters_and_what_people_typed_is_no_html():
    letter = Letter(
        {"subject": "Đơn\r\nBcc: a@b.vn\u202e " + "dài " * 100, "text": "<b>x</b> & y\n\nGo:\nhttps://a.vn/?a=1&b=2"}
    )
    message = compose("account/email/whole", letter, language="vi", to="\u200bai@example.com ")
    assert message.to == ["ai@example.com"]
    assert message.subject.startswith("Đơn Bcc: a@b.vn dài") and len(message.subject) <= 150
    html = str(message.alternatives[0].content)
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in html and 'href="https://a.vn/?a=1&amp;b=2"' in html
    assert "<b>x</b> & y" in message.body
    assert [block.label for block in blocks_of("Go:\nhttps://a.vn")] == ["Go"]
