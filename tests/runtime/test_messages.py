"""The catalogue holds every text of the source, translated, with the same placeholders."""

import gettext

import polib
import pytest

from storefront.runtime import messages
from storefront.runtime.extraction import Extraction, Message
from storefront.runtime.pytest_plugin import ROOT


@pytest.fixture
def project(tmp_path):
    """A tree with one Python file and one template."""
    code = tmp_path / "catalogue" / "views.py"
    code.parent.mkdir()
    code.write_text(
        "from django.utils import translation\n"
        "from django.utils.translation import gettext_lazy as _, ngettext, pgettext as in_context\n"
        "LABEL = _('Coffee')\n"
        "def f(n):\n"
        "    ngettext('%(n)s star', '%(n)s stars', n)\n"
        "    return in_context('verb', 'Order'), translation.gettext('A long text, '\n"
        "                                                            'in two parts')\n"
    )
    template = tmp_path / "storefront" / "templates" / "page.html"
    template.parent.mkdir(parents=True)
    template.write_text(
        "{% load i18n %}\n"
        "  <h1>{% translate 'Welcome' %}</h1>\n"
        "{% if x %}\n"
        "      {# Translators: seen by buyers #}\n"
        '    <p title="{% translate "Order" context "noun" %}">it\'s {{ _("Coffee") }}</p>\n'
        "  {% blocktranslate trimmed count n=n %}\n      {{ n }} village\n"
        "  {% plural %}\n      {{ n }} villages\n  {% endblocktranslate %}\n"
        "{% endif %}\n"
    )
    return tmp_path


ALL = {
    Message("Coffee"),
    Message("%(n)s star", plural="%(n)s stars"),
    Message("Order", context="verb"),
    Message("Order", context="noun"),
    Message("A long text, in two parts"),
    Message("Welcome"),
    Message("%(n)s village", plural="%(n)s villages"),
}


def catalog(project) -> polib.POFile:
    return polib.pofile(str(project / messages.CATALOG))


def translate_all(project) -> polib.POFile:
    result = catalog(project)
    for entry in result:
        text = entry.msgid_plural or entry.msgid
        if entry.msgid_plural:
            entry.msgstr_plural = {0: text}
        else:
            entry.msgstr = text
    result.save()
    return result


def test_texts_are_found_in_code_and_templates(project):
    result = Extraction(project)
    assert result.errors == []
    assert set(result.messages) == ALL
    assert result.messages[Message("Coffee")] == {"catalogue/views.py", "storefront/templates/page.html"}


@pytest.mark.parametrize(
    "call", ["_(f'{x} stars')", "_('a' + b)", "_(name)", "ngettext('one', plural, n)", "_('%s' % x)"]
)
def test_a_text_no_catalogue_can_hold_is_an_error(project, call):
    (project / "catalogue" / "bad.py").write_text(
        f"from django.utils.translation import gettext as _, ngettext\ndef f(x, b, name, plural, n): {call}\n"
    )
    assert [error.split(": ")[0] for error in Extraction(project).errors] == ["catalogue/bad.py:2"]
    assert messages.update(project) != []


def test_an_underscore_that_does_not_translate_is_ignored(project):
    (project / "catalogue" / "other.py").write_text("_ = print\n_(f'{1}')\n")
    assert Extraction(project).errors == []


def test_update_keeps_translations_drops_vanished_texts_and_is_stable(project):
    assert messages.update(project) == []
    result = translate_all(project)
    path = project / messages.CATALOG
    result.append(polib.POEntry(msgid="Vanished", msgstr="Đã mất"))
    result.append(polib.POEntry(msgid="Log in", msgstr="Đăng nhập", tcomment="vendor"))
    result.save()
    assert messages.update(project) == []
    first = path.read_text()
    ids = [(entry.msgctxt, entry.msgid) for entry in catalog(project)]
    assert ids == sorted(ids, key=lambda key: (key[1], key[0] or ""))
    assert "Vanished" not in first
    assert "Đăng nhập" in first
    assert ":3" not in first, "line numbers would change with every edit"
    assert messages.update(project) == []
    assert path.read_text() == first
    assert messages.check(project) == []


def test_check_names_every_fault(project):
    messages.update(project)
    result = translate_all(project)
    by_id = {(entry.msgctxt, entry.msgid): entry for entry in result}
    by_id[None, "Coffee"].msgstr = ""
    by_id[None, "Welcome"].flags = ["fuzzy"]
    by_id[None, "%(n)s star"].msgstr_plural = {0: "%(count)s sao"}
    result.remove(by_id["verb", "Order"])
    result.append(polib.POEntry(msgid="Vanished", msgstr="Đã mất"))
    result.append(polib.POEntry(msgid="Log in", msgstr="", tcomment="vendor"))
    result.save()
    assert messages.check(project) == [
        "fuzzy: 'Welcome'",
        "no longer in the source: 'Vanished'",
        "not in the catalogue: 'Order' (catalogue/views.py)",
        "placeholders differ: '%(n)s star' has ['%(n)s'], its translation ['%(count)s']",
        "untranslated: 'Coffee'",
        "untranslated: 'Log in'",
    ]


@pytest.mark.parametrize(
    ("text", "translation", "same"),
    [
        ("%(a)s of %(b)s", "%(b)s: %(a)s", True),
        ("%(a)s", "%(a)d", False),
        ("{name} has {count:d}", "{count} của {name}", True),
        ("{name}", "{ten}", False),
        ("%s", "%s %s", False),
        ("100 %% of %(a)s", "%(a)s", True),
    ],
)
def test_placeholders(text, translation, same):
    assert (messages._placeholders(text) == messages._placeholders(translation)) is same


def test_compiled_catalogues_are_read_by_gettext_and_renewed_when_older(project):
    messages.update(project)
    result = translate_all(project)
    next(entry for entry in result if entry.msgid == "Coffee").msgstr = "Cà phê"
    result.save()
    assert messages.needs_compile(project)
    messages.compile_catalogs(project)
    assert not messages.needs_compile(project)
    with (project / messages.CATALOG).with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Coffee") == "Cà phê"


def test_our_own_catalogue_is_complete():
    assert messages.check(ROOT) == []
