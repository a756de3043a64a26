"""No screen is needed, and nobody looks at the clock."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 60_000
"""Milliseconds until what does not come has failed; what comes is not measured by it."""


class PatientBot(QtBot):
    """Waits at least a minute, so that a busy machine fails no test."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:  # noqa: N802
        patient = more.get("raising", True)  # what must not come is not waited for
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE) if patient else timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **more)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's robot, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_language_and_the_theme(qapp: QApplication) -> None:
    """Each test finds what the program starts with, whatever ran before it in this process: the theme that is shipped,
    and no language, so that it speaks as it is written."""
    apply_theme(qapp, "light")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(autouse=True)
def answered_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog for files that no test answers fails it at once; it would wait for ever."""

    def nobody_answers(dialog: QFileDialog) -> int:
        raise AssertionError(f"nobody answers “{dialog.windowTitle()}”")

    monkeypatch.setattr(QFileDialog, "exec", nobody_answers)
