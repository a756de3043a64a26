"""The command line. Scripts and checks use it: names, options and exit statuses are stable.

Each command imports what it needs when it runs, so that none pays for another's libraries.
"""

from __future__ import annotations

import argparse
import gc
import getpass
import importlib
import json
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app import __version__
from counter_app.errors import CounterError, ExitStatus
from counter_app.language import translate
from counter_app.private import no_core_dumps

if TYPE_CHECKING:
    from counter_app.desk.desk import Desk
    from counter_app.store.keys import StoreKey

_PASSPHRASE = "COUNTER_BACKUP_PASSPHRASE"
_STATUSES = """mã kết thúc:
  0    xong
  1    không làm được, hoặc không làm được với một phần đầu vào
  2    dòng lệnh sai
  3    máy thiếu chương trình, ngôn ngữ hoặc phông chữ
  4    không đọc hoặc ghi được đĩa
  5    dữ liệu của quầy hoặc khóa của nó thiếu hay hỏng
  6    máy chủ, cơ sở dữ liệu của nó hoặc đường truyền
  130  bị ngắt (Ctrl+C)"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit status. A failure is a sentence on standard error, never a traceback."""
    no_core_dumps()
    logging.getLogger().addHandler(logging.NullHandler())  # its lines are no words to whoever typed a command
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["test"]:
        from counter_app.commands.checks import run_checks

        return run_checks(words[1:])  # all that follows is pytest's
    options = _parser().parse_args(words)
    try:
        if hasattr(options, "data"):
            from counter_app.config import usual_data_folder
            from counter_app.updates.hand_over import hand_over

            ended = hand_over(options.data or usual_data_folder(), words, counted=options.command is _run)
            if ended is not None:
                return ended
        return int(options.command(options))
    except CounterError as failure:
        print(failure.sentence(), file=sys.stderr)
        return failure.exit_status
    except OSError as fault:
        trouble = FileTrouble(file=str(fault.filename or "?"), reason=fault.strerror or "")
        print(trouble.sentence(), file=sys.stderr)
        return trouble.exit_status
    except EOFError:
        print(NobodyToAsk().sentence(), file=sys.stderr)
        return NobodyToAsk.exit_status
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="counter",
        description="Quầy tiếp nhận hồ sơ của Bộ phận Một cửa",
        epilog=_STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(command=run)
        return sub

    run = command("run", _run, "mở cửa sổ làm việc của quầy")
    run.add_argument("--training", action="store_true", help="quầy tập huấn: giấy có dấu chìm, không gì gửi về tỉnh")
    _data_options(run)
    _debug_option(run)
    demo = command("demo", _demo, "chạy thử toàn bộ công việc trên giấy mẫu và kiểm tra từng kết quả")
    demo.add_argument("--out", type=Path, metavar="THƯ_MỤC")
    digitise = command("digitise", _digitise, "ảnh, PDF, thư mục → một PDF/A tìm kiếm được và nội dung đã đọc")
    digitise.add_argument("inputs", nargs="+", type=Path, metavar="VÀO")
    digitise.add_argument("-o", "--output", required=True, type=Path, metavar="RA.pdf")
    digitise.add_argument("--json", type=Path, metavar="TỆP", help="ghi nội dung đã đọc; - là ra màn hình")
    digitise.add_argument("--forms", type=Path, metavar="THƯ_MỤC", help="mẫu đọc cơ quan tự vẽ, thêm vào mẫu có sẵn")
    digitise.add_argument("--procedure", metavar="MÃ", help="mã thủ tục: xếp giấy tờ vào thành phần hồ sơ của thủ tục")
    digitise.add_argument("--jobs", type=int, metavar="N", help="số trang đọc cùng lúc")
    _debug_option(digitise)
    server = command("server", _server, "máy chủ cấp tỉnh mẫu")
    _server_options(server)
    backlog = command("import-paper", _import_paper, "hồ sơ tồn: thư mục mang mã hồ sơ, tệp mang tên thành phần")
    backlog.add_argument("folders", nargs="+", type=Path, metavar="THƯ_MỤC")
    _data_options(backlog)
    _clerk_option(backlog)
    catalogue = command(
        "import-procedures", _import_procedures, "bản ghi, danh sách của Cổng DVCQG, tệp TOML/xlsx → danh mục"
    )
    catalogue.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    catalogue.add_argument("--check", action="store_true", help="chỉ kể những gì sẽ thay đổi")
    catalogue.add_argument(
        "--knowledge",
        type=Path,
        metavar="THƯ_MỤC",
        help="nhập vào thư mục này thay cho quầy: của tỉnh, gửi xuống các quầy",
    )
    _data_options(catalogue)
    _clerk_option(catalogue)
    for title, work, text in (
        ("access-log", _access_log, "nhật ký truy cập dữ liệu cá nhân → bảng tính"),
        ("feedback", _feedback, "sổ tiếp nhận phản ánh, kiến nghị → bảng tính"),
    ):
        register = command(title, work, text)
        register.add_argument("file", type=Path, metavar="TỆP.xlsx")
        register.add_argument("--from", dest="first", type=date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help="từ ngày")
        register.add_argument(
            "--to", dest="last", type=date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help="đến hết ngày"
        )
        _data_options(register)
        _clerk_option(register)
    doctor = command("doctor", _doctor, "kiểm tra máy của quầy")
    doctor.add_argument("--json", action="store_true")
    doctor.add_argument(
        "--report",
        type=Path,
        metavar="TỆP.zip",
        help="gói kết quả và nhật ký, không có thông tin cá nhân, để gửi cán bộ kỹ thuật",
    )
    _data_options(doctor)
    _clerk_option(doctor)
    for name, work, text in (
        ("backup", _backup, "sao lưu cả quầy vào một tệp; không nêu tệp thì vào thư mục [backup] của hồ sơ cấu hình"),
        ("restore", _restore, "dựng lại quầy từ tệp sao lưu"),
    ):
        sub = command(name, work, text)
        sub.add_argument("file", type=Path, metavar="TỆP", nargs="?" if name == "backup" else None)
        _data_options(sub)
        if name == "backup":
            _clerk_option(sub)
        else:
            sub.add_argument("--aside", action="store_true", help="để cơ sở dữ liệu đang có sang một bên trước")
    key = command("recovery-key", _recovery_key, "in khóa khôi phục của bản sao lưu, để cất vào tủ hồ sơ mật")
    key.add_argument("file", type=Path, metavar="TỆP.pdf")
    _data_options(key)
    _clerk_option(key)
    lock = command(
        "key", _key, "khóa mã hóa của dữ liệu quầy: nằm ở đâu, bảo vệ bằng mật khẩu, để không bảo vệ, thay khóa"
    )
    lock.add_argument(
        "change",
        nargs="?",
        choices=("wrap", "plain", "renew"),
        metavar="wrap|plain|renew",
        help="wrap: bảo vệ bằng mật khẩu của cán bộ; plain: để ngay cạnh dữ liệu, tự chọn; renew: thay khóa mới",
    )
    _data_options(lock)
    _clerk_option(lock)
    again = command("rebuild", _rebuild, "dựng lại dữ liệu quầy bị mất, cũ hoặc hỏng từ những gì còn lại và từ tỉnh")
    again.add_argument("--alone", action="store_true", help="làm tiếp dù chưa hỏi được máy chủ của tỉnh")
    again.add_argument(
        "--receipt",
        action="append",
        default=[],
        metavar="KÝ_HIỆU=SỐ",
        help="số biên lai cuối cùng đã dùng, theo cuống biên lai",
    )
    _data_options(again)
    _clerk_option(again)
    back = command("go-back", _go_back, "quay lại dữ liệu trước lần cập nhật chương trình; việc làm từ đó được giữ")
    _data_options(back)
    _clerk_option(back)
    person = command("export-person", _export_person, "mọi dữ liệu của một người tại quầy thành một tệp, theo luật")
    person.add_argument("number", metavar="SỐ_ĐỊNH_DANH")
    person.add_argument("file", type=Path, metavar="TỆP.zip")
    _data_options(person)
    _clerk_option(person)
    erasing = command("erase-dossier", _erase_dossier, "xóa dữ liệu cá nhân của một hồ sơ đã kết thúc, theo luật")
    erasing.add_argument("code", metavar="MÃ_HỒ_SƠ")
    erasing.add_argument("--reason", required=True, metavar="LÝ_DO")
    erasing.add_argument("--signer", required=True, metavar="NGƯỜI_QUYẾT_ĐỊNH")
    _data_options(erasing)
    _clerk_option(erasing)
    days = command(
        "digests", _digests, "xuất tóm lược có ký của từng ngày ra tệp để giữ nơi khác, hoặc đối chiếu với tệp đó"
    )
    days.add_argument("file", type=Path, metavar="TỆP.json")
    days.add_argument("--check", action="store_true", help="đối chiếu nhật ký của quầy với tệp đã xuất")
    _data_options(days)
    _clerk_option(days)
    package = command("package", _package, "đóng gói cài đặt của phiên bản này, từ một bản git của chương trình")
    package.add_argument("--out", type=Path, default=Path("dist"), metavar="THƯ_MỤC", help="nơi ghi các gói")
    package.add_argument("--windows-tree", type=Path, metavar="THƯ_MỤC", help="đóng cả bộ cài Windows từ cây này")
    bench = command("bench", _bench, "đo tốc độ bên cạnh mốc so sánh")
    bench.add_argument("name", nargs="?", default="", metavar="TÊN")
    bench.add_argument("--json", action="store_true")
    command("test", _bench, "chạy mọi phép thử; test --help kể các việc làm được")
    return parser


