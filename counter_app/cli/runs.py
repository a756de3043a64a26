"""What each command runs, by its name; the words about it are the parser's."""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.cli.desk_access import PASSPHRASE, clerks_desk, opened_desk, passphrase, password, unlocked
from counter_app.errors import CounterError, ExitStatus
from counter_app.language import translate

if TYPE_CHECKING:
    from counter_app.reports.sampling import Draw
    from counter_app.store.keys import StoreKey


def run(options: argparse.Namespace) -> int:
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


def demo(options: argparse.Namespace) -> int:
    from counter_app.demo.demo import demo

    return demo(options.out)


def digitise(options: argparse.Namespace) -> int:
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


def import_paper(options: argparse.Namespace) -> int:
    from scanning.pipeline.pipeline import Pipeline
    from scanning.session import import_paper

    desk = clerks_desk(options)
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


def import_procedures(options: argparse.Namespace) -> int:
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


def import_past(options: argparse.Namespace) -> int:
    from counter_app.commands.import_past import import_past_file

    desk = clerks_desk(options)
    try:
        return import_past_file(desk, options.file, options.columns, check=options.check)
    finally:
        desk.store.close()


def guide(options: argparse.Namespace) -> int:
    from counter_app.commands.guide import write_guide

    return write_guide(options.pdf or (None if options.html else Path("so-tay.pdf")), options.html)


def access_log(options: argparse.Namespace) -> int:
    from counter_app.commands.report_file import ACCESS_LOG

    return _export_report(options, ACCESS_LOG)


def feedback(options: argparse.Namespace) -> int:
    from counter_app.commands.report_file import FEEDBACK

    return _export_report(options, FEEDBACK)


def report(options: argparse.Namespace) -> int:
    return _export_report(options, options.report, options.list)


def evaluation(options: argparse.Namespace) -> int:
    from counter_app.commands.evaluation import publish
    from counter_app.reports.periods import month_said
    from scanning.destination import not_writable

    period = month_said(options.month)
    if period is None:
        print(f"counter: {options.month}: NĂM-THÁNG, ví dụ 2026-11", file=sys.stderr)
        return ExitStatus.USAGE
    desk = clerks_desk(options)
    try:
        for file in publish(desk, period, options.out, options.sign, options.reason):
            print(file)
    except OSError as error:
        raise not_writable(options.out, error) from error
    finally:
        desk.store.close()
    return 0


def sample(options: argparse.Namespace) -> int:
    from counter_app.commands.report_file import SAMPLE, SAMPLE_BY_RISK
    from counter_app.reports.sampling import Draw

    draw = Draw(options.size, options.seed)
    return _export_report(options, SAMPLE_BY_RISK if options.by_risk else SAMPLE, draw=draw)


def _export_report(options: argparse.Namespace, report: str, behind: str = "", draw: Draw | None = None) -> int:
    from counter_app.commands.report_file import export_report
    from counter_app.reports.sampling import AS_USUAL

    desk = clerks_desk(options)
    try:
        made = export_report(desk, report, options.file, options.first, options.last, behind, draw or AS_USUAL)
        if draw:
            print("\n".join(made.sheet.table.subtitles))
    finally:
        desk.store.close()
    return 0


def _administers_catalogue(options: argparse.Namespace) -> None:
    """Raises NotYourTask unless who signs in keeps the catalogue."""
    from counter_app.desk.catalogue import refuse_unless_theirs

    desk = clerks_desk(options)
    try:
        refuse_unless_theirs(desk)
    finally:
        desk.store.close()


def doctor(options: argparse.Namespace) -> int:
    from counter_app.commands.doctor import examine, exit_status, print_findings
    from counter_app.config import PROFILE, usual_data_folder

    if options.scan_test:
        from counter_app.commands.doctor import scan_test

        findings = scan_test(options.scan_test)
        print_findings(findings, as_json=options.json)
        return exit_status(findings)
    data = options.data or usual_data_folder()
    findings = list(examine(data, options.profile or data / PROFILE, unlocked(options, data)))
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


def backup(options: argparse.Namespace) -> int:
    from counter_app.store.backup import back_up
    from counter_app.store.backup_folder import backup_folder

    desk = opened_desk(options)
    try:
        keys = desk.store.backup_keys
        if not keys.all() or os.environ.get(PASSPHRASE):
            keys.set_passphrase(passphrase(twice=True))
        made = options.file
        if made is not None:
            back_up(desk.store, made)
        elif newest := backup_folder(desk.profile, desk.store.desk).back_up(desk.store, desk.now()):
            made = newest.file
        print(translate("backup", "The backup is in {file}.").format(file=made))
    finally:
        desk.store.close()
    return 0


