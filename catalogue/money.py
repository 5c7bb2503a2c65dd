"""Money is Vietnamese đồng, without smaller coins."""

from django.utils.translation import get_language


def dong(amount) -> str:
    """Whole đồng: 125000 is `125.000 ₫` in Vietnamese and `125,000 ₫` in English; nothing for nothing."""
    if amount is None or amount == "":
        return ""
    text = f"{round(amount):,}"
    return f"{text if get_language() == 'en' else text.replace(',', '.')}\u00a0₫"
