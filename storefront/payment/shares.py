"""Cutting money into shares: to the đồng, by what each part still needs."""

from collections.abc import Mapping


def split(amount: int, needs: Mapping[int, int]) -> tuple[dict[int, int], int]:
    """Shares of `amount` for parts that need so much (id → đồng), and what nobody needs.

    Enough for all: each gets what it needs. Too little: in proportion, whole đồng by the largest remainder, the first
    of equals first. Parts that get nothing are left out.
    """
    needs = {part: need for part, need in needs.items() if need > 0}
    wanted = sum(needs.values())
    if amount >= wanted:
        return needs, amount - wanted
    shares = {part: amount * need // wanted for part, need in needs.items()}
    by_remainder = sorted(needs, key=lambda part: -(amount * needs[part] % wanted))
    for part in by_remainder[: amount - sum(shares.values())]:
        shares[part] += 1
    return {part: share for part, share in shares.items() if share}, 0
