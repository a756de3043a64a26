"""What every stage of cleaning measures and reduces pictures with."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from scanning.picture import Picture, boxes_of, median, median_and_deviation, scaled, smaller

LEVELS = arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9)))


@settings(deadline=None)  # the first picture loads the library
@given(LEVELS)
def test_levels_that_are_counted_have_the_median_of_levels_that_are_sorted(levels: Picture) -> None:
    usual = float(np.median(levels))
    assert median(levels) == usual
    assert median_and_deviation(levels) == (usual, float(np.median(np.abs(levels - usual))))


@pytest.mark.parametrize("size", [(620, 877), (413, 585), (1, 40), (1240, 1754), (1239, 900)])
@pytest.mark.parametrize("channels", [(), (3,)])
def test_a_reduced_picture_has_the_wanted_size_and_the_tones_it_had(
    size: tuple[int, int], channels: tuple[int, ...]
) -> None:
    ramp = np.linspace(20, 220, 1754)[:, np.newaxis] + np.zeros(1240)
    picture = np.asarray(ramp[..., np.newaxis] + np.zeros(channels) if channels else ramp, np.uint8)
    small = smaller(picture, size)
    assert small.shape == (size[1], size[0], *channels)
    direct = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - direct.astype(int)).max() <= 3


def test_a_factor_keeps_the_shape_and_one_leaves_the_picture() -> None:
    picture = np.full((351, 248), 200, np.uint8)
    assert scaled(picture, 1.0) is picture
    assert scaled(picture, 0.5).shape == (176, 124)
    assert scaled(picture, 1.5).shape == (526, 372)


@given(arrays(np.uint8, (12, 15), elements=st.integers(0, 1)))
def test_outlines_give_the_boxes_that_labels_give(places: Picture) -> None:
    _, _, facts, _ = cv2.connectedComponentsWithStats(places, connectivity=8)
    assert sorted(boxes_of(places).tolist()) == sorted(facts[1:, :4].tolist())
