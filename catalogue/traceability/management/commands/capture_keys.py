"""`manage.py capture_keys`: keys with which producers' systems send and read EPCIS events."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.producers.models import Producer
from catalogue.traceability.exchange.epcis.keys import create_key, withdraw_key
from catalogue.traceability.models import CaptureKey


class Command(BaseCommand):
    help = "Create, list and withdraw keys for /epcis/v2/. A key is shown once, when it is made."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        create = acts.add_parser("create", help="a new key for a producer")
        create.add_argument("producer", help="slug of the producer, as in /chu-the/<slug>/")
        create.add_argument("label", help="whose system it is for")
        withdraw = acts.add_parser("withdraw", help="the key opens nothing any more")
        withdraw.add_argument("number", type=int)
        acts.add_parser("list", help="all keys with their numbers")

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        if act == "create":
            producer = Producer.objects.filter(slug=options["producer"]).first()
            if producer is None:
                raise CommandError(f"no producer has the slug {options['producer']!r}")
            key, plain = create_key(producer=producer, label=options["label"])
            self.stdout.write(f"{key.pk} {plain}")
        elif act == "withdraw":
            lost = CaptureKey.objects.filter(pk=options["number"]).first()
            if lost is None:
                raise CommandError(f"there is no key {options['number']}")
            withdraw_key(key=lost)
        else:
            for key in CaptureKey.objects.select_related("producer").order_by("pk"):
                state = f"withdrawn {key.withdrawn_at:%Y-%m-%d}" if key.withdrawn_at else "in force"
                self.stdout.write(f"{key.pk} {key.producer.slug} {key.label} ({state})")