def _data_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="THƯ_MỤC", help="nơi để dữ liệu của quầy")
    parser.add_argument("--profile", type=Path, metavar="TỆP", help="hồ sơ cấu hình của quầy")


def _clerk_option(parser: argparse.ArgumentParser) -> None:
    told = "ai làm hoặc mở dữ liệu; mật khẩu từ COUNTER_PASSWORD, từ tệp mở sẵn số COUNTER_PASSWORD_FD, hoặc gõ vào"
    parser.add_argument("--clerk", default="", metavar="HỌ_TÊN", help=told)


def _debug_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--debug", action="store_true", help="ghi từng việc vào nhật ký, không có thông tin cá nhân")


def _server_options(server: argparse.ArgumentParser) -> None:
    """Each option may come from the environment too: passwords do not belong on a command line."""

    def option(name: str, kind: type = str, default: str = "", **more: str) -> None:
        given = os.environ.get(f"COUNTER_SERVER_{name.upper().replace('-', '_')}", default)
        server.add_argument(f"--{name}", type=kind, default=kind(given) if given else None, **more)  # type: ignore[arg-type]

    option("database", metavar="URL", help="postgresql://…; không có thì dùng tệp SQLite cạnh các tệp hồ sơ")
    option("files", Path, metavar="THƯ_MỤC")
    option("host", default="127.0.0.1", metavar="ĐỊA_CHỈ")
    option("port", int, default="8040", metavar="N")
    option("workers", int, default="1", metavar="N", help="số tiến trình cùng phục vụ một PostgreSQL")
    option("knowledge", Path, metavar="THƯ_MỤC", help="danh mục, lịch, quy tắc, biểu mẫu gửi xuống các quầy")
    option("updates", Path, metavar="THƯ_MỤC", help="phiên bản chương trình gửi xuống các quầy")
    option("bucket", metavar="TÊN", help="kho S3 giữ tệp hồ sơ thay cho thư mục")
    option("s3-endpoint", metavar="URL")
    option("national", Path, metavar="TỆP", help="TOML: nơi nhận hồ sơ ở Cổng Dịch vụ công quốc gia")
    option("notices", Path, metavar="TỆP", help="TOML: cách nhắn tin cho người dân")
    option("certificate", Path, metavar="TỆP", help="chứng thư TLS")
    option("key", Path, metavar="TỆP", help="khóa của chứng thư TLS")
    option("names", metavar="TÊN,TÊN", help="tên máy chủ trong địa chỉ mà các quầy gọi, ngoài tên ghi trong chứng thư")
    server.add_argument("--behind-proxy", action="store_true", help="máy chủ trung gian trên máy này lo phần TLS")
    server.add_argument("--take-over", action="store_true", help="chạy cùng cổng với máy chủ cũ sắp dừng")
    server.add_argument("--by", metavar="TÊN", help="cán bộ của tỉnh quyết định việc accounts; đứng tên trong nhật ký")
    _debug_option(server)
    server.set_defaults(refuse=server.error)
    tasks = (
        "desks add|list|revoke QUẦY, epoch new (sau khi khôi phục cơ sở dữ liệu), aside list,"
        " officials add TÊN [CƠ_QUAN], officials list, officials revoke TÊN,"
        " accounts list CƠ_QUAN, accounts add|roles CƠ_QUAN HỌ_TÊN VAI_TRÒ,…, accounts close|password CƠ_QUAN HỌ_TÊN,"
        " national list, national resend MÃ_HỒ_SƠ, notices list, updates key KHÓA.pem,"
        " updates offer GÓI.zip KHÓA.pem [CƠ_QUAN…]"
    )
    server.add_argument("task", nargs="*", metavar="VIỆC", help=tasks)


