"""Production refuses to start on a missing or wrong variable, and is clean when all is there."""

import pytest

from .production import GOOD, manage


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
    payments = {"VNPAY_TERMINAL": "X", "VNPAY_URL": "http://pay.example", "PAYMENT_ACCOUNTS": "mine"}
    result = manage("check", SECRET_KEY=None, SITE_URL=None, **payments)
    assert "SECRET_KEY is missing; SITE_URL is missing" in result.stderr
    assert all(name in result.stderr for name in payments)


def test_deployment_check_is_clean():
    result = manage("check", "--deploy", "--fail-level", "INFO")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
