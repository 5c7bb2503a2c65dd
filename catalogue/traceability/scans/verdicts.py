"""What a scanned code means, of one pack or of a page, in words anybody understands. Never the word "fake".

A signature proves that we issued the serial, not that the pack is the original; a pattern of scans warns and proves
nothing. The words say so.
"""

import dataclasses
import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.certification.clock import registry_day
from catalogue.certification.queries import Standing
from catalogue.certification.states import CertificateState
from catalogue.dates import display_day, display_moment
from catalogue.traceability.models import CloneAlert, Stamp, StampState
from catalogue.traceability.recalls.services import RecallWarning

from . import origins
from .packs import Pack, Signature

# -- the verdict -----------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Facts:
    """What holds for all packs of a batch alike."""

    state: str
    standing: Standing
    stars_at_print: int | None = None
    use_by: datetime.date | None = None
    is_illustrative: bool = False


@dataclasses.dataclass(frozen=True)
class Notice:
    """Something to say beside the verdict; `tone` as in components/alert.html."""

    key: str
    tone: str
    title: str
    text: str = ""


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`key` is the value of data-verdict; `tone` colours it: good, warn, bad or neutral."""

    key: str
    tone: str
    headline: str
    explanation: str
    notices: tuple[Notice, ...] = ()


def needs_first(pack: Pack | None, facts: Facts | None, signature: Signature) -> bool:
    """Whether the verdict hangs on who scans first. Whoever types a number has not scanned anything."""
    return (
        pack is not None
        and signature is not Signature.MISSING
        and pack.is_seen_known
        and not (pack.is_scanned or pack.is_held)
        and facts is not None
        and _certain(pack, facts, signature) is None
    )


def counts_as_scan(pack: Pack, facts: Facts) -> bool:
    """Scans of a stamp that is not in use yet, or no more, are kept but say nothing of its pack."""
    return (pack.state_override or facts.state) in (StampState.ACTIVE, StampState.SOLD)


def judge(
    pack: Pack | None,
    facts: Facts | None,
    signature: Signature,
    *,
    recall_reason: str | None = None,
    is_first: bool | None = False,
) -> Verdict:
    """The verdict on one scan. `recall_reason` is None where nothing is recalled.

    `is_first` is the database's word: True for the first scan ever, None if it could not say.
    """
    if signature is Signature.WRONG:
        return _bad_signature()
    if pack is None or facts is None:
        return unknown()
    notices = _notices(facts, signature)
    if recall_reason is not None:
        verdict = _recalled(recall_reason)
    else:
        is_typed = signature is Signature.MISSING
        verdict = _certain(pack, facts, signature) or _by_scans(pack, is_first, is_typed=is_typed)
    if pack.is_under_check and verdict.key not in ("under-check", "recalled"):
        notices.insert(0, Notice("under-check", "warn", _("The scans of this stamp look unusual"), _check_label()))
    return dataclasses.replace(verdict, notices=tuple(notices))


def _bad_signature() -> Verdict:
    return Verdict(
        "bad-signature",
        "bad",
        _("This code does not come from us"),
        _(
            "Its signature is wrong: the code was changed or made by somebody else. Do not rely on the label. "
            "Keep the pack, ask the seller, and tell us."
        ),
    )


def unknown() -> Verdict:
    """The code leads to no stamp of ours."""
    return Verdict(
        "unknown",
        "bad",
        _("We do not know this code"),
        _("Check each letter and digit. If the code is right, do not rely on the label and ask the seller."),
    )


def _recalled(reason: str) -> Verdict:
    return Verdict(
        "recalled",
        "bad",
        _("Recalled: do not use this product"),
        _("Reason: %(reason)s Do not eat or drink it and do not pass it on. Bring it back to the seller.")
        % {"reason": _sentence(reason)},
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _certain(pack: Pack, facts: Facts, signature: Signature) -> Verdict | None:
    """Verdicts that do not hang on scans; None for a pack in trade whose scans decide."""
    state = pack.state_override or facts.state
    if state == StampState.VOID:
        return Verdict(
            "not-active",
            "bad",
            _("This stamp is no longer in use"),
            _("It was cancelled and should not be on a pack. Do not rely on the label; ask the seller and tell us."),
        )
    ended = _ended(facts.standing)
    if ended:
        return ended
    if state not in (StampState.ACTIVE, StampState.SOLD):
        return Verdict(
            "not-active",
            "warn",
            _("This stamp has not been activated yet"),
            _(
                "We issued it, but the producer has not said that it is on a pack. If you have just bought it, "
                "ask the seller and tell us."
            ),
        )
    if pack.is_under_check:
        return _under_check(pack)
    if state == StampState.SOLD:
        return _sold(pack)
    return None


def _ended(standing: Standing) -> Verdict | None:
    """The certificate was taken away or is over: the stars on the stamp no longer hold."""
    state = standing.state
    if not state.is_ended:
        return None
    if state.is_revoked:
        headline = _("The OCOP certificate of this product was revoked")
    elif state.is_suspended:
        headline = _("The OCOP certificate of this product is suspended")
    else:
        headline = _("The OCOP certificate of this product is over")
    return Verdict(_ended_key(state), state.tone, headline, f"{standing.headline}. {standing.explanation}")


def _ended_key(state: CertificateState) -> str:
    """The same on a pack and on the code of a page: `revoked` while the authority has taken the stars away, for good
    or until a suspension is lifted; `expired` where time has."""
    is_taken_away = state.is_revoked or state.is_suspended
    return (CertificateState.REVOKED if is_taken_away else CertificateState.EXPIRED).value


def _under_check(pack: Pack) -> Verdict:
    if pack.alert == CloneAlert.State.CONFIRMED:
        return Verdict(
            "under-check",
            "bad",
            _("Copies of this stamp were found"),
            _("An officer found the same number on other packs. Yours may be the original or not. ") + _check_label(),
        )
    return Verdict(
        "under-check",
        "warn",
        _("We are checking this stamp"),
        _("It was scanned in an unusual way, so its number may be on more than one pack. This proves nothing yet. ")
        + _check_label(),
    )


def _check_label() -> str:
    return _("Compare name, producer and lot with the label, and ask the seller if you are in doubt.")


def _sold(pack: Pack) -> Verdict:
    day = _moment(pack.state_override_at, with_time=False) if pack.state_override_at else _("an unknown day")
    return Verdict(
        "sold",
        "neutral",
        _("Our stamp, sold on %(day)s") % {"day": day},
        _("If you bought it then, or got it as a gift, all is well. If it was just sold to you as new, tell us.")
        + _seen_so_far(pack),
    )


def _by_scans(pack: Pack, is_first: bool | None, *, is_typed: bool) -> Verdict:
    original = _(
        "We issued this number; whether the pack is the original, only you can see: compare it with the label."
    )
    if is_first and not is_typed:
        return Verdict(
            "first-scan",
            "good",
            _("Our stamp, and you are the first to scan it"),
            original,
        )
    if is_first is None or not pack.is_seen_known:
        return Verdict(
            "seen",
            "neutral",
            _("Our stamp"),
            _("Whether somebody scanned it before cannot be said at the moment. Try again later. ") + original,
        )
    if is_typed and not pack.is_scanned:
        return Verdict("seen", "neutral", _("A number of ours, not scanned so far"), original)
    if not pack.is_scanned:
        return Verdict(
            "seen",
            "neutral",
            _("Our stamp, opened by another device a moment ago"),
            _("Load this page again in a minute: then it says whether you are the first to scan it. ") + original,
        )
    return Verdict(
        "seen",
        "neutral" if is_typed else "good",
        ngettext("Our stamp, scanned once before", "Our stamp, scanned %(n)s times before", pack.scans)
        % {"n": pack.scans},
        _("If that was you or somebody you know, all is well. ") + original + _seen_so_far(pack),
    )


def _seen_so_far(pack: Pack) -> str:
    """When first and in which provinces; never where exactly."""
    if not (pack.first_at and pack.is_scanned):
        return ""
    text = " " + _("First scan: %(when)s.") % {"when": _moment(pack.first_at)}
    known = origins.provinces()
    names = [known[code].name for code in pack.provinces if code in known]
    if names:
        text += " " + _("Seen in: %(places)s.") % {"places": ", ".join(names)}
    return text


def _moment(at: datetime.datetime, *, with_time: bool = True) -> str:
    return display_moment(at) if with_time else display_day(at)


def _notices(facts: Facts, signature: Signature) -> list[Notice]:
    notices = []
    if facts.use_by and facts.use_by < registry_day():
        notices.append(
            Notice(
                "use-by",
                "bad",
                _("The use-by date of this lot has passed"),
                _("Use by: %(day)s.") % {"day": display_day(facts.use_by)},
            )
        )
    stars, printed = facts.standing.stars, facts.stars_at_print
    if printed and stars != printed and not _ended(facts.standing):
        notices.append(
            Notice(
                "stars",
                "warn",
                _("The stars have changed since the stamp was printed"),
                (
                    _("Printed: %(printed)s stars. Today: %(stars)s stars.") % {"printed": printed, "stars": stars}
                    if stars
                    else _("Printed: %(printed)s stars. Today the product has none.") % {"printed": printed}
                ),
            )
        )
    if signature is Signature.MISSING:
        notices.append(
            Notice(
                "typed",
                "",
                _("You typed the number"),
                _("So only the register was asked. Scanning the code also checks its signature."),
            )
        )
    if signature is Signature.WITHDRAWN:
        notices.append(
            Notice(
                "old-key",
                "",
                _("The register confirms this number"),
                _("The key that signed it is no longer used, so its signature alone would prove nothing."),
            )
        )
    if facts.is_illustrative:
        notices.append(
            Notice(
                "illustrative",
                "",
                _("Illustrative data"),
                _("This stamp and its lot are made up to show how it works. No such pack is sold."),
            )
        )
    return notices


# -- codes of pages --------------------------------------------------------------------------------


def of_page_code(stamp: Stamp, stands: Standing, warnings: Sequence[RecallWarning] = ()) -> Verdict:
    """Verdict on the code of a product's page. The same code is on every pack, so it speaks of the product."""
    if stamp.withdrawn_at:
        return Verdict(
            "withdrawn",
            "bad",
            _("This code has been withdrawn"),
            _("It is no longer in use. Do not rely on the label; ask the producer."),
        )
    return of_product(stands, warnings)


def of_product(stands: Standing, warnings: Sequence[RecallWarning] = ()) -> Verdict:
    """Verdict on a product or a lot, whichever pack it is. What is recalled comes before everything else."""
    recalled = [warning for warning in warnings if warning.is_recall]
    if recalled:
        return Verdict("recalled", "bad", recalled[0].headline, " ".join(_sentence(one.text) for one in recalled))
    if stands.is_certified:
        return Verdict(
            "certified",
            "good",
            _("Certified: %(stars)s OCOP stars") % {"stars": stands.stars},
            _(
                "The product is in the register and its certificate is valid. This code stands for the product, "
                "not for one single pack: compare name and producer with the label."
            ),
        )
    key, tone = (_ended_key(stands.state), stands.state.tone) if stands.state.is_ended else ("uncertified", "neutral")
    return Verdict(
        key, tone, _("In the register, but without stars today"), f"{stands.headline}. {stands.explanation}"
    )