def _run(options: argparse.Namespace) -> int:
    # A start makes tens of thousands of objects and no garbage: looking for some costs a tenth of its CPU time (65 ms
    # on 2 cores). `run` sets the collector going again once the window is made.
    gc.disable()
    from ui.shell.application import run

    if options.training:
        options.data = options.data or _training_desk()
    return run(options.data, options.profile, debug=options.debug)


def _training_desk() -> Path:
    """The folder of the desk for training, set up like the real one. Raises NoProfile, BadProfile, OSError."""
    from counter_app.config import (
        PROFILE,
        load_profile,
        save_profile,
        training_folder,
        training_profile,
        usual_data_folder,
    )

    folder = training_folder()
    if not (folder / PROFILE).exists():
        save_profile(training_profile(load_profile(usual_data_folder() / PROFILE)), folder / PROFILE)
    return folder


def _demo(options: argparse.Namespace) -> int:
    from counter_app.demo.demo import demo

    return demo(options.out)


def _digitise(options: argparse.Namespace) -> int:
    from counter_app.commands.components import components_of
    from scanning.digitise import digitise
    from scanning.reading.ocr import check_language

    def told(done: int, of: int | None) -> None:
        print(f"\r{done}/{of or '?'}", end="", file=sys.stderr, flush=True)

    if options.debug:
        from counter_app.log import log_on_screen

        log_on_screen()
    progress = told if sys.stderr.isatty() else None
    beside = [options.json] if options.json and str(options.json) != "-" else []
    report = digitise(
        options.inputs,
        options.output,
        jobs=options.jobs,
        progress=progress,
        beside=beside,
        templates=options.forms,
        components=components_of(options.procedure) if options.procedure else (),
        with_fields=bool(options.json),
    )
    for file in beside:
        _write_report(report, file)
    if options.json and not beside:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    for error in report["errors"]:
        print(f"{error['source']}: {error['message']}", file=sys.stderr)
    if report["errors"] and not report["pages"]:
        check_language("vie")  # raises where nothing could be read for want of the program that reads
    return ExitStatus.NOT_DONE if report["errors"] else ExitStatus.DONE