def digests(options: argparse.Namespace) -> int:
    from counter_app.commands.digests import check_digests, export_digests

    desk = opened_desk(options)
    try:
        return check_digests(desk, options.file) if options.check else export_digests(desk, options.file)
    finally:
        desk.store.close()


def export_person(options: argparse.Namespace) -> int:
    from counter_app.desk.personal_data import export_person

    desk = clerks_desk(options)
    try:
        dossiers = export_person(desk, options.number, options.file)
        said = translate("personal_data", "All that is kept of {count} dossier(s) is in {file}.")
        print(said.format(count=dossiers, file=options.file))
    finally:
        desk.store.close()
    return 0


def extract(options: argparse.Namespace) -> int:
    from counter_app.desk.extract import extract_dossier

    desk = clerks_desk(options)
    try:
        made = extract_dossier(desk, options.code, options.file)
        line = translate("personal_data", "{entries} entries and {papers} papers are in {file}.")
        print(line.format(entries=made.entries, papers=made.papers, file=options.file))
        if made.absent:
            print(translate("personal_data", "{count} papers are not at this desk.").format(count=made.absent))
        print(f"SHA-256: {made.sha256}")
    finally:
        desk.store.close()
    return 0


def verify_extract(options: argparse.Namespace) -> int:
    import runpy

    from counter_app.resources import resource

    more = [part for name in ("key", "digests") if (said := getattr(options, name)) for part in (f"--{name}", said)]
    return int(runpy.run_path(str(resource("inspection", "verify.py")))["main"]([options.file, *more]))


def erase_dossier(options: argparse.Namespace) -> int:
    from counter_app.desk.personal_data import erase

    desk = clerks_desk(options)
    try:
        files = erase(desk, options.code, options.reason, options.signer)
        print(translate("personal_data", "The personal data is erased, {count} file(s) with it.").format(count=files))
    finally:
        desk.store.close()
    return 0


def restore(options: argparse.Namespace) -> int:
    from counter_app.config import PROFILE, default_data_folder
    from counter_app.store.backup import NoBackup
    from counter_app.store.restore import restore, set_aside

    data = options.data or default_data_folder()
    if not options.file.is_file():  # said before anything is asked for or moved
        raise NoBackup("no file")
    if options.aside:
        set_aside(data)
    restored = restore(options.file, data, passphrase(twice=False))
    return _rebuilt(options, restored.key) if (options.profile or data / PROFILE).exists() else 0


def recovery_key(options: argparse.Namespace) -> int:
    from counter_app.commands.recovery_key import print_recovery_key

    desk = opened_desk(options)
    try:
        return print_recovery_key(desk, options.file, input)
    finally:
        desk.store.close()


def key(options: argparse.Namespace) -> int:
    from counter_app.commands.store_key import change_key, say_where
    from counter_app.config import usual_data_folder

    if options.change is None:
        return say_where(options.data or usual_data_folder())
    return change_key(clerks_desk(options), options.change, password(options))


def go_back(options: argparse.Namespace) -> int:
    from counter_app.commands.go_back import go_back_to_before
    from counter_app.config import PROFILE, load_profile, usual_data_folder

    data = options.data or usual_data_folder()
    profile = load_profile(options.profile or data / PROFILE)
    return go_back_to_before(data, profile, unlocked(options, data))


def rebuild(options: argparse.Namespace) -> int:
    from counter_app.config import default_data_folder

    return _rebuilt(options, unlocked(options, options.data or default_data_folder()))


def _rebuilt(options: argparse.Namespace, key: StoreKey | None) -> int:
    from counter_app.commands.rebuild import rebuild
    from counter_app.config import PROFILE, default_data_folder, load_profile

    data = options.data or default_data_folder()
    profile = load_profile(options.profile or data / PROFILE)
    stubs = (item.rpartition("=") for item in getattr(options, "receipt", []))
    receipts = {series: int(number) for series, _, number in stubs if series and number.isdecimal()}
    return rebuild(data, profile, alone=getattr(options, "alone", False), receipts=receipts, key=key)


def package(options: argparse.Namespace) -> int:
    from counter_app.packaging.package import package

    return package(options.out.resolve(), windows=options.windows)


def bench(options: argparse.Namespace) -> int:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the processes that read pages
    bench = importlib.import_module("counter_app.bench.run").bench  # nothing of the product imports the benches
    return int(bench(options.name, as_json=options.json))
