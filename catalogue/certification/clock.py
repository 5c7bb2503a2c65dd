"""The day the register is read as of."""

import datetime

from django.conf import settings
from django.utils import timezone


def registry_day() -> datetime.date:
    """`REGISTRY_DATE` where a site sets it (the demo), else today in Asia/Ho_Chi_Minh."""
    return settings.REGISTRY_DATE or timezone.localdate()