def _write_report(report: object, file: Path) -> None:
    """The report as JSON; the folder is made. Raises NotWritable."""
    from scanning.destination import not_writable

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise not_writable(file, error) from error


def _server(options: argparse.Namespace) -> int:
    import dataclasses

    from counter_app.province import commands
    from counter_app.province.serve import Settings
    from counter_app.province.serve import main as serve

    told = {field.name: getattr(options, field.name) for field in dataclasses.fields(Settings)}
    settings = Settings(**{name: value for name, value in told.items() if value is not None})
    match options.task:
        case []:
            return serve(settings)
        case ["desks", "add", desk]:
            return commands.add_desk(settings, desk)
        case ["desks", "list"]:
            return commands.list_desks(settings)
        case ["desks", "revoke", desk]:
            return commands.revoke_desk(settings, desk)
        case ["epoch", "new"]:
            return commands.begin_epoch(settings)
        case ["officials", "add", name]:
            return commands.add_official(settings, name)
        case ["officials", "add", name, agency]:
            return commands.add_official(settings, name, agency)
        case ["officials", "list"]:
            return commands.list_officials(settings)
        case ["officials", "revoke", name]:
            return commands.revoke_official(settings, name)
        case ["accounts", "list", agency]:
            return commands.list_accounts(settings, agency)
        case ["accounts", "add", agency, name, roles] if options.by:
            return commands.add_account(settings, agency, name, roles, options.by)
        case ["accounts", "roles", agency, name, roles] if options.by:
            return commands.change_account_roles(settings, agency, name, roles, options.by)
        case ["accounts", "close", agency, name] if options.by:
            return commands.change_account_roles(settings, agency, name, "", options.by)
        case ["accounts", "password", agency, name] if options.by:
            return commands.give_account_password(settings, agency, name, options.by)
        case ["aside", "list"]:
            return commands.list_aside(settings)
        case ["updates", "key", key]:
            return commands.make_update_key(Path(key))
        case ["updates", "offer", file, key, *agencies] if settings.updates:
            return commands.offer_update(settings.updates, Path(file), Path(key), agencies)
        case ["notices", "list"]:
            return commands.list_notices(settings)
        case ["national", "list"]:
            return commands.list_national(settings)
        case ["national", "resend", code]:
            return commands.resend_national(settings, code)
    options.refuse(" ".join(options.task))
    return 2


