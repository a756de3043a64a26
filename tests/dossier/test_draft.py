"""Drafts beside each other: whether one says more than another."""

from __future__ import annotations

from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped

PERSON = PersonTyped(name="Đặng Thị Hường", identity_number="040190001234")
BEGUN = Draft(id="draft-begun", owner=PERSON.model_copy(update={"phone": "0912000123"}), procedure="1.001193")


def test_a_draft_with_the_same_person_alone_adds_nothing_to_another() -> None:
    fresh = Draft(id="draft-fresh", owner=PERSON)
    assert fresh.adds_nothing_to(BEGUN)
    assert not BEGUN.adds_nothing_to(fresh)


def test_a_draft_with_anything_else_adds_to_another() -> None:
    for more in (
        {"owner": PERSON.model_copy(update={"phone": "0912000999"})},
        {"owner": PERSON.model_copy(update={"email": "huong@example.vn"})},
        {"note": "Gọi lại chiều nay"},
        {"components": (ComponentTicked(key="to-khai", originals=1),)},
        {"procedure": "1.001193"},
    ):
        assert not Draft(id="draft-fresh", owner=PERSON).model_copy(update=more).adds_nothing_to(BEGUN), more
