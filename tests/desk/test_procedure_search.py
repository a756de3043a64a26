"""Finding a procedure at the intake: what the office offers, with what it uses first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.desk.procedure_search import find_procedures, is_offered, quick_procedures
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier.applicants import Party
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.states import PauseMode
from counter_app.knowledge import change_offer, load_knowledge
from counter_app.procedures.catalogue_index import CatalogueIndex
from counter_app.procedures.clocks import due_after_pause
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.offered import Offer, load_offer, province_of
from tests.conftest import filled

MARRIAGE, STATUS = "1.000894", "1.004873"
CUSTOMS = "1.000005"


def codes(desk: Desk, typed: str, limit: int = 20) -> list[str]:
    return [find_procedure.code for find_procedure in find_procedures(desk, typed, limit)]


def offering(desk: Desk, offer: Offer) -> Desk:
    return replace(desk, knowledge=replace(desk.knowledge, offer=offer))


def received(desk: Desk, procedure: str) -> None:
    draft = filled(desk.new_draft(), procedure)
    if procedure == MARRIAGE:
        he = PersonTyped(name="Trần Văn Mẫu", party=Party.MALE)
        she = draft.owner.model_copy(update={"party": Party.FEMALE})
        draft = draft.model_copy(update={"owner": she, "co_owners": (he,)})
    desk.keep_draft(draft)
    receiving.receive(desk, draft.id)


def test_what_was_received_last_and_the_favourites_stand_first(desk: Desk) -> None:
    received(desk, MARRIAGE)
    received(desk, STATUS)
    desk = offering(desk, Offer(favourites=("1.001612",)))
    assert codes(desk, "", 3) == [STATUS, MARRIAGE, "1.001612"]
    assert codes(desk, "dang ky")[0] == MARRIAGE, "of equal matches too"
    assert codes(desk, "dkks")[0] == "1.001193", "a better match stays the better one"


def test_a_commune_is_shown_what_a_commune_of_its_province_settles(desk: Desk) -> None:
    today = desk.now().date()
    catalogue = desk.knowledge.catalogue
    shown = {line.code for line in catalogue.listed(today) if Offer().offers(line, "H41")}
    assert 400 < len(shown) < 700
    assert {"1.001193", "1.013225", "3.000560"} <= shown, "and what Nghệ An has for itself"
    assert CUSTOMS not in shown and "1.115767" not in shown, "customs; another province's land"
    assert CUSTOMS not in codes(desk, "hai quan")
    assert codes(desk, CUSTOMS) == [CUSTOMS], "a whole code finds it all the same"


def test_an_office_enables_what_it_offers(tmp_path: Path, desk: Desk) -> None:
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "offered.toml").write_text(
        f'levels = ["commune", "province"]\nalso = ["{CUSTOMS}"]\nwithout = ["{MARRIAGE}"]\n', encoding="utf-8"
    )
    desk = offering(desk, load_offer(own))
    assert CUSTOMS in codes(desk, "hai quan khi, nguyen lieu")
    assert MARRIAGE not in codes(desk, "dang ky ket hon")


def test_a_choice_changed_in_the_window_is_kept_and_in_force_for_all(tmp_path: Path, desk: Desk) -> None:
    knowledge = load_knowledge(tmp_path / "knowledge")
    desk = replace(desk, knowledge=knowledge)
    today = desk.now().date()
    customs, marriage = (
        next(line for line in knowledge.catalogue.listed(today) if line.code == code) for code in (CUSTOMS, MARRIAGE)
    )
    change_offer(knowledge, lambda offer: offer.receiving(customs, "H41", True))
    change_offer(knowledge, lambda offer: offer.favouring(MARRIAGE, True).favouring(CUSTOMS, True))
    assert is_offered(desk, customs) and codes(desk, "", 2) == [MARRIAGE, CUSTOMS]
    change_offer(knowledge, lambda offer: offer.receiving(marriage, "H41", False))
    assert not is_offered(desk, marriage) and knowledge.offer.favourites == (CUSTOMS,)
    assert load_offer(tmp_path / "knowledge") == load_knowledge(tmp_path / "knowledge").offer == knowledge.offer
    change_offer(knowledge, lambda offer: offer.receiving(marriage, "H41", True).favouring(CUSTOMS, False))
    assert is_offered(desk, marriage) and knowledge.offer == Offer(also=(CUSTOMS,))


def test_a_faulty_file_of_the_office_is_not_written_over(tmp_path: Path) -> None:
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "offered.toml").write_text('levels = ["xã"]\n', encoding="utf-8")
    with pytest.raises(DataFault):
        change_offer(load_knowledge(own), lambda offer: offer.favouring(MARRIAGE, True))
    assert (own / "offered.toml").read_text(encoding="utf-8") == 'levels = ["xã"]\n'


def test_what_a_clerk_most_likely_wants_is_what_was_received_last_and_the_favourites(desk: Desk) -> None:
    assert quick_procedures(desk, 9) == []
    received(desk, MARRIAGE)
    received(desk, STATUS)
    desk = offering(desk, Offer(favourites=("1.001612", "1.001193"), without=("1.001193",)))
    assert [quick_procedure.code for quick_procedure in quick_procedures(desk, 9)] == [STATUS, MARRIAGE, "1.001612"]
    assert [quick_procedure.code for quick_procedure in quick_procedures(desk, 1)] == [STATUS]


def test_the_first_key_does_not_wait_for_the_list_of_all_procedures(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = replace(desk, knowledge=load_knowledge())
    quick_procedures(desk, 9)  # beside the window, when an intake begins
    monkeypatch.setattr(CatalogueIndex, "listed", lambda index: pytest.fail("the list is read again"))
    assert find_procedures(desk, "d")


def test_a_faulty_choice_is_told_and_the_usual_is_offered(tmp_path: Path) -> None:
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "offered.toml").write_text('favourites = ["1.001193"]\nlevels = ["xã"]\n', encoding="utf-8")
    knowledge = load_knowledge(own)
    assert [fault.where for fault in knowledge.faults] == ["knowledge/offered.toml:2"]
    assert knowledge.offer == Offer()


@pytest.mark.parametrize(("agency", "province"), [("H41.15", "H41"), ("H41.105.02", "H41"), ("000.00.15.H41", "H41")])
def test_the_province_is_known_from_either_code(agency: str, province: str) -> None:
    assert province_of(agency) == province


def test_a_term_nobody_knows_is_asked_for_and_moves_with_a_pause(desk: Desk) -> None:
    today = desk.now().date()
    unknown = next(
        one
        for line in desk.knowledge.catalogue.listed(today)
        if "commune" in line.levels and (one := desk.knowledge.catalogue.get(line.code, today))
        if one.term.unit == "unknown"
    )
    draft = filled(desk.new_draft(), unknown.code, unknown.components[0].key)
    desk.keep_draft(draft)
    assert [fault.field for fault in receiving.missing(desk, draft)] == ["promised_on"]
    with pytest.raises(DraftIncomplete, match="promised_on"):
        receiving.receive(desk, draft.id)
    for day in (today.replace(day=19), today.replace(day=22), today.replace(year=2080)):
        late = draft.model_copy(update={"promised_on": day})
        assert [fault.field for fault in receiving.missing(desk, late)] == ["promised_on"], (
            "past; a Sunday; beyond the calendar"
        )
    draft = draft.model_copy(update={"promised_on": today.replace(day=27)})
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id)
    assert dossier.due_at and f"{dossier.due_at:%d/%m %H:%M}" == "27/11 17:00"
    began, ended = (dossier.received_at.replace(day=day, hour=9) for day in (23, 25))
    knowledge = desk.knowledge
    moved = due_after_pause(
        PauseMode.RESTART,
        dossier.due_at,
        dossier.term,
        began_at=began,
        ended_at=ended,
        calendar=knowledge.calendar,
        hours=knowledge.hours,
    )
    assert moved and f"{moved:%d/%m}" == "30/11", "the 24th is a holiday; the term cannot be counted again"
