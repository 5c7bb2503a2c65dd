"""Signatures and keys: what passes, what does not, and where private keys are never found."""

import io
import logging
import re
import secrets
import stat

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from catalogue import base32
from catalogue.traceability.models import SigningKey
from catalogue.traceability.models.stamps import PREFIX_PATTERN
from catalogue.traceability.scans.packs import Signature, check_signature
from catalogue.traceability.stamps import keys, serials, signing

KEY, OTHER = Ed25519PrivateKey.from_private_bytes(b"1" * 32), Ed25519PrivateKey.from_private_bytes(b"2" * 32)
RING = {3: KEY.public_key(), 4: OTHER.public_key()}
STAMP = {"host": "saobuon.example", "gtin": "00200000000011", "serial": "7K3M0Q2XV9TD"}
GOOD = signing.sign(KEY, number=3, **STAMP)


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.STAMP_KEYS_DIR = tmp_path / "keys"


def test_a_signature_is_a_key_number_and_155_digits_and_always_the_same():
    assert len(GOOD) == 156 and GOOD.isascii() and GOOD.isdigit() and GOOD[0] == "3"
    assert signing.sign(KEY, number=3, **STAMP) == GOOD
    assert signing.verify(RING, s=GOOD, **STAMP) == 3
    assert signing.stamp_url(s=GOOD, **STAMP) == f"https://saobuon.example/01/00200000000011/21/7K3M0Q2XV9TD?s={GOOD}"


def test_what_is_signed_is_length_prefixed_so_that_parts_cannot_run_into_each_other():
    message = signing.message(**STAMP, number=3)
    parts = [signing.DOMAIN, b"saobuon.example", b"00200000000011", b"7K3M0Q2XV9TD", b"3"]
    assert message == b"".join(len(part).to_bytes(2, "big") + part for part in parts)
    assert signing.message(host="ab", gtin="", serial="c", number=1) != signing.message(
        host="a", gtin="b", serial="c", number=1
    )


def forged(position: int, digit: str) -> str:
    return GOOD[:position] + digit + GOOD[position + 1 :]


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("other serial", {"serial": "7K3M0Q2XV9TE"}),
        ("other host", {"host": "saobuon.exampIe"}),
        ("other product", {"gtin": "00200000000028"}),
        ("product taken away", {"gtin": ""}),
        ("other key named", {"s": "4" + GOOD[1:]}),
        ("key that does not exist", {"s": "9" + GOOD[1:]}),
        ("signed by another key", {"s": signing.sign(OTHER, number=3, **STAMP)}),
        ("nothing", {"s": ""}),
        ("one digit less", {"s": GOOD[:-1]}),
        ("one digit more", {"s": GOOD + "0"}),
        ("a line after it", {"s": GOOD + "\n"}),
        ("letters", {"s": "x" * 156}),
        ("Arabic digits", {"s": GOOD[:-1] + "٣"}),
        ("sign before it", {"s": "3+" + GOOD[2:]}),
        ("more than 64 bytes", {"s": "3" + "9" * 155}),
        ("all zero", {"s": "3" + "0" * 155}),
        ("a serial of 70,000 letters", {"serial": "A" * 70_000}),
    ],
)
def test_a_forged_stamp_is_refused(what, changed):
    assert signing.verify(RING, **{"s": GOOD, **STAMP, **changed}) is None


def test_every_single_wrong_digit_is_refused():
    for position in range(1, 156):
        wrong = str((int(GOOD[position]) + 1) % 10)
        assert signing.verify(RING, s=forged(position, wrong), **STAMP) is None, position


def test_many_guessed_codes_are_all_refused():
    """A thousandth of the million that a command can try: manage.py bench_forgeries."""
    assert not any(
        signing.verify(RING, s=f"3{secrets.randbits(512):0155d}", **{**STAMP, "serial": serials.new_serial("7K3M")})
        for _ in range(1000)
    )


