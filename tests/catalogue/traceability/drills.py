"""`make drill-stamps`: all of a sheet are read, blurred at each resolution, noisy at 300 and 600 dpi."""

import pytest

from tests.media.printed import SMALLEST, Look, assert_all_are_read

LOOKS = [
    *(Look(dpi, blur_mm=0.08) for dpi in (200, 300, 600)),
    *(Look(dpi, blur_mm=0.04, noise=15) for dpi in (300, 600)),
]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", SMALLEST)
def test_the_smallest_stamps_are_read_through_blur_and_noise(name, look):
    assert_all_are_read(name, look)
