"""Application identifiers (AI) of the GS1 General Specifications and their place in a Digital Link URI.

One entry for each: code or range, flag, format, and for primary keys their qualifiers. Formats: `N` digits, `X` set
82, `Y` set 39, `Z` file-safe base64; a number is a fixed length, `..n` one up to n; brackets mean optional; after
the comma stand checks of `contents`. Flag `?`: may be an attribute in the query. `key=22+10+21|235`: primary key
with either list of qualifiers, in this order, each optional.
"""

import re
from dataclasses import dataclass
from typing import Final

_TABLE: Final = """
00 ? N18,csum key | 01 ? N14,csum key=22+10+21|235 | 02 ? N14,csum | 03 - N14,csum | 10 ? X..20 | 11 ? N6,yymmd0
12 ? N6,yymmd0 | 13 ? N6,yymmd0 | 15 ? N6,yymmd0 | 16 ? N6,yymmd0 | 17 ? N6,yymmd0 | 20 ? N2 | 21 - X..20
22 - X..20 | 235 - X..28 | 240 ? X..30 | 241 ? X..30 | 242 ? N..6 | 243 ? X..20 | 250 ? X..30 | 251 ? X..30
253 ? N13,csum [X..17] key | 254 - X..20 | 255 ? N13,csum [N..12] key | 30 ? N..8
3100-3105 ? N6 | 3110-3115 ? N6 | 3120-3125 ? N6 | 3130-3135 ? N6 | 3140-3145 ? N6 | 3150-3155 ? N6 | 3160-3165 ? N6
3200-3205 ? N6 | 3210-3215 ? N6 | 3220-3225 ? N6 | 3230-3235 ? N6 | 3240-3245 ? N6 | 3250-3255 ? N6 | 3260-3265 ? N6
3270-3275 ? N6 | 3280-3285 ? N6 | 3290-3295 ? N6 | 3300-3305 ? N6 | 3310-3315 ? N6 | 3320-3325 ? N6 | 3330-3335 ? N6
3340-3345 ? N6 | 3350-3355 ? N6 | 3360-3365 ? N6 | 3370-3375 ? N6 | 3400-3405 ? N6 | 3410-3415 ? N6 | 3420-3425 ? N6
3430-3435 ? N6 | 3440-3445 ? N6 | 3450-3455 ? N6 | 3460-3465 ? N6 | 3470-3475 ? N6 | 3480-3485 ? N6 | 3490-3495 ? N6
3500-3505 ? N6 | 3510-3515 ? N6 | 3520-3525 ? N6 | 3530-3535 ? N6 | 3540-3545 ? N6 | 3550-3555 ? N6 | 3560-3565 ? N6
3570-3575 ? N6 | 3600-3605 ? N6 | 3610-3615 ? N6 | 3620-3625 ? N6 | 3630-3635 ? N6 | 3640-3645 ? N6 | 3650-3655 ? N6
3660-3665 ? N6 | 3670-3675 ? N6 | 3680-3685 ? N6 | 3690-3695 ? N6 | 37 ? N..8 | 3900-3909 ? N..15
3910-3919 ? N3,currency N..15 | 3920-3929 ? N..15 | 3930-3939 ? N3,currency N..15 | 3940-3943 ? N4 | 3950-3955 ? N6
400 ? X..30 | 401 ? X..30,prefix key | 402 ? N17,csum key | 403 ? X..30 | 410-413 ? N13,csum
414 ? N13,csum key=254|7040 | 415 ? N13,csum key=8020 | 416 ? N13,csum | 417 ? N13,csum key=7040 | 420 ? X..20
421 ? N3,country X..9 | 422 ? N3,country | 423 ? N3,country [N3,country] [N3,country] [N3,country] [N3,country]
424 ? N3,country | 425 ? N3,country [N3,country] [N3,country] [N3,country] [N3,country] | 426 ? N3,country
427 ? X..3
4300 ? X..35,pcenc | 4301 ? X..35,pcenc | 4302 ? X..70,pcenc | 4303 ? X..70,pcenc | 4304 ? X..70,pcenc
4305 ? X..70,pcenc | 4306 ? X..70,pcenc | 4307 ? X2,alpha2 | 4308 ? X..30 | 4309 ? N10,latitude N10,longitude
4310 ? X..35,pcenc | 4311 ? X..35,pcenc | 4312 ? X..70,pcenc | 4313 ? X..70,pcenc | 4314 ? X..70,pcenc
4315 ? X..70,pcenc | 4316 ? X..70,pcenc | 4317 ? X2,alpha2 | 4318 ? X..20 | 4319 ? X..30 | 4320 ? X..35,pcenc
4321-4323 ? N1,yesno | 4324 ? N6,yymmd0 N4,deliverytime | 4325 ? N6,yymmd0 N4,deliverytime | 4326 ? N6,yymmdd
4330-4333 ? N6 [X1,minus] | 7001 ? N13 | 7002 ? X..30 | 7003 ? N6,yymmdd N4,hhmm | 7004 ? N..4 | 7005 ? X..12
7006 ? N6,yymmdd | 7007 ? N6,yymmdd [N6,yymmdd] | 7008 ? X..3 | 7009 ? X..10 | 7010 ? X..2
7011 ? N6,yymmdd [N4,hhmm] | 7020-7022 ? X..20 | 7023 ? X..30,prefix | 7030-7039 ? N3,processor X..27
7040 - N1 X1 X1 X1,importer | 7041 - X..4 | 710-717 ? X..20 | 7230-7239 ? X2 X..28 | 7240 ? X..20
7241 ? N2,mediatype | 7242 ? X..25 | 7250 ? N8,yyyymmdd | 7251 ? N8,yyyymmdd N4,hhmm | 7252 ? N1,sex
7253 ? X..40,pcenc | 7254 ? X..40,pcenc | 7255 ? X..10,pcenc | 7256 ? X..90,pcenc | 7257 ? X..70,pcenc
7258 ? X3,birth
7259 ? X..40,pcenc | 8001 ? N4,nonzero N5,nonzero N3,nonzero N1,winding N1 | 8002 ? X..20
8003 ? N1,zero N13,csum [X..16] key | 8004 ? X..30,prefix key=7040 | 8005 ? N6 | 8006 ? N14,csum N4,piece key=22+10+21
8007 ? X..34,iban | 8008 ? N6,yymmdd N2,hour [N2,minute] [N2,minute] | 8009 ? X..50 | 8010 ? Y..30,prefix key=8011
8011 - N..12,nozero | 8012 ? X..20 | 8013 ? X..25,csumalpha,prefix key | 8014 - X..25,csumalpha,prefix
8017 ? N18,csum key=8019 | 8018 ? N18,csum key=8019 | 8019 - N..10 | 8020 - X..25 | 8026 ? N14,csum N4,piece
8030 ? Z..90 | 8040-8041 - N15 | 8042 - N32 | 8043 - N18 [N..2] | 8110 ? X..70 | 8111 ? N4 | 8112 ? X..70
8200 - X..70 | 90 ? X..30 | 91-99 ? X..90
"""

