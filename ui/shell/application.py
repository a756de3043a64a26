"""The door of the window: here the real things are made and handed in. Nothing inside looks for a global.

Where a password opens the data, its field is shown before the desk and the window are loaded (half of a start); they
are while it is typed. So what is loaded here at once is little, and each function loads what it needs.
"""

from __future__ import annotations

import gc
import logging
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings, Qt, QTimer, QTranslator, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from counter_app import __version__
from counter_app.config import PROFILE, NoProfile, Profile, load_profile, save_profile, usual_data_folder
from counter_app.crash_report import watch_crashes
from counter_app.errors import CounterError
from counter_app.language import DEFAULT_LANGUAGE
from counter_app.log import keep_log, log_uncaught, set_level
from counter_app.resources import resource
from counter_app.store.faults import StoreDamaged, WrongKey, opening
from counter_app.store.keys import KeyMissing, StoreKey
from counter_app.store.lock import is_locked
from counter_app.updates.hand_over import environment_before, versions_of
from counter_app.updates.versions import Versions
from ui.shell.crash_watch import CrashWatch
from ui.shell.module_loading import LoadingMeanwhile
from ui.sign_in.unlock_dialog import Typed, UnlockDialog
from ui.theme import apply_theme

if TYPE_CHECKING:
    from counter_app.desk.desk import Desk
    from counter_app.dossier.roles import Clerk
    from ui.background.printers import Printers
    from ui.shell.main_window import MainWindow

START_ANEW = 77
"""What the window ends with where it is to be opened again, with settings that are read at the start."""
_NEXT_WITHOUT_QT = ("counter_app.desk.desk", "counter_app.desk.accounts", "counter_app.desk.today")
_NEXT = (
    *("ui.sign_in.sign_in_dialog", "ui.background.workplace", "ui.background.sync_watch", "ui.background.safekeeping"),
    *("ui.today.page", "ui.sign_in.lock", "ui.shell.status_strip", "ui.shell.screens", "ui.shell.main_window"),
)
"""What comes after the password, each on what stands before it."""
_log = logging.getLogger(__name__)


def run(data: Path | None = None, profile: Path | None = None, *, debug: bool = False) -> int:
    """Opens the window and stays until it is closed; the exit status says why the desk could not be opened."""
    folder = data or usual_data_folder()
    file = profile or folder / PROFILE
    os.environ["QT_SCALE_FACTOR"] = f"{_size_wanted(file) / 100:.2f}"
    app = application()
    language = DEFAULT_LANGUAGE
    try:
        with opening(folder):
            keep_log(folder)
            crashes = CrashWatch(folder)
            log_uncaught(crashes.tell)
            left = watch_crashes(folder)
        settled = _profile(file)
        if settled is None:
            return 0
        set_level("debug" if debug else settled.log.level)
        _log.info("version %s, Python %s, Qt %s, %s", __version__, platform.python_version(), qVersion(), sys.platform)
        language = settled.language
        speak(app, language)
        apply_theme(app, settled.display.theme)
        opened = _opened(app, folder, settled)
    except CounterError as failure:
        return _explain(app, failure, language)
    versions = versions_of(folder)
    shown = partial(versions.started, __version__)
    if opened is None:
        _settle_version(shown)
        return 0
    desk, typed = opened
    clerk = _signed_in(desk, typed, versions)
    if clerk is None:
        desk.store.close()
        _settle_version(shown)
        return 0
    with ExitStack() as closing:
        closing.callback(_settle_version, partial(_install, versions, desk))  # when all is closed
        window = open_window(desk.of(clerk), closing.callback, profile=file)
        window.making.ready.connect(window.show_tour_once)
        window.making.settled.connect(gc.freeze)  # what stands then stays for the day: to look through it costs 50 ms
        window.show()
        _settle_version(shown)
        if left:  # the program ended in the middle of its work the last time
            crashes.tell(left)
        gc.freeze()
        status = app.exec()
    if status == START_ANEW:
        subprocess.Popen([sys.executable, *sys.orig_argv[1:]], env=environment_before())
        return 0
    return status


def _install(versions: Versions, desk: Desk) -> None:
    from counter_app.desk.today import day_is_over

    versions.install_at_close(day_is_over=day_is_over(desk))


def _settle_version(settle: Callable[[], None]) -> None:
    """Writes down how far a new version has come; on a full disk the next start does."""
    try:
        settle()
    except OSError as fault:
        _log.warning("versions: %s", type(fault).__name__)


@contextmanager
def _asking(versions: Versions) -> Iterator[None]:
    """A new version that waits for somebody's password has not failed to start."""
    _settle_version(partial(versions.waits, __version__))
    try:
        yield
    finally:
        _settle_version(partial(versions.goes_on, __version__))


