"""`manage.py stamp_urls PREFIX`: the signed addresses of a batch, one a line, as they stand in the QR codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.traceability.models import StampBatch
from catalogue.traceability.stamps.keys import KeyProblem, signer_for
from catalogue.traceability.stamps.queries import stamp_address


class Command(BaseCommand):
    help = "Print position, serial and signed address of stamps of a batch; without PREFIX: list the batches."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("prefix", nargs="?", help="the first four characters of the serials")
        parser.add_argument("--first", type=int, default=1)
        parser.add_argument("--last", type=int)

    def handle(self, *args: Any, prefix: str | None, first: int, last: int | None, **options: Any) -> None:
        if not prefix:
            self._list()
            return
        batch = StampBatch.objects.select_related("key").filter(prefix=prefix.upper()).first()
        if batch is None:
            raise CommandError(f"There is no batch {prefix!r}.")
        try:
            signer = signer_for(batch)
        except KeyProblem as problem:
            raise CommandError(str(problem)) from problem
        stamps = batch.stamps.filter(position__range=(first, last or batch.count)).order_by("position")
        for stamp in stamps.iterator():
            stamp.batch = batch
            self.stdout.write(f"{stamp.position}\t{stamp.code}\t{stamp_address(stamp, signer=signer)}")

    def _list(self) -> None:
        for batch in StampBatch.objects.select_related("product", "lot"):
            lot = batch.lot.code if batch.lot else "-"
            self.stdout.write(f"{batch.prefix}  {batch.state:<9}  {batch.count:>7}  {lot:<12}  {batch.product}")
