"""`manage.py simulate_clones --seed N`: false alerts and detection of copied stamps in a made-up market."""

import argparse
import dataclasses
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from catalogue.traceability.scans.clones import THRESHOLD
from catalogue.traceability.scans.simulation import COPIES, HARDER, RATES, Market, Simulation


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("between 0 and 1")
    return value


class Command(BaseCommand):
    help = "Simulate buyers and copied stamps; print false alerts and detection for several scan rates."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--packs", type=int, default=100_000, help="ordinary packs for each scan rate")
        parser.add_argument("--serials", type=int, default=2_000, help="copied serials for each rate and number")
        parser.add_argument("--rates", type=_share, nargs="+", default=list(RATES), help="share of buyers who scan")
        parser.add_argument("--copies", type=int, nargs="+", default=list(COPIES))
        parser.add_argument(
            "--places", type=_share, default=Market.place_known, help="share of scans with a province"
        )
        parser.add_argument(
            "--harder", action="store_true", help="a market whose ordinary packs look far more like copies"
        )

    def handle(
        self,
        *args: Any,
        seed: int,
        packs: int,
        serials: int,
        rates: list[float],
        copies: list[int],
        places: float,
        harder: bool,
        **options: Any,
    ) -> None:
        market = dataclasses.replace(HARDER if harder else Market(), place_known=places)
        name = "harder market, " if harder else ""
        self.stdout.write(f"{name}seed {seed}, threshold {THRESHOLD}, province known for {places:.0%} of the scans")
        self.stdout.write(f"{packs} ordinary packs and {serials} copied serials for each line")
        self.stdout.write(
            "found = warned of; (visible) = scanned on at least two packs, so that it can be found at all"
        )
        head = "".join(f"{f'{number} copies':>20}" for number in copies)
        self.stdout.write(f"{'buyers who scan':>15}{'false alerts':>14}{head}")
        for rate in rates:
            simulation = Simulation(seed=seed * 1_000 + round(rate * 100), market=market)
            false = simulation.false_alerts(rate=rate, packs=packs)
            line = f"{rate:>15.0%}{false / packs:>14.4%}"
            for number in copies:
                detected, visible = simulation.detected(rate=rate, copies=number, serials=serials)
                line += f"{f'{detected / serials:.1%} ({visible / serials:.1%})':>20}"
            self.stdout.write(line)
