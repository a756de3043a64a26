"""Finding dossiers: beginnings of words without marks, in any order, newest first."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from counter_app.dossier.model import DigitisedPage, Person
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.papers import ComponentDigitised, Received
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef
from counter_app.store.store import Store, open_store
from tests.dossier.entries import AT, CODE, journal_of, received

SURNAMES = ("Nguyễn", "Trần", "Ngô", "Đặng", "Đậu", "Dương")
GIVEN = ("Hương", "Hường", "Hoa", "Anh", "Ánh", "An", "Dũng", "Tuấn")
PAPERS = FileRef(sha256="ab" * 32, size=1, media_type="application/pdf")


def append(store: Store, payload: Payload, code: str = CODE) -> None:
    store.journal.append(payload, dossier=code, clerk="Mẫu", at=AT, salt="salt")


def of(name: str, **more: str) -> Received:
    return received().model_copy(update={"owner": Person(name=name, **more)})


def read(text: str) -> ComponentDigitised:
    return ComponentDigitised(
        component="to-khai", document=PAPERS, pages=(DigitisedPage(original="cd" * 32, text=text),)
    )


def found(store: Store, words: str, status: Status | None = None, limit: int = 200) -> list[str]:
    return [line.code for line in store.find(words, status=status, limit=limit)]


@pytest.mark.parametrize(
    "words", ["dang", "Đặng", "huong dang", "thi huong", "0912000123", "040190", "261124-0001", "khai sinh", "H41.99"]
)
def test_a_dossier_is_found_by_any_beginning_without_marks(store: Store, words: str) -> None:
    append(store, received())
    other = received().model_copy(update={"owner": Person(name="Trần Văn Cường"), "procedure_name": "Đất đai"})
    append(store, other, "H41.98-261123-0500")
    assert found(store, words) == [CODE]


@pytest.mark.parametrize("words", ["lê", "dangg", "hường x", "* OR", "d%g", "d_ng", "ang"])
def test_what_is_not_there_is_not_found_and_breaks_nothing(store: Store, words: str) -> None:
    append(store, received())
    assert found(store, words) == []


def test_marks_alone_are_no_search(store: Store) -> None:
    append(store, received())
    assert found(store, '" - * _') == [CODE]


def test_the_list_can_be_narrowed_to_a_status(store: Store) -> None:
    append(store, received())
    assert found(store, "", Status.ACCEPTED) == [CODE]
    assert found(store, "", Status.DONE) == []


def test_a_dossier_is_found_by_words_on_its_papers_and_by_these_with_a_name(store: Store) -> None:
    append(store, of("Đặng Thị Hương"))
    append(store, of("Đặng Thị Hoa"), "H41.99-261124-0002")
    append(store, read("Bệnh viện Sản Nhi, cháu Minh Khuê"))
    append(store, read("Trạm y tế"), "H41.99-261124-0002")
    assert found(store, "san nhi") == [CODE]
    assert found(store, "dang khue") == [CODE]
    assert found(store, "hoa khue") == []
    append(store, read("Giấy chứng sinh"))  # read anew: the old words are gone
    assert found(store, "khue") == []
    assert found(store, "chung sinh") == [CODE]


def test_every_question_is_answered_as_by_looking_through_all_dossiers(store: Store) -> None:
    chance, kept = random.Random(4), list[tuple[str, str, Status]]()
    with store.transaction():
        for number in range(1, 301):  # more than wait beside the index
            code = f"H41.99-261124-{number:04d}"
            name = f"{chance.choice(SURNAMES)} Thị {chance.choice(GIVEN)}"
            digits = f"0401900{chance.randrange(10**5):05d}"
            phone = f"09{chance.randrange(10**8):08d}"
            append(store, of(name, identity_number=digits, phone=phone), code)
            status, text = Status.ACCEPTED, ""
            if chance.random() < 0.2:
                status = chance.choice([Status.IN_PROCESS, Status.DONE])
                append(store, StatusChanged(status=status), code)
            if chance.random() < 0.2:
                text = f"trích lục {chance.choice(GIVEN)} số {chance.randrange(100)}"
                append(store, read(text), code)
            kept.append((code, f"{code} {name} {digits} {phone} 1.001193 Đăng ký khai sinh {text}", status))

    def looked_through(words: str, status: Status | None) -> list[str]:
        wanted = re.findall(r"\w+", plain(words))
        return [
            code
            for code, text, is_in in reversed(kept)
            if status in (None, is_in)
            and all(any(word.startswith(part) for word in re.findall(r"\w+", plain(text))) for part in wanted)
        ]

    for _ in range(300):
        words = re.findall(r"\w+", plain(chance.choice(kept)[1]))
        asked = " ".join(word[: chance.randrange(1, 9)] for word in chance.sample(words, chance.randrange(1, 4)))
        status = chance.choice([None, None, Status.ACCEPTED, Status.IN_PROCESS, Status.DONE])
        assert found(store, asked, status, 1000) == looked_through(asked, status), asked


def test_the_newest_come_first_and_no_more_than_asked_for(store: Store) -> None:
    codes = [f"H41.99-261124-{number:04d}" for number in range(1, 101)]
    with store.transaction():
        for code in codes:
            append(store, received(), code)
    append(store, StatusChanged(status=Status.DONE), codes[10])
    newest = list(reversed(codes))
    assert found(store, "dang", limit=7) == newest[:7]
    assert found(store, "dang huong", limit=90) == newest[:90]
    assert found(store, "", limit=3) == newest[:3]
    assert found(store, "dang", Status.DONE) == [codes[10]]


def test_a_look_up_token_finds_its_dossier_and_no_typed_word_does(store: Store) -> None:
    tokens = [
        "Ab-c_dEf0123WXYZ",
        "ab-c_def0123wxyz",
        "abcdef0123wxyz",
        "-_duong-_",
        *(f"tok{n:013}" for n in range(70)),
    ]
    codes = [f"H41.99-261124-{number:04}" for number in range(1, len(tokens) + 1)]
    for code, token in zip(codes, tokens, strict=True):
        append(store, received().model_copy(update={"look_up_token": token}), code)
    assert [store.code_of_token(token) for token in tokens] == codes, "in the index and beside it"
    assert found(store, "duong") == found(store, "đduong") == found(store, "tok0000000000001") == []
    for unknown in ("", "-", "tok", "ABCDEF0123WXYZ", '"', "%"):
        assert store.code_of_token(unknown) is None


def test_the_token_of_another_desk_s_dossier_is_found_too(store: Store, tmp_path: Path) -> None:
    other = open_store(tmp_path / "other", "H41.99:2")
    append(other, received().model_copy(update={"look_up_token": "Xy-12_token"}))
    store.journal.accept(other.entries.own_after(0, -1))
    other.close()
    assert store.code_of_token("Xy-12_token") == CODE


def test_a_store_of_before_learns_its_tokens_when_it_is_opened(tmp_path: Path) -> None:
    before = open_store(tmp_path / "data", "H41.99:1")
    append(before, received())
    before.db.execute("UPDATE newcomers SET words = 'dang thi huong'")
    before.db.execute("PRAGMA user_version = 1")
    before.close()
    now = open_store(tmp_path / "data", "H41.99:1")
    assert now.code_of_token("token") == CODE
    now.close()


@pytest.mark.parametrize("others", [2, 70])
def test_those_in_conflict_are_found_by_words_too_without_reading_the_others(store: Store, others: int) -> None:
    """Waiting beside the index (2) and in it (70)."""
    append(store, of("Đặng Thị Hương"))
    append(store, StatusChanged(status=Status.WITHDRAWN))
    for number in range(2, others + 2):
        append(store, of("Đặng Thị Hoa"), f"H41.99-261124-{number:04d}")
    store.journal.accept(journal_of("H41.99:2", (2, StatusChanged(status=Status.DONE))))
    for words, wanted in (("", [CODE]), ("dang", [CODE]), ("dang huong", [CODE]), ("hoa", [])):
        assert [line.code for line in store.find(words, in_conflict=True)] == wanted
    assert store.in_conflict() == 1
    plan = store.db.execute("EXPLAIN QUERY PLAN SELECT count(*) FROM dossiers WHERE conflicts > 0").fetchall()
    assert "dossiers_in_conflict" in str(plan)
