"""Who comes to the site, and the sets of them that the rules of `tests.matrix` are made of."""

ROLES = (
    "visitor", "buyer", "producer", "other producer", "sales point", "other sales point", "editor", "officer",
    "administrator", "inactive", "key holder",
)  # fmt: skip
"""`other …` is a member of an organisation that owns nothing of what the addresses name; `inactive` a locked account
of an administrator; `key holder` a machine with the producer's key for EPCIS."""

EVERYONE = frozenset(ROLES)
NOBODY: frozenset[str] = frozenset()
ADMINISTRATORS = frozenset({"administrator"})
OFFICERS = ADMINISTRATORS | {"officer"}
EDITORS = ADMINISTRATORS | {"editor"}
STAFF = EDITORS | OFFICERS
PRODUCERS = ADMINISTRATORS | {"producer", "other producer"}
OWN_PRODUCER = ADMINISTRATORS | {"producer"}
SALES_POINTS = ADMINISTRATORS | {"sales point", "other sales point"}
OWN_SALES_POINT = ADMINISTRATORS | {"sales point"}
SIGNED_IN = STAFF | PRODUCERS | SALES_POINTS | {"buyer"}
MACHINES = frozenset({"key holder"})
SIGNERS = frozenset({"signer"})
"""No role of ours: a bank or VNPay (tests/storefront/payment/test_money_from_outside.py)."""
UPLOADER = frozenset({"editor"})
OWN_BUYER = frozenset({"buyer"})
LED_ON = frozenset({"led on"})
"""A door: shows a form to sign in or out, or leads to the page that does. Writes nothing but sessions and limits."""

NAMES = {
    EVERYONE: "everyone",
    NOBODY: "nobody",
    ADMINISTRATORS: "administrators",
    OFFICERS: "officers",
    EDITORS: "editors",
    STAFF: "editors and officers",
    PRODUCERS: "producers",
    OWN_BUYER: "the buyer whose it is",
    OWN_PRODUCER: "members of the producer",
    SALES_POINTS: "sales points",
    OWN_SALES_POINT: "staff of the sales point",
    SIGNED_IN: "signed in",
    MACHINES: "key of a machine",
    SIGNERS: "signed by a bank",
    UPLOADER: "who uploaded it",
    LED_ON: "a door: the one sign-in",
}
"""Administrators are in all of them but nobody, the machines, the uploader and the doors."""
