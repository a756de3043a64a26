"""Choosing files and folders: dialogs in the program's language that begin where one was last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_KEPT = "folders/"


def choose_file(parent: QWidget, title: str, kinds: str = "", begin: str = "") -> str:
    """A file that is there; "" where nobody chose one."""
    chosen = _asked(parent, title, kinds, QFileDialog.FileMode.ExistingFile, begin)
    return chosen[0] if chosen else ""


def choose_files(parent: QWidget, title: str, kinds: str = "") -> list[str]:
    """Some files that are there."""
    return _asked(parent, title, kinds, QFileDialog.FileMode.ExistingFiles)


def choose_folder(parent: QWidget, title: str, begin: str = "") -> str:
    """A folder that is there; "" where nobody chose one."""
    chosen = _asked(parent, title, "", QFileDialog.FileMode.Directory, begin)
    return chosen[0] if chosen else ""


def choose_to_save(parent: QWidget, title: str, name: str, kinds: str) -> str:
    """Where to save, with the ending of the first of the `kinds`; asked once more before a file is written over."""
    dialog = saving_dialog(parent, title, name, kinds)
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def saving_dialog(parent: QWidget, title: str, name: str, kinds: str) -> QFileDialog:
    """A dialog for saving that is not shown yet."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if "*." in kinds:
        dialog.setDefaultSuffix(kinds.partition("*.")[2].partition(")")[0].split()[0].strip(";"))
    dialog.selectFile(name)
    dialog.accepted.connect(lambda: _remember(dialog))
    return dialog


def _asked(parent: QWidget, title: str, kinds: str, mode: QFileDialog.FileMode, begin: str = "") -> list[str]:
    dialog = _dialog(parent, title, kinds)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if begin:
        dialog.setDirectory(begin)
    if not dialog.exec():
        return []
    _remember(dialog)
    return dialog.selectedFiles()


def _dialog(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    """Qt's own dialog, not the system's: it speaks the program's language and not the computer's."""
    dialog = QFileDialog(parent, title, _folder(parent, title), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def _folder(parent: QWidget, title: str) -> str:
    """Where this kind of file was last, or any; the user's own folder at first."""
    settings = _settings(parent)
    for key in (f"{_KEPT}{_key(title)}", f"{_KEPT}last"):
        kept = settings.value(key) if settings is not None else None
        if isinstance(kept, str) and Path(kept).is_dir():
            return kept
    return str(Path.home())


def _remember(dialog: QFileDialog) -> None:
    """Where what was chosen lies. The folder the dialog shows is another one where a whole path was typed."""
    settings = _settings(dialog)
    if settings is not None:
        chosen = Path(dialog.selectedFiles()[0])
        folder = chosen if dialog.fileMode() is QFileDialog.FileMode.Directory else chosen.parent
        for key in (_key(dialog.windowTitle()), "last"):
            settings.setValue(f"{_KEPT}{key}", str(folder))


def _settings(parent: QWidget | None) -> QSettings | None:
    """Those of the window from which the dialog was opened; none before there is one."""
    while parent is not None:
        if found := parent.findChild(QSettings, options=Qt.FindChildOption.FindDirectChildrenOnly):
            return found
        parent = parent.parentWidget()
    return None


def _key(title: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in title)
