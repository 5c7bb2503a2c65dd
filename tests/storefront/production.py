"""`manage.py` under the settings of production, with all variables that they need."""

import os
import subprocess
import sys

from storefront.runtime.pytest_plugin import ROOT
from tests.waiting import PATIENCE_SECONDS

GOOD = {
    "SECRET_KEY": "k3!" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
    "ALLOWED_HOSTS": "saobuon.example",
    "SITE_URL": "https://saobuon.example",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example:587",
    "DEFAULT_FROM_EMAIL": "don-hang@saobuon.example",
}


def manage(*arguments, **changes):
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "storefront.settings.production"}
    environment |= GOOD | {"DATABASE_URL": "postgres://u:p@127.0.0.1:1/none"} | changes
    environment = {name: value for name, value in environment.items() if value is not None}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
