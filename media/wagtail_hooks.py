"""Wagtail's image operations, without the one that makes a picture larger than it is."""

from wagtail import hooks
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.image_operations import ScaleOperation


class SmallerOperation(ScaleOperation):
    """`scale-50`: at most 100 per cent, for whoever writes `scale-9000` into an address takes all memory."""

    def construct(self, percent):
        super().construct(percent)
        if not 0 < self.percent <= 100:
            raise InvalidFilterSpecError(f"scale-{percent}: between 0 and 100")


@hooks.register("register_image_operations", order=1)
def register_smaller_operation():
    return [("scale", SmallerOperation)]
