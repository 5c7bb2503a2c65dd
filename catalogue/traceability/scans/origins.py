"""Where a scan came from, as coarsely as it is useful: a token of the device, a province, a distance.

Nothing here can be turned back into a person. The address of the network is used for the token and the province and
then forgotten.
"""

import csv
import dataclasses
import datetime
import functools
import ipaddress
import math
import re
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.crypto import salted_hmac

PROVINCES_FILE = settings.BASE_DIR / "data" / "vietnam" / "provinces.csv"
FAR_KM = 60
"""Two scans farther apart than this were not made in one household or one shop."""
EARTH_KM = 6371.0
TOKEN_LENGTH = 32
IPV4_KEPT, IPV6_KEPT = 24, 48
"""Leading bits of an address that go into the token: the network, not the line."""
_VERSION = re.compile(r"[\d._]+")

Point = tuple[float, float]


@dataclasses.dataclass(frozen=True)
class Province:
    """One of the 34; `point` is its administrative centre, rounded to 0.1 degrees."""

    code: str
    name: str
    point: Point


@functools.cache
def provinces() -> dict[str, Province]:
    """Code → province, in the order of the codes."""
    with PROVINCES_FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Province(row["code"], row["name"], (float(row["latitude"]), float(row["longitude"])))
            for row in csv.DictReader(file)
        }


# -- the device ------------------------------------------------------------------------------------


def device_token(*, code: str, address: str, agent: str, languages: str, at: datetime.datetime) -> str:
    """Token of a device for one stamp and one year.

    Keyed hash over coarse facts: network, make of the browser without version numbers, languages. Two stamps give two
    tokens, so nobody can follow a device from pack to pack; with the year the salt changes.
    """
    facts = (str(at.year), code, _network(address), _VERSION.sub("", agent)[:200], languages[:40])
    text = "\x1f".join(facts)
    return salted_hmac("saobuon.scan", text, algorithm="sha256").hexdigest()[:TOKEN_LENGTH]


@functools.lru_cache(4096)
def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    kept = IPV4_KEPT if parsed.version == 4 else IPV6_KEPT
    return str(ipaddress.ip_network((parsed, kept), strict=False))


# -- the place -------------------------------------------------------------------------------------


class Prefixes:
    """Networks and their provinces from a CSV file (`network,province`); the longest prefix counts."""

    def __init__(self, path: str | Path):
        self._by_length: dict[tuple[int, int], dict[int, str]] = {}
        known = provinces()
        with Path(path).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                if len(row) < 2 or row[1].strip() not in known:
                    continue
                network = ipaddress.ip_network(row[0].strip(), strict=False)
                table = self._by_length.setdefault((network.version, network.prefixlen), {})
                table[int(network.network_address)] = row[1].strip()
        self._lengths = sorted(self._by_length, reverse=True)

    def province(self, address: str) -> str:
        """Code of the province; blank if no prefix fits or this is no address."""
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return ""
        for version, length in self._lengths:
            if version == parsed.version:
                shift = parsed.max_prefixlen - length
                code = self._by_length[version, length].get(int(parsed) >> shift << shift)
                if code:
                    return code
        return ""


@functools.lru_cache(maxsize=4)
def _prefixes(path: str) -> Prefixes:
    return Prefixes(path)


def province_of(address: str) -> str:
    """Province of a network address by SCAN_PLACES_CSV; blank (unknown) where the setting is empty."""
    return _prefixes(str(settings.SCAN_PLACES_CSV)).province(address) if settings.SCAN_PLACES_CSV else ""


def rounded(latitude: float, longitude: float) -> Point:
    """A point as it may be kept: to 0.1 degrees, about 11 km. ValueError outside of the globe."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("not on the globe")
    return round(latitude, 1), round(longitude, 1)


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance."""
    lat_1, lon_1, lat_2, lon_2 = map(math.radians, (*one, *other))
    half = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def points_of(codes: Iterable[str]) -> list[Point]:
    known = provinces()
    return [known[code].point for code in codes if code in known]


def far_apart_km(points: Iterable[Point]) -> float:
    """The largest distance between any two."""
    points = sorted(set(points))
    return max((distance_km(a, b) for n, a in enumerate(points) for b in points[:n]), default=0.0)


def places_apart(points: Iterable[Point]) -> int:
    """How many of the points lie more than FAR_KM from each other: 1 for a household, many for copies."""
    kept: list[Point] = []
    for point in sorted(set(points)):
        if all(distance_km(point, other) > FAR_KM for other in kept):
            kept.append(point)
    return len(kept)
