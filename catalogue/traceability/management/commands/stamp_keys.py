"""`manage.py stamp_keys create|rotate|withdraw|list`: keys that sign stamps. Never shows a private key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.traceability.models import SigningKey
from catalogue.traceability.stamps import keys


class Command(BaseCommand):
    help = "Make, rotate, withdraw and list the keys that sign stamps."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser("create", help="make the first key, or the next one where none is current")
        acts.add_parser("rotate", help="retire the current key (its stamps stay good) and make the next one")
        withdraw = acts.add_parser("withdraw", help="a key may be in wrong hands: only serials of the register pass")
        withdraw.add_argument("number", type=int)
        withdraw.add_argument("--reason", required=True)
        acts.add_parser("list", help="numbers, states and files")

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        try:
            getattr(self, f"_{act}")(options)
        except keys.KeyProblem as problem:
            raise CommandError(str(problem)) from problem

    def _create(self, _options: dict[str, Any]) -> None:
        self._made(keys.create_key())

    def _rotate(self, _options: dict[str, Any]) -> None:
        self._made(keys.rotate_key())

    def _made(self, key: SigningKey) -> None:
        self.stdout.write(
            f"Key {key.number} signs from now on. Back up {keys.key_path(key.number)}; show it to nobody."
        )

    def _withdraw(self, options: dict[str, Any]) -> None:
        key = keys.withdraw_key(number=options["number"], reason=options["reason"])
        self.stdout.write(f"Key {key.number} is withdrawn. Its stamps pass only if their serial is in the register.")
        if not SigningKey.objects.filter(retired_at=None, withdrawn_at=None).exists():
            self.stdout.write("No key is current now: run stamp_keys create.")

    def _list(self, _options: dict[str, Any]) -> None:
        for key in SigningKey.objects.all():
            file = "file present" if keys.has_file(key.number) else "no file here"
            made = f"made {key.created_at:%Y-%m-%d}"
            self.stdout.write(f"{key.number}  {keys.state_of(key):<9}  {made}  {key.public_key[:16]}…  {file}")
