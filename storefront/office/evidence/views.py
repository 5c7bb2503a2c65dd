"""Evidence as inspectors see it: the copy, the digest of what was sent, whether it still holds, the original."""

import dataclasses

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from media import evidence as files
from media.models import Evidence
from storefront.office.access import officer_view

inspector = officer_view("media.view_evidence")


@dataclasses.dataclass(frozen=True)
class EvidenceCheck:
    """Evidence with what its files say today."""

    evidence: Evidence
    is_unchanged: bool

    @classmethod
    def of(cls, evidence: Evidence | None) -> "EvidenceCheck | None":
        """Reads both files."""
        return cls(evidence, files.is_unchanged(evidence)) if evidence else None


@require_safe
@inspector
def evidence(request, pk: int):
    """One piece of evidence: where events are looked at, their photos and documents lead here."""
    check = EvidenceCheck.of(get_object_or_404(Evidence, pk=pk))
    return render(request, "office/evidence/detail.html", {"check": check})


@require_safe
@inspector
def evidence_copy(request, pk: int):
    """The copy that is shown; 409 with words if its file is not what was made of the original."""
    item = get_object_or_404(Evidence, pk=pk)
    try:
        data = files.copy_of(item)
    except files.EvidenceChanged:
        return _changed(request, item)
    return _file(data, content_type=files.mime_type(item.copy.name))


@require_safe
@inspector
def evidence_original(request, pk: int):
    """The file byte for byte as it was sent, to be saved: never opened here, for nobody knows what is in it."""
    item = get_object_or_404(Evidence, pk=pk)
    try:
        data = files.original_of(item)
    except files.EvidenceChanged:
        return _changed(request, item)
    name = f"{item.sha256[:16]}.{item.original.name.rpartition('.')[2]}"
    response = _file(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file(data: bytes, *, content_type: str) -> HttpResponse:
    return HttpResponse(data, content_type=content_type, headers={"X-Robots-Tag": "noindex"})


def _changed(request, item: Evidence) -> HttpResponse:
    return render(
        request, "office/evidence/detail.html", {"check": EvidenceCheck(item, is_unchanged=False)}, status=409
    )
