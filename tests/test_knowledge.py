"""The office's own knowledge over the shipped one: what replaces what, and what faulty files do not do."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

import counter_app.knowledge as module
from counter_app.commands.doctor import Verdict, examine
from counter_app.config import sample_profile, save_profile
from counter_app.desk import receiving
from counter_app.desk.desk import open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.knowledge import LAST_GOOD, Knowledge, KnowledgeNotKept, adopt, keep_version, load_knowledge, merged
from counter_app.procedures.catalogue import Fee, Procedure
from counter_app.procedures.catalogue_texts import as_toml
from counter_app.procedures.data_files import DataFault, Layer
from counter_app.procedures.fees import fees_due
from counter_app.procedures.reuse_rules import load_reuse
from counter_app.resources import resource
from tests.conftest import CLERK, filled

TODAY = date(2026, 11, 25)
HOUSEHOLD = "1.001612"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "data" / "knowledge"


def household(knowledge: Knowledge, amount: int) -> Procedure:
    procedure = knowledge.catalogue.get(HOUSEHOLD, TODAY)
    assert procedure
    fee = procedure.fees[0].model_copy(update={"amount": amount})
    return procedure.model_copy(update={"fees": (fee,)})


def amount(knowledge: Knowledge) -> int:
    procedure = knowledge.catalogue.get(HOUSEHOLD, TODAY)
    assert procedure
    return sum(fee.amount for fee in fees_due(procedure))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_without_files_of_the_office_what_ships_is_in_force(own: Path) -> None:
    knowledge = load_knowledge(own)
    assert knowledge.faults == () and amount(knowledge) == 100_000
    assert knowledge.agencies.get("H41", TODAY) is not None
    assert not own.exists(), "nothing is written for an office that has nothing of its own"


def test_an_offices_version_replaces_the_shipped_one_and_new_ones_are_added(own: Path) -> None:
    shipped = load_knowledge()
    birth = shipped.catalogue.get("1.001193", TODAY)
    assert birth
    new = birth.model_copy(update={"code": "1.999001", "name": "Thủ tục riêng của tỉnh", "valid_until": None})
    write(own / "procedures" / "rieng.toml", as_toml([household(shipped, 50_000), new]))
    knowledge = load_knowledge(own)
    assert amount(knowledge) == 50_000
    assert knowledge.catalogue.get("1.999001", TODAY) == new
    assert len(knowledge.catalogue.all) == len(shipped.catalogue.all) + 1


def test_an_offices_hours_calendar_and_rules_replace_the_shipped_file_of_the_same_name(own: Path) -> None:
    write(own / "calendar" / "office-hours.toml", "[[span]]\nopens = 08:00:00\ncloses = 12:00:00\n")
    write(own / "calendar" / "2026.toml", '[[holiday]]\ndate = 2026-12-02\nname = "Ngày hội của xã"\n')
    name = next(resource("rules").glob("*.toml")).name
    changed = resource("rules", name).read_text(encoding="utf-8").replace("Nghị định 118", "Nghị định số 118")
    write(own / "rules" / name, changed)
    knowledge = load_knowledge(own)
    assert [opens.hour for opens, _ in knowledge.hours.spans_of(TODAY)] == [8]
    assert not knowledge.calendar.is_working(date(2026, 12, 2))
    assert not knowledge.calendar.is_working(date(2027, 1, 1)), "years without a file of the office stay"
    assert knowledge.rules.of(TODAY).name.startswith("Nghị định số 118")


def test_a_plan_to_cut_times_of_the_office_or_its_province_goes_over_the_criteria_that_ship(own: Path) -> None:
    assert load_knowledge(own).review.of(TODAY).plan.startswith("Nghị quyết số 66/NQ-CP")
    until = resource("processes", "review.toml").read_text(encoding="utf-8")
    theirs = until[until.index("[[review]]") :].replace("2025-03-26", "2026-12-01").replace("cut = 0.3", "cut = 0.5")
    write(own / "processes" / "review.toml", f"{until}\n{theirs}")
    knowledge = load_knowledge(own)
    assert [knowledge.review.of(day).cut for day in (date(2020, 1, 1), TODAY, date(2026, 12, 31))] == [0.3, 0.3, 0.5]
    write(own / "processes" / "review.toml", f"{until}\n{until}")
    faulty = load_knowledge(own)
    assert [fault.where.partition(":")[0] for fault in faulty.faults] == ["knowledge/processes/review.toml"]
    assert faulty.review.of(date(2026, 12, 31)).cut == 0.5, "what was good last"


def test_a_state_kept_by_an_older_version_has_todays_of_what_that_did_not_know(tmp_path: Path) -> None:
    layer = Layer(tmp_path / "own", "knowledge")
    write(layer.folder / "reuse" / "nghe-an.toml", '[[paper]]\nwords = "hộ nghèo"\nmonths = 12\n')
    with merged(tmp_path / "kept", [], "reuse") as none, merged(tmp_path / "kept", [layer], "reuse") as one:
        assert load_reuse(none) == load_reuse(resource("reuse"))
        assert len(load_reuse(one).months) == 1 + len(load_reuse(none).months)


def test_what_holds_how_long_and_for_what_is_the_offices_and_provinces_to_say(own: Path) -> None:
    paper, day = "Giấy xác nhận tình trạng hôn nhân", date(2026, 11, 1)
    assert load_knowledge(own).reuse.holds_until(paper, day) == date(2027, 5, 1)
    shipped = resource("reuse", "giay-to.toml").read_text(encoding="utf-8")
    write(own / "reuse" / "giay-to.toml", shipped.replace("months = 6", "months = 3", 1))
    knowledge = load_knowledge(own)
    assert knowledge.faults == () and knowledge.reuse.holds_until(paper, day) == date(2027, 2, 1)
    assert not knowledge.reuse.may_serve_again("Tờ khai đăng ký khai sinh")
    write(own / "reuse" / "giay-to.toml", shipped.replace("months = 6", "months = 0", 1) + "\nmonth = 1\n")
    faulty = load_knowledge(own)
    assert len(faulty.faults) == 2 and all(fault.file == "knowledge/reuse/giay-to.toml" for fault in faulty.faults)
    assert faulty.reuse.holds_until(paper, day) == date(2027, 2, 1), "what was good last"


def test_faulty_files_change_nothing_and_are_told_with_file_and_line(own: Path) -> None:
    file = own / "procedures" / "ho-kinh-doanh.toml"
    text = as_toml([household(load_knowledge(), 50_000)])
    write(file, text)
    assert amount(load_knowledge(own)) == 50_000, "this state is good, and kept"
    write(file, text.replace("amount = 50000", 'amount = "fifty"'))
    write(own / "calendar" / "2026.toml", "[[holiday]]\ndate = 2025-01-01\nname = 'x'\n")
    knowledge = load_knowledge(own)
    assert amount(knowledge) == 50_000, "the last good state, not the shipped one"
    assert {fault.where for fault in knowledge.faults} == {
        f"knowledge/procedures/ho-kinh-doanh.toml:{text.splitlines().index('amount = 50000') + 1}",
        "knowledge/calendar/2026.toml:2",
    }
    write(file, text.replace("50000", "60000"))
    (own / "calendar" / "2026.toml").unlink()
    mended = load_knowledge(own)
    assert mended.faults == () and amount(mended) == 60_000


def test_faulty_files_on_the_first_day_leave_what_ships(own: Path) -> None:
    write(own / "procedures" / "a.toml", "[[procedure]\n")
    knowledge = load_knowledge(own)
    assert amount(knowledge) == 100_000
    assert knowledge.faults[0].file == "knowledge/procedures/a.toml"


def test_a_damaged_copy_of_the_good_state_does_not_keep_the_desk_closed(own: Path) -> None:
    write(own / "procedures" / "a.toml", "[[procedure]\n")
    (own / LAST_GOOD).write_bytes(b"no archive")
    assert amount(load_knowledge(own)) == 100_000


def test_an_update_of_the_program_that_contradicts_the_office_leaves_the_last_good_state(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The update ships a version from July 2027 on; the office had made one from March on, under another name."""
    knowledge = load_knowledge(own)
    march = household(knowledge, 70_000).model_copy(update={"version": "2027-03", "valid_from": date(2027, 3, 1)})
    keep_version(knowledge, march)
    update = tmp_path / "resources"
    for part in ("procedures", "calendar", "rules", "agencies"):
        for path in resource(part).glob("*.toml"):
            write(update / part / path.name, path.read_text(encoding="utf-8"))
    july = march.model_copy(update={"version": "2027-07", "valid_from": date(2027, 7, 1)})
    write(update / "procedures" / "moi.toml", as_toml([july]))
    monkeypatch.setattr(module, "resource", lambda *parts: update.joinpath(*parts))
    after = load_knowledge(own)
    assert any("2027-07" in fault.expected for fault in after.faults)
    on_the_day = after.catalogue.get(HOUSEHOLD, date(2027, 8, 1))
    assert on_the_day and on_the_day.version == "2027-03" and on_the_day.fees[0].amount == 70_000