def _import_paper(options: argparse.Namespace) -> int:
    from scanning.pipeline.pipeline import Pipeline
    from scanning.session import import_paper

    desk = _clerks_desk(options)
    failures: list[CounterError] = []
    try:
        with Pipeline() as pipeline:
            for folder in options.folders:
                failures += import_paper(desk, pipeline, folder)
    finally:
        desk.store.close()
    for failure in failures:
        print(failure.sentence(desk.profile.language), file=sys.stderr)
    return 1 if failures else 0


def _import_procedures(options: argparse.Namespace) -> int:
    from counter_app.commands.import_procedures import import_procedures
    from counter_app.config import PROFILE, load_profile, usual_data_folder
    from counter_app.dossier.clock import now
    from counter_app.knowledge import FOLDER, PROVINCE_FOLDER

    own, province = options.knowledge, None
    if own is None:
        data = options.data or usual_data_folder()
        load_profile(options.profile or data / PROFILE)  # raises where no desk was set up there
        own, province = data / FOLDER, data / PROVINCE_FOLDER
        if not options.check:
            _administers_catalogue(options)
    return import_procedures(options.files, own, province, now().date(), adopt=not options.check)


def _access_log(options: argparse.Namespace) -> int:
    from counter_app.commands.report_file import ACCESS_LOG

    return _export_report(options, ACCESS_LOG)


def _feedback(options: argparse.Namespace) -> int:
    from counter_app.commands.report_file import FEEDBACK

    return _export_report(options, FEEDBACK)