CHARSETS: Final = {
    "N": "0-9",
    "X": r"!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z",
    "Y": r"#\-/0-9A-Z",
    "Z": r"A-Za-z0-9_=\-",
}
CHARSET_NAMES: Final = {
    "N": "digits",
    "X": "characters of GS1 set 82",
    "Y": "characters of GS1 set 39",
    "Z": "characters of file-safe base64",
}
_COMPONENT = re.compile(r"(\[?)([NXYZ])(\.\.)?(\d+)((?:,\w+)*)\]?$")


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a value: `charset` is N, X, Y or Z."""

    charset: str
    shortest: int
    longest: int
    checks: tuple[str, ...]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Identifier:
    """Application identifier. `qualifiers` is None unless it is a primary key: then each list that may follow."""

    code: str
    components: tuple[Component, ...]
    is_attribute: bool
    qualifiers: tuple[tuple[str, ...], ...] | None
    pattern: re.Pattern[str]

    @property
    def is_primary_key(self) -> bool:
        return self.qualifiers is not None

    @property
    def shortest(self) -> int:
        return sum(part.shortest for part in self.components if not part.is_optional)

    @property
    def longest(self) -> int:
        return sum(part.longest for part in self.components)


def _component(text: str) -> Component:
    match = _COMPONENT.match(text)
    if match is None:
        raise ValueError(f"{text!r} is no component of the syntax dictionary")
    optional, charset, variable, length, checks = match.groups()
    shortest = 1 if variable else int(length)
    return Component(charset, shortest, int(length), tuple(checks.split(",")[1:]), bool(optional))


def _pattern(components: tuple[Component, ...]) -> re.Pattern[str]:
    """The whole value; optional parts nest, for none may follow one that is missing."""
    text, closing = "", ""
    for part in components:
        one = f"[{CHARSETS[part.charset]}]{{{part.shortest},{part.longest}}}"
        if part.is_optional:
            text, closing = text + f"(?:({one})", closing + ")?"
        else:
            text += f"({one})"
    return re.compile(text + closing)


def _read(table: str) -> dict[str, Identifier]:
    result = {}
    for entry in re.split(r"\s+\|\s+|\n", table.strip()):
        codes, flag, *rest = entry.split()
        key = next((word for word in rest if word.startswith("key")), None)
        components = tuple(_component(word) for word in rest if word is not key)
        qualifiers = None
        if key:
            qualifiers = tuple(tuple(one.split("+")) for one in key[4:].split("|")) if key != "key" else ((),)
        first, _, last = codes.partition("-")
        for number in range(int(first), int(last or first) + 1):
            code = str(number).zfill(len(first))
            result[code] = Identifier(code, components, flag == "?", qualifiers, _pattern(components))
    return result


IDENTIFIERS: Final[dict[str, Identifier]] = _read(_TABLE)
PRIMARY_KEYS: Final = frozenset(code for code, item in IDENTIFIERS.items() if item.is_primary_key)
QUALIFIERS: Final = frozenset(
    code for item in IDENTIFIERS.values() for sequence in item.qualifiers or () for code in sequence
)
