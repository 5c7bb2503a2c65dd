"""What must not be cut off when a photo is shown in another shape: nine places, and how Wagtail keeps them."""

from django.utils.translation import gettext_lazy as _

from .models import Photo

FOCUS_CHOICES = (
    ("", _("The middle")),
    ("top", _("Above")),
    ("bottom", _("Below")),
    ("left", _("On the left")),
    ("right", _("On the right")),
    ("top-left", _("Above on the left")),
    ("top-right", _("Above on the right")),
    ("bottom-left", _("Below on the left")),
    ("bottom-right", _("Below on the right")),
)
_SHARE = 3
"""A place is a third of the photo wide and high."""


def focus_of(photo: Photo) -> str:
    """The place of the focal point, blank for none and for the middle."""
    point = photo.get_focal_point()
    if point is None:
        return ""
    column = int(point.centroid_x * _SHARE / photo.width)
    row = int(point.centroid_y * _SHARE / photo.height)
    names = [("top", "", "bottom")[min(row, _SHARE - 1)], ("left", "", "right")[min(column, _SHARE - 1)]]
    return "-".join(name for name in names if name)


def set_focus(photo: Photo, focus: str) -> None:
    """Move the focal point to one of `FOCUS_CHOICES`, without saving."""
    fields = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
    if not focus:
        for field in fields:
            setattr(photo, field, None)
        return
    row = 0 if "top" in focus else 2 if "bottom" in focus else 1
    column = 0 if "left" in focus else 2 if "right" in focus else 1
    width, height = photo.width // _SHARE, photo.height // _SHARE
    values = (width * column + width // 2, height * row + height // 2, width, height)
    for field, value in zip(fields, values, strict=True):
        setattr(photo, field, value)
