"""What every page of ours needs, without a query."""

from django.conf import settings
from django.utils.translation import get_language

from catalogue.certification.clock import registry_day


def site(request) -> dict:
    """Demo flag, registry day where it is not today, and the address of the page in both languages."""
    language = get_language() or settings.LANGUAGE_CODE
    neutral = request.path.removeprefix("/en") if request.path.startswith("/en/") else request.path
    return {
        "is_demo": settings.IS_DEMO,
        "registry_date": registry_day() if settings.REGISTRY_DATE else None,
        "site_url": settings.SITE_URL,
        "is_second_factor_required": settings.MFA_REQUIRED,
        "language": language,
        "vi_path": neutral,
        "section": neutral.strip("/").partition("/")[0],
        "en_path": f"/en{neutral}",
        "query_string": f"?{request.GET.urlencode()}" if request.GET else "",
    }