@hypothesis_settings(max_examples=150)
@given(
    st.text(max_size=18),
    st.text("0123456789", max_size=14),
    st.text(base32.ALPHABET, min_size=12, max_size=12),
    st.integers(0, 9),
)
def test_what_is_signed_passes_and_nothing_else_of_the_same_text(host, gtin, serial, number):
    s = signing.sign(KEY, number=number, host=host, gtin=gtin, serial=serial)
    ring = {number: KEY.public_key()}
    assert signing.verify(ring, s=s, host=host, gtin=gtin, serial=serial) == number
    assert signing.verify(ring, s=s, host=host, gtin=gtin, serial=serial[::-1]) == (
        number if serial == serial[::-1] else None
    )
    assert signing.verify({number: OTHER.public_key()}, s=s, host=host, gtin=gtin, serial=serial) is None


# -- keys of the register -----------------------------------------------------------------------------------------


def run(*arguments) -> str:
    out = io.StringIO()
    call_command("stamp_keys", *arguments, stdout=out)
    return out.getvalue()


def signed(signer: keys.Signer) -> str:
    return signer.url(**STAMP).partition("?s=")[2]


def judged(s: str) -> Signature:
    return check_signature(keys.public_keys(), given=[s], **STAMP)


@pytest.mark.django_db
def test_keys_are_made_rotated_and_withdrawn_by_commands():
    run("create")
    first = keys.current_signer()
    with pytest.raises(CommandError, match="hãy thay khóa"):
        run("create")
    run("rotate")
    second = keys.current_signer()
    assert (first.number, second.number) == (0, 1)
    # the retired key's stamps stay good, and the new one's are good
    for signer in (first, second):
        assert judged(signed(signer)) is Signature.RIGHT and signed(signer)[0] == str(signer.number)
    with pytest.raises(CommandError, match="Không có khóa 7"):
        run("withdraw", "7", "--reason", "test")
    run("withdraw", "0", "--reason", "a laptop was stolen")
    assert judged(signed(first)) is Signature.WITHDRAWN
    assert judged(forged(5, "0")) is Signature.WRONG
    listed = run("list").splitlines()
    assert [line.split()[:2] for line in listed] == [["0", "withdrawn"], ["1", "current"]]


@pytest.mark.django_db
def test_key_files_are_for_their_owner_only_and_must_stay_so():
    keys.create_key()
    path = keys.key_path(0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o640)
    with pytest.raises(keys.KeyProblem, match="600"):
        keys.current_signer()


@pytest.mark.django_db
def test_a_wrong_or_missing_file_never_signs():
    keys.create_key()
    keys.key_path(0).rename(keys.key_path(5))
    with pytest.raises(keys.KeyProblem):
        keys.current_signer()
    keys.rotate_key()
    keys.key_path(0).write_bytes(keys.key_path(1).read_bytes())
    keys.key_path(0).chmod(0o600)
    with pytest.raises(keys.KeyProblem):
        keys._signer(SigningKey.objects.get(number=0))
    keys.key_path(1).write_text("rubbish")
    with pytest.raises(keys.KeyProblem):
        keys.current_signer()
    assert keys.ensure_current_key().number == 1  # a file is there: that it is wrong must be seen, not papered over


@pytest.mark.django_db
def test_a_copied_database_without_files_gets_a_new_key():
    keys.create_key()
    keys.key_path(0).unlink()
    assert keys.ensure_current_key().number == 1
    assert keys.current_signer().number == 1


@pytest.mark.django_db
def test_an_old_file_is_never_overwritten():
    keys.create_key()
    old = keys.key_path(0).read_bytes()
    SigningKey.objects.all().delete()
    keys.create_key()
    files = sorted(keys.key_path(0).parent.iterdir())
    assert len(files) == 2 and old in [file.read_bytes() for file in files]


