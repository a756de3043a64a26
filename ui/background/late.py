"""Screens that are made when they are first asked for, so that the window opens no later for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """Calling it gives the one screen, which `make` made at the first call; `made` is None until then.

    `make` imports the screen's module itself: that is half of what a screen costs.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self.made: T | None = None

    def __call__(self) -> T:
        if self.made is None:
            self.made = self._make()
        return self.made
