"""Each command of the handbook is run as it stands there; its names stand for something of this desk and server."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pypdfium2
import pytest
import xlsxwriter
from PIL import Image

from counter_app import cli
from counter_app.config import PROFILE, Backup, load_profile, save_profile
from counter_app.desk import casework, receiving
from counter_app.desk.accounts import sign_in
from counter_app.desk.desk import open_desk
from counter_app.desk.past import columns_text, read_sheet
from counter_app.dossier.clock import now
from counter_app.errors import ExitStatus
from counter_app.procedures.spreadsheet import write_spreadsheet
from counter_app.province.commands import make_update_key
from counter_app.store.key_file import unlocked
from printing.forms.test_page import test_page as paper_to_test
from tests.commands.test_guide import COMMANDS
from tests.conftest import filled
from tests.desk.locked import HEAD, PASSWORD, RECOVERY, locked_desk
from tests.updates.packages import package

pytestmark = pytest.mark.slow

ELSEWHERE = {
    "counter demo",  # tests/system/test_commands.py runs it whole
    "counter run --training",  # a window: tests/system/test_training.py
    "counter server",  # serves until it is ended
    'counter recovery-key khoa.pdf --clerk "Họ tên"',  # asks to type what the paper says
    "counter restore",  # these two stand in a table, without what follows
    "counter rebuild",
    "counter doctor --scan-test TỆP",  # stands with a file's name, too
}
SERVE = ("counter server --certificate", "counter server --database", "counter server --behind-proxy")
"""What serves until it is ended, which tests/province does."""
RUN = [line for line in COMMANDS if line not in ELSEWHERE and not line.startswith(SERVE)]
NOTHING_TO_DO = {
    "counter go-back": ExitStatus.STORE,
    "counter server evaluation": ExitStatus.NOT_DONE,
    "counter server national resend": ExitStatus.NOT_DONE,
}
"""No update was made here, no office sent anything, the portal refused nothing: said, not done."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the handbook names and a desk in `desk`."""
    data = locked_desk(tmp_path / "desk")
    profile = load_profile(data / PROFILE)
    (tmp_path / "disk-2").mkdir()
    save_profile(profile.model_copy(update={"backup": Backup(folder=str(tmp_path / "disk-2"))}), data / PROFILE)
    desk = open_desk(data, load_profile(data / PROFILE), key=unlocked(data, HEAD, PASSWORD))
    desk = desk.of(sign_in(desk, HEAD, PASSWORD).clerk)
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    code = receiving.receive(desk, draft.id).code
    casework.refuse(desk, code, "Không có hộ khẩu")
    (tmp_path / "code").write_text(code, encoding="utf-8")
    write_spreadsheet(desk.knowledge.catalogue.all[:3], tmp_path / "danh-muc.xlsx")
    desk.store.close()
    with xlsxwriter.Workbook(str(tmp_path / "so-2019.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Số hồ sơ", "Họ và tên chủ hồ sơ", "Thủ tục", "Ngày nhận"))
        sheet.write_row(1, 0, ("2019/0012", "Hồ Thị Mận", "Khai sinh", "05/03/2019"))
    guessed = columns_text(read_sheet(tmp_path / "so-2019.xlsx", {}))
    (tmp_path / "cot.toml").write_text(guessed, encoding="utf-8")
    page = pypdfium2.PdfDocument(paper_to_test("Phường Mẫu", "Q01", "Máy in", now()))[0]
    page.render(scale=300 / 72, grayscale=True).to_pil().save(tmp_path / "trang-thu.png", dpi=(300, 300))
    Image.new("L", (400, 500), 255).save(tmp_path / "anh.jpg")
    (tmp_path / code).mkdir()
    Image.new("L", (400, 500), 200).save(tmp_path / code / "to-khai.jpg")
    package(tmp_path, "0.2.0").rename(tmp_path / "counter-program-0.2.0.zip")
    monkeypatch.setenv("COUNTER_PASSWORD", PASSWORD)
    monkeypatch.setenv("COUNTER_BACKUP_PASSPHRASE", RECOVERY)
    return tmp_path


def typed(line: str, place: Path) -> list[str]:
    """The words of a command, with this desk's names for those of the handbook."""
    code = (place / "code").read_text(encoding="utf-8")
    names = {"Họ tên": HEAD, "H41.15-261120-0001": code, "040190000123": "040190001234", "$quay": "H41.15:01"}
    names["/var/lib/counter-server/bao-cao"] = str(place / "reports")
    words = [names.get(word, word) for word in shlex.split(line)[1:]]
    if words[0] == "server":
        return [*words, "--files", str(place / "server")]
    if words[0] in ("import-paper",):
        words[1] = code
    return words if words[0] == "digitise" else [*words, "--data", str(place / "desk")]


def test_every_command_of_the_handbook_does_what_it_says(
    made: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = {}
    for line in RUN:
        place = tmp_path_factory.mktemp("command") / "place"
        shutil.copytree(made, place)
        monkeypatch.chdir(place)
        ended[line] = run(typed(line, place), place)
    expected = {
        line: next((NOTHING_TO_DO[begin] for begin in NOTHING_TO_DO if line.startswith(begin)), 0) for line in RUN
    }
    assert ended == expected


def run(words: list[str], place: Path) -> int:
    """The status of a command, after what the handbook tells to do before it."""
    if "offer" in words:
        make_update_key(place / "khoa-cap-nhat.pem")
    if words[0] == "restore":
        assert cli.main(typed('counter backup ban-sao-luu.counter --clerk "Họ tên"', place)) == ExitStatus.DONE
        words[-1] = str(place / "new")
    if "revoke" in words:
        assert cli.main(typed("counter server desks add H41.15:01", place)) == ExitStatus.DONE
    if "evaluation" in words:
        assert cli.main(typed('counter server officials add "Họ tên"', place)) == ExitStatus.DONE
    return cli.main(words)
