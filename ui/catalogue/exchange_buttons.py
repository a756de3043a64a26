"""The buttons that ask where a catalogue comes from and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from counter_app.procedures.import_files import KINDS
from ui.widgets.file_choice import choose_file, choose_folder, choose_to_save

_WRITTEN = "*.xlsx"


class ExchangeButtons(QWidget):
    """Import from a file of the portal or of ours, export to a spreadsheet; both from and to a folder of TOML files."""

    import_wanted = Signal(Path)
    export_wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._menu(self.tr("Import"), self.tr("File…"), self._open_file, self._open_folder))
        layout.addWidget(self._menu(self.tr("Export"), self.tr("Spreadsheet…"), self._save_file, self._save_folder))

    def _open_file(self) -> None:
        kinds = self.tr("Files of procedures ({kinds})").format(kinds=" ".join(f"*{kind}" for kind in KINDS))
        if chosen := choose_file(self, self.tr("Import a file of procedures"), kinds):
            self.import_wanted.emit(Path(chosen))

    def _open_folder(self) -> None:
        if chosen := choose_folder(self, self.tr("Import a folder of TOML files")):
            self.import_wanted.emit(Path(chosen))

    def _save_file(self) -> None:
        kinds = self.tr("Spreadsheets ({kinds})").format(kinds=_WRITTEN)
        if chosen := choose_to_save(self, self.tr("Export a spreadsheet"), "thu-tuc.xlsx", kinds):
            self.export_wanted.emit(Path(chosen).with_suffix(".xlsx"))

    def _save_folder(self) -> None:
        if chosen := choose_folder(self, self.tr("Export to a folder of TOML files")):
            self.export_wanted.emit(Path(chosen))

    def _menu(self, text: str, of: str, file: Callable[[], None], folder: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        menu = QMenu(button)
        menu.addAction(of, file)
        menu.addAction(self.tr("Folder of TOML files…"), folder)
        button.setMenu(menu)
        return button
