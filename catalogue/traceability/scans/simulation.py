"""A made-up market for the detection of copies: ordinary packs, and serials printed on several packs.

The model of the ordinary pack is on purpose unkind: people of a household scan too, packs are given away and carried
far, the province of an address is often unknown or that of the mobile company's hub, people scan in the shop before
they buy, and now and then a photo of a stamp goes round. Pure: numbers in, numbers out.
"""

import dataclasses
import math
import random
from collections.abc import Sequence

from . import origins
from .clones import EARLY, LATE, THRESHOLD, Signals, score

COPIES = (3, 10, 30, 100)
RATES = (0.1, 0.2, 0.3, 0.5, 0.8)
"""Share of buyers who scan their pack."""


@dataclasses.dataclass(frozen=True)
class Market:
    """Habits of buyers; probabilities unless said otherwise."""

    household: float = 0.5  # mean number of further people who scan a scanned pack
    other_network: float = 0.2  # the same phone seen as two devices
    carried: float = 0.12  # the pack goes to another province
    elsewhere: float = 0.1  # a further person scans from another province
    browsing: float = 0.3  # scans in the shop before the sale, as a share of the rate
    place_known: float = 0.8
    place_wrong: float = 0.1
    sale_recorded: float = 0.5
    shared_photo: float = 0.0001
    days_to_scan: float = 12.0  # mean
    copies_sold_within: float = 150.0  # days
    again_later: float = 0.0  # a scan that is made only some time in the following ten months


HARDER = Market(household=1.0, other_network=0.4, carried=0.24, elsewhere=0.2, again_later=0.02)
"""Twice as many further people, phones seen twice and packs carried away; some scan months later."""

HUBS = ("01", "79", "48")
HOME = "66"
HOME_SHARE = 0.5
"""Share of the packs that are sold in the producer's own province."""


class Simulation:
    """Scans of packs and of copies. The same seed gives the same numbers."""

    def __init__(self, *, seed: int, market: Market | None = None):
        self.random = random.Random(seed)  # noqa: S311 - a simulation, no secret
        self.market = market or Market()
        self.codes = list(origins.provinces())
        self._apart: dict[frozenset[str], tuple[int, float]] = {}

    def false_alerts(self, *, rate: float, packs: int) -> int:
        """Of so many ordinary packs, how many would be warned of."""
        return sum(self._is_alert(self._pack(rate, self._province(), 0.0)) for _ in range(packs))

    def detected(self, *, rate: float, copies: int, serials: int) -> tuple[int, int]:
        """Of so many copied serials: how many are found, and how many were scanned on two packs at all."""
        alerts = visible = 0
        for _ in range(serials):
            scans, packs = self._copied(rate, copies)
            alerts += self._is_alert(scans)
            visible += packs > 1
        return alerts, visible

    # A scan is (day, device, province or blank); day 0 is the sale of the genuine pack.

    def _province(self) -> str:
        return HOME if self.random.random() < HOME_SHARE else self.random.choice(self.codes)

    def _poisson(self, mean: float) -> int:
        limit, product, count = math.exp(-mean), self.random.random(), 0
        while product > limit:
            product *= self.random.random()
            count += 1
        return count

    def _seen_at(self, province: str) -> str:
        if self.random.random() >= self.market.place_known:
            return ""
        return self.random.choice(HUBS) if self.random.random() < self.market.place_wrong else province

    def _pack(self, rate: float, sold_in: str, sold_on: float) -> list[tuple[float, str]]:
        """The consumers' scans of one pack, each by a device of its own, as (day, province or blank)."""
        pick, market = self.random.random, self.market
        scans = [
            (sold_on - pick() * 30, self._seen_at(sold_in)) for _ in range(self._poisson(market.browsing * rate))
        ]
        if pick() < rate:
            home = self.random.choice(self.codes) if pick() < market.carried else sold_in
            for person in range(1 + self._poisson(market.household)):
                at = self.random.choice(self.codes) if person and pick() < market.elsewhere else home
                day = sold_on + self.random.expovariate(1 / market.days_to_scan)
                if market.again_later and pick() < market.again_later:
                    day += pick() * 300
                scans.append((day, self._seen_at(at)))
                if pick() < market.other_network:
                    scans.append((day + pick() * 5, self._seen_at(at)))
        if pick() < market.shared_photo:
            scans += [
                (sold_on + pick() * 10, self._seen_at(self.random.choice(self.codes)))
                for _ in range(self.random.randint(5, 40))
            ]
        return scans

    def _copied(self, rate: float, copies: int) -> tuple[list[tuple[float, str]], int]:
        """Scans of a genuine pack and of its copies, which are sold through a few traders in some provinces."""
        markets = [self._province() for _ in range(min(copies, 2 + self._poisson(4)))]
        packs = [self._pack(rate, self._province(), 0.0)]
        for _ in range(copies):
            sold_on = (self.random.random() - 0.3) * self.market.copies_sold_within
            packs.append(self._pack(rate, self.random.choice(markets), sold_on))
        return [scan for pack in packs for scan in pack], sum(bool(pack) for pack in packs)

    def _is_alert(self, scans: Sequence[tuple[float, str]]) -> bool:
        if len(scans) < 2:
            return False
        places, far_km = self._spread(frozenset(province for _day, province in scans if province))
        days = [day for day, _province in scans]
        is_sale_known = self.random.random() < self.market.sale_recorded
        late = (0.0 if is_sale_known else min(days)) + LATE.days
        signals = Signals(
            devices=len(scans),
            places=places,
            far_km=far_km,
            days=max(days) - min(days),
            late=sum(day > late for day in days),
            is_early=is_sale_known and min(days) < -EARLY.days,
        )
        return score(signals) >= THRESHOLD

    def _spread(self, codes: frozenset[str]) -> tuple[int, float]:
        if codes not in self._apart:
            points = origins.points_of(codes)
            self._apart[codes] = origins.places_apart(points), origins.far_apart_km(points)
        return self._apart[codes]