@pytest.mark.django_db
def test_the_database_allows_one_current_key_and_ten_numbers():
    keys.create_key()
    for number, public_key in ((1, "ab" * 32), (10, "cd" * 32)):
        with pytest.raises(IntegrityError), transaction.atomic():
            SigningKey.objects.create(number=number, public_key=public_key)
    for _ in range(9):
        keys.rotate_key()
    with pytest.raises(keys.KeyProblem, match="hết mười số"):
        keys.rotate_key()
    assert keys.current_signer().number == 9  # the refusal retired nothing


def test_private_keys_are_neither_in_the_database_nor_in_the_log_nor_shown(committed_db, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    run("create")
    shown = run("rotate") + run("list")
    assert judged(signed(keys.current_signer())) is Signature.RIGHT
    dump = _dump()
    assert SigningKey.objects.get(number=0).public_key in dump  # so the dump holds the table
    said = dump + caplog.text + shown + repr(keys.current_signer()) + "".join(capsys.readouterr())
    for number in (0, 1):
        pem = keys.key_path(number).read_text()
        private = keys._private(keys.key_path(number), SigningKey.objects.get(number=number).public_key)
        raw = private.private_bytes_raw()
        for secret in (pem.splitlines()[1], raw.hex(), "PRIVATE KEY", str(int.from_bytes(raw, "big"))):
            assert secret not in said


def _dump() -> str:
    """All rows of the trace's tables and of the history, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_stat_user_tables WHERE relname ~ '^(traceability|pghistory|django_tasks)_'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        text = ""
        for table in tables:
            cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table)} t")  # noqa: S608
            text += "\n".join(row for (row,) in cursor.fetchall())
    return text


@pytest.mark.django_db
def test_the_host_is_at_most_18_characters_long(settings):
    settings.STAMP_HOST = "a" * 18
    assert keys.stamp_host() == "a" * 18
    for wrong in ("a" * 19, "", "saobuon.example/", "bad host", "xạ.vn"):
        settings.STAMP_HOST = wrong
        with pytest.raises(keys.KeyProblem):
            keys.stamp_host()
    settings.STAMP_HOST, settings.IS_DEMO = "saobuon.example", False
    with pytest.raises(keys.KeyProblem, match="STAMP_HOST"):
        keys.stamp_host()


@pytest.mark.django_db
def test_public_keys_are_published_for_everybody():
    keys.create_key()
    keys.rotate_key()
    answer = Client().get("/.well-known/jwks.json")
    assert answer.status_code == 200 and not answer.cookies
    assert answer["Access-Control-Allow-Origin"] == "*"
    published = answer.json()["keys"]
    assert [(key["kid"], key["crv"], key["kty"], key["state"]) for key in published] == [
        ("0", "Ed25519", "OKP", "retired"),
        ("1", "Ed25519", "OKP", "current"),
    ]
    assert not any("d" in key for key in published)  # the private member of a JWK


# -- serials ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "7k3m0q2xv9td",
        "7K3M 0Q2X V9TD",
        " 7k3m-oq2x-v9td ",
        "7K3M.0Q2X.V9TD",
        "7K3M\t0Q2X\u00a0V9TD",
        "7K3M–OQ2X–U9TD",
    ],
)
def test_typed_serials_are_read_as_meant(typed):
    assert base32.normalise_code(typed) == "7K3M0Q2XV9TD"


def test_serials_of_a_batch_are_different_random_and_of_the_right_shape():
    values = serials.random_values(20_000)
    made = list(serials.serials_of("7K3M", values))
    assert len(set(made)) == 20_000 and all(serials.is_serial(serial) for serial in made[:500])
    assert {base32.encode(value, length=8) for value in values} == {serial[4:] for serial in made}
    assert made != sorted(made)
    letters = [made[i][4] for i in range(len(made))]
    assert min(letters.count(letter) for letter in base32.ALPHABET) > 450  # 625 expected


def test_a_prefix_is_never_that_of_the_pages():
    assert re.fullmatch(PREFIX_PATTERN, serials.new_prefix())
    assert base32.encode(0, length=4) == serials.PAGE_BATCH == "0000"
    assert serials.grouped("7K3M0Q2XV9TD") == "7K3M 0Q2X V9TD"