def _export_report(options: argparse.Namespace, report: str) -> int:
    from counter_app.commands.report_file import export_report

    desk = _clerks_desk(options)
    try:
        export_report(desk, report, options.file, options.first, options.last)
    finally:
        desk.store.close()
    return 0


def _administers_catalogue(options: argparse.Namespace) -> None:
    """Raises NotYourTask unless who signs in keeps the catalogue."""
    from counter_app.desk.catalogue import refuse_unless_theirs

    desk = _clerks_desk(options)
    try:
        refuse_unless_theirs(desk)
    finally:
        desk.store.close()


def _doctor(options: argparse.Namespace) -> int:
    from counter_app.commands.doctor import examine, exit_status, print_findings
    from counter_app.config import PROFILE, usual_data_folder

    data = options.data or usual_data_folder()
    findings = list(examine(data, options.profile or data / PROFILE, _unlocked(options, data)))
    print_findings(findings, as_json=options.json)
    if options.report:
        from counter_app.commands.doctor_report import write_report
        from counter_app.dossier.clock import now
        from scanning.destination import not_writable

        try:
            write_report(findings, data, options.report, now())
        except OSError as error:
            raise not_writable(options.report, error) from error
    return exit_status(findings)


def _backup(options: argparse.Namespace) -> int:
    from counter_app.store.backup import back_up
    from counter_app.store.backup_folder import backup_folder

    desk = _desk(options)
    try:
        keys = desk.store.backup_keys
        if not keys.all() or os.environ.get(_PASSPHRASE):
            keys.set_passphrase(_passphrase(twice=True))
        made = options.file
        if made is not None:
            back_up(desk.store, made)
        elif newest := backup_folder(desk.profile, desk.store.desk).back_up(desk.store, desk.now()):
            made = newest.file
        print(translate("backup", "The backup is in {file}.").format(file=made))
    finally:
        desk.store.close()
    return 0


def _digests(options: argparse.Namespace) -> int:
    from counter_app.commands.digests import check_digests, export_digests

    desk = _desk(options)
    try:
        return check_digests(desk, options.file) if options.check else export_digests(desk, options.file)
    finally:
        desk.store.close()


def _export_person(options: argparse.Namespace) -> int:
    from counter_app.desk.personal_data import export_person

    desk = _clerks_desk(options)
    try:
        dossiers = export_person(desk, options.number, options.file)
        said = translate("personal_data", "All that is kept of {count} dossier(s) is in {file}.")
        print(said.format(count=dossiers, file=options.file))
    finally:
        desk.store.close()
    return 0


def _erase_dossier(options: argparse.Namespace) -> int:
    from counter_app.desk.personal_data import erase

    desk = _clerks_desk(options)
    try:
        files = erase(desk, options.code, options.reason, options.signer)
        print(translate("personal_data", "The personal data is erased, {count} file(s) with it.").format(count=files))
    finally:
        desk.store.close()
    return 0


def _restore(options: argparse.Namespace) -> int:
    from counter_app.config import PROFILE, default_data_folder
    from counter_app.store.backup import NoBackup
    from counter_app.store.restore import restore, set_aside

    data = options.data or default_data_folder()
    if not options.file.is_file():  # said before anything is asked for or moved
        raise NoBackup("no file")
    if options.aside:
        set_aside(data)
    restored = restore(options.file, data, _passphrase(twice=False))
    return _rebuilt(options, restored.key) if (options.profile or data / PROFILE).exists() else 0


def _recovery_key(options: argparse.Namespace) -> int:
    from counter_app.commands.recovery_key import print_recovery_key

    desk = _desk(options)
    try:
        return print_recovery_key(desk, options.file, input)
    finally:
        desk.store.close()


def _key(options: argparse.Namespace) -> int:
    from counter_app.commands.store_key import change_key, say_where
    from counter_app.config import usual_data_folder

    if options.change is None:
        return say_where(options.data or usual_data_folder())
    return change_key(_clerks_desk(options), options.change, _password(options))


