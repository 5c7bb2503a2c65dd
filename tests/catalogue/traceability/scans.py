"""Scans of packs: the page that a phone gets, and records as phones leave them."""

import datetime
import re

from catalogue.traceability.scans.services import ScanRecord

from .packs import BROWSER

VERDICT = re.compile(r'data-verdict="([a-z-]+)"')
NOW = datetime.datetime(2026, 3, 1, 5, tzinfo=datetime.UTC)


def look(client, url, **headers):
    """Verdict and answer for a phone at this address."""
    response = client.get(url, headers={**BROWSER, **headers})
    return VERDICT.search(response.content.decode())[1], response


def by_device(stamp, number, *, at=NOW, **facts) -> ScanRecord:
    return ScanRecord(stamp_id=stamp.pk, at=at, device=f"{number:032d}", **facts)
