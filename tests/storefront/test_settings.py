"""Production refuses to start on a missing or wrong variable, and is clean when all is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

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
        cwd=Path(settings.BASE_DIR),
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        *((name, None, f"{name} is missing") for name in [*GOOD, "DATABASE_URL"]),
        ("SECRET_KEY", "kurz", "SECRET_KEY is too weak"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the hosts"),
        ("SITE_URL", "http://saobuon.example", "SITE_URL must look like"),
        ("SITE_URL", "https://other.example", "not in ALLOWED_HOSTS"),
        ("DATABASE_URL", "sqlite:///x.db", "DATABASE_URL must look like"),
        ("EMAIL_URL", "carrier-pigeon", "EMAIL_URL must look like"),
        ("DEFAULT_FROM_EMAIL", "nobody", "DEFAULT_FROM_EMAIL must be"),
    ],
)
def test_a_missing_or_wrong_variable_stops_the_start_with_one_line(name, value, says):
    result = manage("check", **{name: value})
    assert result.returncode != 0
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert says in lines[0]


def test_all_faults_are_named_at_once():
    result = manage("check", SECRET_KEY=None, SITE_URL=None)
    assert "SECRET_KEY is missing; SITE_URL is missing" in result.stderr


def test_deployment_check_is_clean():
    result = manage("check", "--deploy", "--fail-level", "INFO")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
