"""A phone's camera on the product page's QR code: it leads to the verdict, the certificate and the producer."""

import io

import psycopg
import zxingcpp
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from PIL import Image
from playwright.sync_api import expect

from catalogue.traceability.stamps.signing import sign, stamp_url
from tests.waiting import PATIENCE_SECONDS, wait_until


def scanned(picture: bytes) -> str:
    """Text of the one QR code in a picture."""
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert len(codes) == 1
    return codes[0].text


def test_the_code_on_the_page_leads_to_the_producer_with_a_verdict(site, page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.url}/san-pham/ca-phe-chon-kien-cuong/")
    code = page.locator(".qr img")
    code.scroll_into_view_if_needed()
    code.evaluate("picture => picture.decode()")  # it loads when it comes near
    address = scanned(code.screenshot())
    assert address.startswith(f"{site.url}/q/")
    page.goto(address)
    assert page.locator("[data-verdict]").get_attribute("data-verdict") == "certified"
    assert "5 sao" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Công ty TNHH MTV Kiên Cường").first.click()
    assert page.locator("h1").inner_text() == "Công ty TNHH MTV Kiên Cường"


def test_a_pack_is_first_once_counted_after_the_answer_and_placed_only_with_consent(site, browser, page):
    with psycopg.connect(site.database, autocommit=True) as database:
        packs = database.execute(
            "SELECT s.code, s.id, b.host, b.gtin, b.key_id FROM traceability_stamp s"
            " JOIN traceability_stampbatch b ON b.id = s.batch_id"
            " WHERE b.state = 'active' AND NOT EXISTS (SELECT 1 FROM traceability_recall r WHERE r.lot_id = b.lot_id)"
            " AND NOT EXISTS (SELECT 1 FROM traceability_scan c WHERE c.stamp_id = s.id) ORDER BY s.id LIMIT 2"
        ).fetchall()

        def address_of(pack) -> str:
            serial, _pk, host, gtin, number = pack
            key = load_pem_private_key((site.var / "keys" / f"stamp-{number}.pem").read_bytes(), None)
            s = sign(key, number=number, host=host, serial=serial, gtin=gtin)
            return stamp_url(host=host, serial=serial, s=s, gtin=gtin).replace(f"https://{host}", site.url)

        serial, stamp_id = packs[0][:2]

        def scans(stamp_id=stamp_id):
            return database.execute(
                "SELECT latitude, longitude, device <> '' FROM traceability_scan WHERE stamp_id = %s", [stamp_id]
            ).fetchall()

        typed = f"{serial[:4]}-{serial[4:8]}-{serial[8:]}".lower()
        page.goto(f"{site.url}/q/{typed}")
        assert page.locator("[data-verdict]").get_attribute("data-verdict") == "seen"
        assert page.locator("[data-place-url]").count() == 0 and scans() == [], "what is typed is not scanned"
        scanned_url = address_of(packs[0])
        page.goto(scanned_url)
        assert page.locator("[data-verdict]").get_attribute("data-verdict") == "first-scan"
        page.goto(scanned_url)
        assert page.locator("[data-verdict]").get_attribute("data-verdict") == "seen"
        assert page.context.cookies() == []
        assert wait_until(scans) == [(None, None, True)]
        page.context.grant_permissions(["geolocation"], origin=site.url)
        page.context.set_geolocation({"latitude": 12.6789, "longitude": 108.0432})
        button = page.locator("[data-place-url]")
        button.click()
        expect(button).to_have_attribute("aria-disabled", "true", timeout=PATIENCE_SECONDS * 1000)
        assert button.inner_text() == button.get_attribute("data-done")
        assert scans() == [(12.7, 108.0, True)]
        plain = browser.new_context(java_script_enabled=False, user_agent=page.evaluate("navigator.userAgent"))
        without_script = plain.new_page()
        without_script.goto(scanned_url)
        assert without_script.locator("[data-verdict]").get_attribute("data-verdict") == "seen"
        assert not without_script.locator("[data-place-url]").is_visible()
        without_script.goto(address_of(packs[1]))
        assert without_script.locator("[data-verdict]").get_attribute("data-verdict") == "first-scan"
        assert wait_until(lambda: scans(packs[1][1])) == [(None, None, True)], "without script too"
        plain.close()
