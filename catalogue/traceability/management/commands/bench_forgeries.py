"""`manage.py bench_forgeries`: a million forged signatures, none of which may pass."""

import secrets
import time
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.traceability.stamps import serials, signing

HOST, GTIN, NUMBER = "saobuon.example", "00200000000011", 3


class Command(BaseCommand):
    help = "Try forged stamps of five sorts against a key; fails if one passes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--count", type=int, default=1_000_000)

    def handle(self, *args: Any, count: int, **options: Any) -> None:
        key, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        ring = {NUMBER: key.public_key()}
        real = serials.new_serial("7K3M")
        good = signing.sign(key, number=NUMBER, host=HOST, serial=real, gtin=GTIN)
        if signing.verify(ring, s=good, host=HOST, serial=real, gtin=GTIN) != NUMBER:
            raise CommandError("The true signature does not pass.")

        def guessed() -> tuple[str, str]:
            return f"{NUMBER}{secrets.randbits(512):0155d}", real

        def one_digit() -> tuple[str, str]:
            place = 1 + secrets.randbelow(signing.DIGITS)
            digit = (int(good[place]) + 1 + secrets.randbelow(9)) % 10
            return f"{good[:place]}{digit}{good[place + 1 :]}", real

        def other_serial() -> tuple[str, str]:
            return good, serials.new_serial("7K3M")

        def other_key() -> tuple[str, str]:
            serial = serials.new_serial("7K3M")
            return signing.sign(other, number=NUMBER, host=HOST, serial=serial, gtin=GTIN), serial

        def other_host() -> tuple[str, str]:
            return signing.sign(key, number=NUMBER, host="sa0buon.example", serial=real, gtin=GTIN), real

        sorts = (guessed, one_digit, other_serial, other_key, other_host)
        start, passed = time.perf_counter(), 0
        for i in range(count):
            s, serial = sorts[i % len(sorts)]()
            passed += signing.verify(ring, s=s, host=HOST, serial=serial, gtin=GTIN) is not None
        seconds = time.perf_counter() - start
        self.stdout.write(f"{count} forged stamps, {passed} passed, {seconds:.0f} s")
        if passed:
            raise CommandError("A forged stamp passed.")
