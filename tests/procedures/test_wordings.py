"""The sentences on the papers are data: what an office may replace, and what it is told where it went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.knowledge import load_knowledge
from counter_app.procedures.data_files import DataFault, Layer
from counter_app.procedures.wordings import Wordings, load_wordings
from counter_app.resources import resource

NEW, OLD = "03/2025/TT-VPCP", "01/2018/TT-VPCP"


def overlaid(folder: Path, text: str, form: str = "receipt") -> Wordings:
    (folder / f"{form}.toml").write_text(text, encoding="utf-8")
    return load_wordings(resource("forms"), Layer(folder, "knowledge/forms/"))


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(DataFault) as failure:
        overlaid(folder, text)
    assert all(fault.said("vi") != fault.said("en") for fault in failure.value.faults)
    return [str(fault) for fault in failure.value.faults]


def test_an_office_replaces_a_sentence_and_keeps_the_others(tmp_path: Path) -> None:
    own = overlaid(tmp_path, '[[text]]\nkey = "contact"\ntext = "Hỏi tại {contact}."\n')
    say, before = own.of("receipt", NEW), load_wordings(resource("forms")).of("receipt", NEW)
    assert say("contact", contact="số 1") == "Hỏi tại số 1."
    assert say("bring") == before("bring")


def test_an_office_may_empty_a_sentence(tmp_path: Path) -> None:
    assert overlaid(tmp_path, '[[text]]\nkey = "early"\ntext = ""\n').of("receipt", NEW)("early") == ""


def test_a_text_of_one_circular_is_replaced_for_that_one_alone(tmp_path: Path) -> None:
    own = overlaid(tmp_path, f'[[text]]\nkey = "form_number"\nbase = "{OLD}"\ntext = "Mẫu cũ"\n')
    assert own.of("receipt", OLD)("form_number") == "Mẫu cũ"
    assert own.of("receipt", NEW)("form_number") == f"Mẫu số 01 – Thông tư số {NEW}"


def test_what_a_value_holds_is_no_placeholder() -> None:
    say = load_wordings(resource("forms")).of("receipt", NEW)
    assert say("note", note="{contact} {} {0}") == "Ghi chú: {contact} {} {0}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[[text]]\nkey = "greeting"\ntext = "Xin chào"\n', 2),  # there is no such text
        ('[[text]]\nkey = "form_number"\nbase = "99/2030/TT-VPCP"\ntext = "Mẫu"\n', 2),  # nor under this circular
        ('[[text]]\nkey = "contact"\ntext = "{phone}"\n', 3),  # not a placeholder of this text
        ('[[text]]\nkey = "bring"\nplaces = ["x"]\ntext = "{x}"\n', 4),  # an office allows itself none
        ('[[text]]\nkey = "contact"\ntext = "Hỏi {contact"\n', 3),
        ('[[text]]\nkey = "contact"\ntext = "Hỏi contact}"\n', 3),
        ('[[text]]\nkey = "contact"\ntext = "Hỏi {}"\n', 3),
        ('[[text]]\nkey = "contact"\ntext = "Hỏi {contact:>999999999}"\n', 3),
        ('[[text]]\nkey = "contact"\ntext = "Hỏi {contact!r}"\n', 3),
        ('[[text]]\nkey = "contact"\ntext = "Hỏi {contact.__class__}"\n', 3),
        ('[[text]]\nkey = "contact"\ntext = 5\n', 3),
        ('[[text]]\nkey = "bring"\ntext = "a"\nnote = "b"\n', 4),
    ],
)
def test_a_fault_names_its_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    (fault,) = faults(tmp_path, text)
    assert fault.startswith(f"knowledge/forms/receipt.toml:{line}: ")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    wrong = '[[text]]\nkey = "contact"\ntext = "{phone}"\n\n[[text]]\nkey = "greeting"\ntext = "Xin chào"\n'
    assert [fault.split(": ")[0] for fault in faults(tmp_path, wrong)] == [
        "knowledge/forms/receipt.toml:3",
        "knowledge/forms/receipt.toml:6",
    ]


def test_a_form_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(DataFault) as failure:
        overlaid(tmp_path, '[[text]]\nkey = "title"\ntext = "Giấy"\n', form="reciept")
    assert "reciept.toml:2" in failure.value.sentence()


def test_the_last_good_wording_stays_until_the_fault_is_mended(tmp_path: Path) -> None:
    forms = tmp_path / "forms"
    forms.mkdir()
    file = forms / "receipt.toml"
    file.write_text('[[text]]\nkey = "bring"\ntext = "Mang theo Giấy này."\n', encoding="utf-8")
    assert load_knowledge(tmp_path).wordings.of("receipt", NEW)("bring") == "Mang theo Giấy này."
    file.write_text('[[text]]\nkey = "bring"\ntext = "Mang theo {name}."\n', encoding="utf-8")
    faulty = load_knowledge(tmp_path)
    assert [fault.where for fault in faulty.faults] == ["knowledge/forms/receipt.toml:3"]
    assert faulty.wordings.of("receipt", NEW)("bring") == "Mang theo Giấy này."


def test_every_shipped_form_is_told_apart_by_its_circular_where_it_has_a_number() -> None:
    say = load_wordings(resource("forms"))
    for base in (NEW, OLD):
        assert base in say.of("receipt", base)("form_number")