def application() -> QApplication:
    """The Qt application with the program's look, speaking Vietnamese until a profile says otherwise."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Counter")
    apply_theme(app)
    speak(app, DEFAULT_LANGUAGE)
    return app


def open_window(
    desk: Desk,
    at_end: Callable[[Callable[[], None]], object],
    printers: Printers | None = None,
    profile: Path | None = None,
) -> MainWindow:
    """Puts the window of a desk where somebody is signed in together; its settings stand in the file `profile`.

    What has to be ended is told to `at_end`, in the order of making.
    """
    from ui.background.attendance import Attendance
    from ui.background.changes import Changes
    from ui.background.garbage import Garbage
    from ui.background.messages import Messages
    from ui.background.page_work import PageWork
    from ui.background.print_watch import PrintWatch
    from ui.background.printers import desk_printers
    from ui.background.profile_file import ProfileFile
    from ui.background.sync_watch import SyncWatch
    from ui.background.tasks import Tasks
    from ui.background.undo import Undo
    from ui.background.workplace import Workplace
    from ui.shell.main_window import MainWindow

    at_end(desk.store.close)
    attendance = Attendance(desk.clerk, desk.profile.desk.lock_minutes)
    profile_file = ProfileFile(desk.profile, profile or desk.store.folder / PROFILE)
    desk = replace(desk, who=attendance.who, settled=profile_file.profile)
    tasks = Tasks(desk)
    at_end(tasks.close)
    changes = Changes()
    pages = PageWork(tasks, changes)
    at_end(pages.close)
    sync = SyncWatch(desk, tasks, changes)
    at_end(sync.stop)
    printing = PrintWatch(desk, tasks, changes, printers or desk_printers(profile_file.profile))
    at_end(printing.stop)
    settings = QSettings(str(desk.store.folder / "window.ini"), QSettings.Format.IniFormat)
    messages = Messages()
    workplace = Workplace(
        desk, tasks, changes, pages, messages, Undo(messages), printing, settings, attendance, profile_file
    )
    window = MainWindow(workplace, sync)
    at_end(Garbage(window).stop)
    for part in (tasks, changes, pages, sync, printing, messages, workplace.undo, settings, attendance, profile_file):
        part.setParent(window)  # goes with it, and with it what is connected to it
    at_end(window.leave)
    profile_file.start_anew_wanted.connect(lambda: QApplication.exit(START_ANEW))
    QTimer.singleShot(0, window.begin)
    return window


def _size_wanted(file: Path) -> int:
    """Percent; Qt has to know before anything else of it is made. What is wrong with the file is said later."""
    try:
        return load_profile(file).display.size
    except CounterError:
        return 100


def _profile(file: Path) -> Profile | None:
    """The desk's profile; asked for on the first start. None where the clerk closed the question."""
    try:
        return load_profile(file)
    except NoProfile:
        from ui.setup.dialog import SetupDialog

        question = SetupDialog()
        question.exec()
        if question.profile is not None:
            with opening(file.parent):
                save_profile(question.profile, file)
        return question.profile


def _opened(app: QApplication, folder: Path, profile: Profile) -> tuple[Desk, Typed] | None:
    """The desk, and by what somebody opened it where it is locked; where its data is not as it was left, once it was
    rebuilt. None where the question was closed. Raises what stays in the way."""
    key: StoreKey | None = None
    typed = Typed()
    while True:
        try:
            if key is None and is_locked(folder):
                question = UnlockDialog(folder, profile)
                loading = LoadingMeanwhile(_NEXT_WITHOUT_QT, _NEXT, question)
                with _asking(versions_of(folder)):
                    question.showMaximized()
                    question.exec()
                loading.stop()
                key, typed = question.key, question.typed
                if key is None:
                    return None
            from counter_app.desk.desk import open_desk

            return open_desk(folder, profile, key=key), typed
        except CounterError as failure:
            key = _put_right(app, failure, folder, profile, key)


def _put_right(
    app: QApplication, failure: CounterError, folder: Path, profile: Profile, key: StoreKey | None
) -> StoreKey | None:
    """What opens the data once what stood in the way is put right. Raises the failure where that stays so."""
    from counter_app.store.migrations import StoreNewer
    from counter_app.store.recognition import NeedsRebuild
    from counter_app.store.store import go_back_to_copy

    if isinstance(failure, StoreNewer) and versions_of(folder).state.went_back:
        go_back_to_copy(folder, key)
        return key
    if not isinstance(failure, NeedsRebuild | StoreDamaged | WrongKey | KeyMissing):
        raise failure
    from ui.shell.rebuild_window import RebuildWindow

    window = RebuildWindow(failure, folder, profile, key)
    window.show()
    app.exec()
    if not window.rebuilt:
        raise failure
    return window.key


def _signed_in(desk: Desk, typed: Typed, versions: Versions) -> Clerk | None:
    """Who signs in, by what they opened the data with; at a desk without accounts its administrator. None where the
    question was closed."""
    from counter_app.desk.accounts import has_administrator
    from ui.sign_in.sign_in_dialog import SignInDialog

    if has_administrator(desk):
        sign_in = SignInDialog(desk, backup_key=typed.backup_key)
        if typed.password:
            sign_in.sign_in(typed)
        if sign_in.clerk is None:
            with _asking(versions):
                sign_in.showMaximized()
                sign_in.exec()
        return sign_in.clerk
    from ui.sign_in.administrator_dialog import AdministratorDialog

    first = AdministratorDialog(desk)
    with _asking(versions):
        first.exec()
    return first.clerk


def _explain(app: QApplication, failure: CounterError, language: str) -> int:
    from ui.shell.start_error import StartErrorWindow

    window: QWidget = StartErrorWindow(failure, language)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.destroyed.connect(app.quit)  # whatever other window may stand there
    window.show()
    app.exec()
    return failure.exit_status


_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def speak(app: QApplication, language: str) -> None:
    """Makes the whole window speak `language` ("vi" or "en")."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(_LOCALES[language])
    translator = QTranslator(app)
    if translator.load(str(resource("translations", f"counter_{language}.qm"))):
        app.installTranslator(translator)
