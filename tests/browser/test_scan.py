"""A phone's camera on the product page's QR code: it leads to the verdict, the certificate and the producer."""

import io

import zxingcpp
from PIL import Image


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
    address = scanned(code.screenshot())
    assert address.startswith(f"{site.url}/q/")
    page.goto(address)
    assert page.locator("[data-verdict]").get_attribute("data-verdict") == "certified"
    assert "5 sao" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Trang của chủ thể").click()
    assert page.locator("h1").inner_text() == "Công ty TNHH MTV Kiên Cường"
