"""Mails that the site sends: a table of kinds (`kinds`), rows that wait to be sent (`models`), and the sending."""

import unicodedata

from catalogue.text import without_invisible


def plain_address(text: str) -> str:
    """An e-mail address as mail servers know it, from how it was typed or pasted: without letters that nobody sees,
    without spaces around it, full-width letters as plain ones. It need not be an address."""
    return unicodedata.normalize("NFKC", without_invisible(text)).strip()


def is_deliverable(address: str) -> bool:
    """Whether the domain of an address has a name that can be asked for."""
    domain = address.rpartition("@")[2]
    try:
        domain.encode("idna")
    except UnicodeError:
        return False
    return True
