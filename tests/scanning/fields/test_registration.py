"""A scan lies over the form it was drawn as, however it was laid, by the labels that were read."""

from __future__ import annotations

import numpy as np

from scanning.fields.registration import Points, boxes_on_page, register

ANCHORS: Points = np.array([(20.0 + 45 * (number % 3), 40.0 + 9 * number) for number in range(24)])
"""Millimetres on the form."""


def scan(places: Points, degrees: float = 2.0, scale: float = 7.87) -> Points:
    """Pixels of a page scanned askew at 200 dpi."""
    turn = np.radians(degrees)
    return places @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]) * scale + (31, 12)


def off(found: Points, wanted: Points) -> float:
    """Millimetres at 200 dpi."""
    return float(np.hypot(*(found - wanted).T).max()) / 7.87


def test_a_page_scanned_askew_lies_where_the_form_says() -> None:
    registration = register(ANCHORS, scan(ANCHORS))
    assert registration is not None
    places = np.array([(24.0, 60.0), (170.0, 250.0)])
    assert off(registration.onto_page(places), scan(places)) < 0.01


def test_labels_read_at_wrong_places_move_nothing() -> None:
    page = scan(ANCHORS)
    page[::4] += (300, -150)
    registration = register(ANCHORS, page)
    assert registration is not None
    places = np.array([(60.0, 45.0), (100.0, 150.0)])
    assert off(registration.onto_page(places), scan(places)) < 0.3


def test_a_version_with_more_room_in_its_lower_half_is_followed_block_by_block() -> None:
    drawn = ANCHORS.copy()
    drawn[drawn[:, 1] > 140, 1] += 2.4
    registration = register(ANCHORS, scan(drawn))
    assert registration is not None
    upper, lower = np.array([(80.0, 60.0)]), np.array([(80.0, 220.0)])
    assert off(registration.onto_page(upper), scan(upper)) < 0.6
    assert off(registration.onto_page(lower), scan(lower + np.array([0, 2.4]))) < 0.6


def test_a_sheet_seen_from_a_slant_is_followed_too() -> None:
    seen = scan(ANCHORS) / (1 + ANCHORS[:, 1:] * 1.5e-4)
    registration = register(ANCHORS, seen)
    assert registration is not None
    places = np.array([(60.0, 100.0), (30.0, 200.0)])
    assert off(registration.onto_page(places), scan(places) / (1 + places[:, 1:] * 1.5e-4)) < 0.8


def test_another_form_is_not_laid_over_at_all() -> None:
    chance = np.random.default_rng(3)
    assert register(ANCHORS, chance.uniform(0, 2000, ANCHORS.shape)) is None
    assert register(ANCHORS[:1], scan(ANCHORS[:1])) is None


def test_a_box_of_the_form_becomes_a_box_of_the_page() -> None:
    registration = register(ANCHORS, scan(ANCHORS, 0.0))
    assert registration is not None
    ((left, top, width, height),) = boxes_on_page(registration, [(30.0, 50.0, 80.0, 6.0)])
    assert np.allclose([left, top, width, height], [30 * 7.87 + 31, 50 * 7.87 + 12, 80 * 7.87, 6 * 7.87], atol=0.5)