def test_what_the_administrator_changes_is_in_force_at_once_for_all_threads_and_after_a_restart(own: Path) -> None:
    knowledge = load_knowledge(own)
    seen: list[int] = []
    changed, looked = threading.Event(), threading.Event()

    def another_desk_thread() -> None:
        seen.append(amount(knowledge))
        looked.set()
        assert changed.wait(60)
        seen.append(amount(knowledge))

    thread = threading.Thread(target=another_desk_thread)
    thread.start()
    assert looked.wait(60)
    adopt(knowledge, [household(knowledge, 30_000)])
    changed.set()
    thread.join()
    assert seen == [100_000, 30_000]
    assert amount(load_knowledge(own)) == 30_000


def test_a_new_version_closes_the_one_before_on_the_day_before(own: Path) -> None:
    knowledge = load_knowledge(own)
    new = household(knowledge, 80_000).model_copy(update={"version": "2027-01", "valid_from": date(2027, 1, 1)})
    keep_version(knowledge, new)
    for known in (knowledge, load_knowledge(own)):
        versions = {version.version: version.valid_until for version in known.catalogue.versions(HOUSEHOLD)}
        assert versions == {"2021-01": date(2025, 6, 30), "2025-07": date(2026, 12, 31), "2027-01": None}


def test_a_received_dossier_keeps_the_version_that_was_superseded(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "desk", sample_profile(), CLERK)
    desk = replace(desk, now=lambda: datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM))
    try:
        draft = filled(desk.new_draft(), HOUSEHOLD, "giay-de-nghi")
        desk.keep_draft(draft)
        before = receiving.receive(desk, draft.id)
        changed = household(desk.knowledge, 90_000).model_copy(
            update={"version": "2026-11b", "valid_from": TODAY, "term": Term(amount=5, unit="working_days")}
        )
        keep_version(desk.knowledge, changed)
        draft = filled(desk.new_draft(), HOUSEHOLD, "giay-de-nghi")
        desk.keep_draft(draft)
        after = receiving.receive(desk.for_thread(), draft.id)
        before = desk.dossier(before.code)
        assert (before.procedure_version, before.fees_total, before.term.amount) == ("2025-07", 100_000, 3)
        assert (after.procedure_version, after.fees_total, after.term.amount) == ("2026-11b", 90_000, 5)
        kept = desk.knowledge.catalogue.version(before.procedure, before.procedure_version)
        assert kept and kept.term == before.term and kept.valid_until == date(2026, 11, 24)
    finally:
        desk.store.close()


