"""QR codes from plain text."""

import io

import qrcode
import qrcode.image.svg


def qr_svg(text: str) -> bytes:
    """QR code (error correction M, quiet zone of 4 modules) as one SVG path, black on white."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=10, border=4)
    code.add_data(text)
    code.make(fit=True)
    image = code.make_image(image_factory=qrcode.image.svg.SvgPathFillImage)
    buffer = io.BytesIO()
    image.save(buffer)
    return buffer.getvalue()
