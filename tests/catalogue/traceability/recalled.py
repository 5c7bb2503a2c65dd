"""What the tests of recalls share: a lot with stamps at a sales point, and officers."""

from itertools import count

from catalogue.roles import OFFICERS
from catalogue.traceability.models import Lot, SigningKey, Stamp, StampBatch
from storefront.accounts.models import User
from storefront.accounts.roles import ensure_roles, give_role
from storefront.demo.accounts import ensure_demo_accounts
from tests.catalogue.factories import make_producer, make_product

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_number = count(1)


def make_lot(**fields) -> Lot:
    product = fields.pop("product", None) or make_product(producer=make_producer())
    return Lot.objects.create(**{"product": product, "code": f"L{next(_number)}", **fields})


def make_batch(*, stamps: int = 5, lot: Lot | None = None, product=None, prefix: str | None = None) -> StampBatch:
    n = next(_number)
    prefix = prefix or "Z" + "".join(ALPHABET[n // 32**power % 32] for power in (2, 1, 0))
    key = SigningKey.objects.first() or SigningKey.objects.create(number=0, public_key="0" * 64)
    batch = StampBatch.objects.create(
        product=product or lot.product, lot=lot, prefix=prefix, count=stamps, key=key, host="saobuon.example"
    )
    Stamp.objects.bulk_create(
        Stamp(code=f"{prefix}{position:08d}", product=batch.product, batch=batch, position=position)
        for position in range(1, stamps + 1)
    )
    return batch


def officers() -> tuple[User, User]:
    """An officer and an administrator of the demo."""
    ensure_demo_accounts()
    return person("canbo"), person("quantri")


def make_officer(email: str = "canbo@example.vn") -> User:
    """An officer besides those of the demo."""
    ensure_roles()
    user = User.objects.create_user(email=email, password="x")
    give_role(user=user, role=OFFICERS)
    return User.objects.get(pk=user.pk)


def person(role: str) -> User:
    return User.objects.get(email=f"{role}@demo.saobuon.example")