def test_a_change_with_a_fault_is_refused_entirely(own: Path) -> None:
    knowledge = load_knowledge(own)
    adopt(knowledge, [household(knowledge, 50_000)])
    good = household(knowledge, 10_000)
    overlapping = good.model_copy(update={"version": "2026-01", "valid_from": date(2026, 1, 1)})
    files = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    with pytest.raises(DataFault) as failure:
        adopt(knowledge, [good, overlapping])
    assert "valid_until" in str(failure.value.faults[0])
    assert amount(knowledge) == 50_000
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == files


def test_nothing_is_changed_on_top_of_faulty_files(own: Path) -> None:
    write(own / "procedures" / "a.toml", "[[procedure]\n")
    knowledge = load_knowledge(own)
    with pytest.raises(DataFault):
        adopt(knowledge, [household(knowledge, 50_000)])
    assert amount(knowledge) == 100_000


def test_a_disk_that_takes_nothing_leaves_everything_as_it_was(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = load_knowledge(own)

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_durably", full)
    with pytest.raises(KnowledgeNotKept):
        adopt(knowledge, [household(knowledge, 50_000)])
    assert amount(knowledge) == 100_000


def test_a_power_cut_between_two_files_leaves_the_new_state_as_the_last_good_one(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two procedures are changed together; the first file is cut off, as it would be on a bad disk."""
    knowledge = load_knowledge(own)
    birth = knowledge.catalogue.get("1.001193", TODAY)
    assert birth
    fee = Fee(name="Lệ phí", kind="le_phi", amount=1_000)
    changes = [birth.model_copy(update={"fees": (fee,)}), household(knowledge, 20_000)]
    real, written = module.write_durably, []

    def cut(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == 2:  # the first is the copy of the whole
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content[: len(content) // 2] + b'\nname = "')
            raise OSError(5, "Input/output error")
        real(path, content)

    monkeypatch.setattr(module, "write_durably", cut)
    with pytest.raises(KnowledgeNotKept):
        adopt(knowledge, changes)
    after = load_knowledge(own)
    assert after.faults, "the file that was cut off is told"
    assert amount(after) == 20_000 and after.catalogue.get("1.001193", TODAY) == changes[0]


def test_the_doctor_tells_of_faulty_files_and_of_what_is_in_force(tmp_path: Path) -> None:
    data, profile_file = tmp_path / "data", tmp_path / "profile.toml"
    save_profile(sample_profile(), profile_file)
    open_desk(data, sample_profile()).store.close()
    finding = next(item for item in examine(data, profile_file) if item.check == "knowledge")
    assert finding.verdict is Verdict.SOUND and "thủ tục" in finding.message
    write(data / "knowledge" / "procedures" / "a.toml", "[[procedure]]\ncode = 1\n")
    finding = next(item for item in examine(data, profile_file) if item.check == "knowledge")
    assert finding.verdict is Verdict.WARNING and "knowledge/procedures/a.toml:2: code: " in finding.message


@pytest.mark.parametrize("what", ["folder", "link to itself", "link to nothing", "pipe"])
@pytest.mark.parametrize("place", ["rules/mot-cua.toml", "calendar/2026.toml", "procedures/ho-tich.toml"])
def test_what_is_no_file_among_an_offices_files_is_told_and_the_desk_opens(own: Path, place: str, what: str) -> None:
    path = own / place
    path.parent.mkdir(parents=True)
    match what:
        case "folder":
            path.mkdir()
        case "pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("no pipes among files here")
            os.mkfifo(path)
        case _:
            path.symlink_to(path if what == "link to itself" else own / "nothing")
    knowledge = load_knowledge(own)
    assert [fault.where.split(":")[0] for fault in knowledge.faults] == [f"knowledge/{place}"]
    assert amount(knowledge) == 100_000, "what ships is in force"