def _go_back(options: argparse.Namespace) -> int:
    from counter_app.commands.go_back import go_back_to_before
    from counter_app.config import PROFILE, load_profile, usual_data_folder

    data = options.data or usual_data_folder()
    profile = load_profile(options.profile or data / PROFILE)
    return go_back_to_before(data, profile, _unlocked(options, data))


def _rebuild(options: argparse.Namespace) -> int:
    from counter_app.config import default_data_folder

    return _rebuilt(options, _unlocked(options, options.data or default_data_folder()))


def _rebuilt(options: argparse.Namespace, key: StoreKey | None) -> int:
    from counter_app.commands.rebuild import rebuild
    from counter_app.config import PROFILE, default_data_folder, load_profile

    data = options.data or default_data_folder()
    profile = load_profile(options.profile or data / PROFILE)
    stubs = (item.rpartition("=") for item in getattr(options, "receipt", []))
    receipts = {series: int(number) for series, _, number in stubs if series and number.isdecimal()}
    return rebuild(data, profile, alone=getattr(options, "alone", False), receipts=receipts, key=key)


def _package(options: argparse.Namespace) -> int:
    from counter_app.packaging.package import package

    return package(options.out.resolve(), options.windows_tree and options.windows_tree.resolve())


def _bench(options: argparse.Namespace) -> int:
    bench = importlib.import_module("counter_app.bench.run").bench  # nothing of the product imports the benches
    return int(bench(options.name, as_json=options.json))


def _desk(options: argparse.Namespace) -> Desk:
    from counter_app.config import PROFILE, load_profile, usual_data_folder
    from counter_app.desk.desk import open_desk

    data = options.data or usual_data_folder()
    profile = load_profile(options.profile or data / PROFILE)
    return open_desk(data, profile, key=_unlocked(options, data))


def _unlocked(options: argparse.Namespace, data: Path) -> StoreKey | None:
    """What opens the data, where its key is locked. Raises CannotOpen, NotTheKey."""
    from counter_app.commands.store_key import unlocked_key

    return unlocked_key(data, options.clerk, lambda: _password(options))


def _password(options: argparse.Namespace) -> str:
    """Of who is named; asked for once."""
    from counter_app.commands.store_key import password_of

    if not hasattr(options, "password"):
        options.password = password_of(options.clerk)
    return str(options.password)


def _clerks_desk(options: argparse.Namespace) -> Desk:
    """The desk as who was named works at it. Raises NotSignedIn, WrongSignIn, WaitToSignIn."""
    from counter_app.desk.accounts import sign_in
    from counter_app.desk.desk import NotSignedIn

    if not options.clerk:
        raise NotSignedIn()
    desk = _desk(options)
    try:
        return desk.of(sign_in(desk, options.clerk, _password(options)).clerk)
    except BaseException:
        desk.store.close()
        raise


class FileTrouble(CounterError):
    """A file or folder named on the command line cannot be read or written."""

    what = "{file} cannot be read or written ({reason})."
    todo = "Check the name, the rights and the free space of the disk."
    exit_status = ExitStatus.DISK


class NobodyToAsk(CounterError):
    """A command that asks for something runs where nobody types."""

    what = "The command asks for a password or an answer, and nobody types here."
    todo = "Run it at a keyboard, or set COUNTER_PASSWORD, COUNTER_BACKUP_PASSPHRASE."
    exit_status = ExitStatus.USAGE


class PassphraseMissing(CounterError):
    """No passphrase was typed, or not the same one twice."""

    what = "The passphrase is empty or was not typed the same way twice."
    todo = "Start again and choose a passphrase of several words."


def _passphrase(*, twice: bool) -> str:
    """From the environment for scripts, otherwise typed without being shown."""
    if given := os.environ.get(_PASSPHRASE):
        return given
    typed = getpass.getpass("Mật khẩu của bản sao lưu: ")
    if not typed or (twice and getpass.getpass("Nhập lại: ") != typed):
        raise PassphraseMissing()
    return typed
