"""Scans of packs: the page that a phone gets, and records as phones leave them."""

import datetime
import re

from catalogue.traceability.scans.services import ScanRecord

from .packs import BROWSER

VERDICT = re.compile(r'data-verdict="([a-z-]+)"')
NOW = datetime.datetime(2026, 3, 1, 5, tzinfo=datetime.UTC)


MARK = re.compile(r'src="(/q/[^"]+/dau\.gif\?t=[^"]+)"')


def look(client, url, **headers):
    """Verdict and answer for a phone at this address."""
    response = visit(client, url, headers={**BROWSER, **headers})
    return VERDICT.search(response.content.decode())[1], response


def visit(client, url, *, headers=BROWSER, **options):
    """What a browser does: it opens the page, then fetches the picture that the page of a pack asks for."""
    response = client.get(url, headers=headers, **options)
    if mark := MARK.search(response.content.decode()):
        seen = client.get(mark[1], headers={**headers, "accept": "image/*"}, **options)
        assert (seen.status_code, seen["Content-Type"], seen["Cache-Control"]) == (200, "image/gif", "no-store")
    return response


def by_device(stamp, number, *, at=NOW, **facts) -> ScanRecord:
    return ScanRecord(stamp_id=stamp.pk, at=at, device=f"{number:032d}", **facts)
