"""Tells when the computer's network is there again, where the system says so; the worker's timer does without."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

_log = logging.getLogger(__name__)


class NetworkWatch(QObject):
    """Says `came_back` each time the network becomes better than it was."""

    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known = 1

    def start(self) -> bool:
        """Listens to the system; whether it can tell. Many a Windows or a bare Linux cannot, and nothing is lost."""
        try:
            from PySide6.QtNetwork import QNetworkInformation as Information

            if not Information.loadBackendByFeatures(Information.Feature.Reachability):
                return False
            found = Information.instance()
            if found is None:
                return False
        except ImportError as fault:  # a system library of Qt's network room is missing
            _log.info("the system does not tell of the network: %s", fault)
            return False
        self._known = _rank(found.reachability())
        found.reachabilityChanged.connect(self.hear)
        return True

    def hear(self, reachability: QNetworkInformation.Reachability) -> None:
        """The system says how far the network reaches now."""
        before, self._known = self._known, _rank(reachability)
        if self._known > before:
            self.came_back.emit()


def _rank(reachability: QNetworkInformation.Reachability) -> int:
    """Unknown (0) is as good as none (1): what comes after it is worth a try."""
    return max(int(reachability.value), 1)
