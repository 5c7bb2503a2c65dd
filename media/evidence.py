"""Evidence: taken in once, kept for ever as it came, shown as a copy, each time compared with its digest."""

import contextlib
import dataclasses
import hashlib

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models.fields.files import FieldFile

from .decoding import SIGNED_IN, Decoded, Limits
from .models import Evidence
from .uploads import check_size, contents, named, opened

MIME_TYPES = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}
"""Ending of a copy → its type."""
ENDINGS = {"jpeg": "jpg"}
"""Kind of an original → its ending, where it is not the same."""


@dataclasses.dataclass(frozen=True)
class TakenIn:
    """An upload that was opened and found good, not yet kept."""

    original: bytes
    decoded: Decoded


class EvidenceChanged(Exception):
    """A file on the disk is not what was sent: missing, or with another digest."""


def take_in(file: File[bytes], *, limits: Limits = SIGNED_IN, documents: bool = False) -> TakenIn:
    """Open an upload; with `documents` it may be a PDF. Costs time and holds no lock of the database: do it when all
    else is right, before the transaction. ValidationError and DecoderBusy as `media.uploads.cleaned`."""
    check_size(file)
    data = contents(file)
    return TakenIn(data, opened(data, limits=limits, documents=documents))


@transaction.atomic
def keep(taken: TakenIn, *, is_public: bool) -> Evidence:
    """Keep an upload: the original for inspectors only, the copy for them or for everybody. The files go should the
    transaction not come to its end. OSError when the disk is full."""
    copy = named(taken.decoded)
    evidence = Evidence(
        source=taken.decoded.source,
        size=len(taken.original),
        sha256=_digest(taken.original),
        copy_sha256=_digest(taken.decoded.content),
        width=taken.decoded.width,
        height=taken.decoded.height,
    )
    ending = ENDINGS.get(evidence.source, evidence.source)
    target = evidence.public_copy if is_public else evidence.private_copy
    try:
        target.save(copy.name, copy, save=False)
        evidence.original.save(f"{copy.name.partition('.')[0]}.{ending}", ContentFile(taken.original), save=False)
        evidence.save(force_insert=True)
    except BaseException:
        discard(evidence)
        raise
    return evidence


def discard(evidence: Evidence) -> None:
    """Remove the files of evidence whose row was never kept, because its transaction failed."""
    for file in (evidence.original, evidence.private_copy, evidence.public_copy):
        if file.name:
            with contextlib.suppress(OSError):
                file.storage.delete(file.name)


def original_of(evidence: Evidence) -> bytes:
    """The file as it came. EvidenceChanged if it is not that any more."""
    return _checked(evidence.original, evidence.sha256)


def copy_of(evidence: Evidence) -> bytes:
    """What people are shown. EvidenceChanged if it is not what was made of the original."""
    return _checked(evidence.copy, evidence.copy_sha256)


def is_unchanged(evidence: Evidence) -> bool:
    """Whether both files are still what they were when they came."""
    try:
        original_of(evidence)
        copy_of(evidence)
    except EvidenceChanged:
        return False
    return True


def mime_type(name: str) -> str:
    """Type of a copy, by its name."""
    return MIME_TYPES[name.rpartition(".")[2]]


def _checked(file: FieldFile, digest: str) -> bytes:
    try:
        with file.storage.open(file.name or "") as stored:
            data: bytes = stored.read()
    except OSError as error:
        raise EvidenceChanged(file.name) from error
    if _digest(data) != digest:
        raise EvidenceChanged(file.name)
    return data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
