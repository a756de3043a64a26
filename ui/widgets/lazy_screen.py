"""Screens that are made when they are first asked for, so that the window opens no later for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class LazyScreen(Generic[T_co]):
    """Calling it gives the one screen, which `make` makes at the first call; `made` is None until then.

    `make` imports the screen's module itself: that is half of what a screen costs.
    """

    def __init__(self, make: Callable[[], T_co]) -> None:
        self._make = make
        self._made: T_co | None = None

    @property
    def made(self) -> T_co | None:
        """The screen, if it was asked for yet."""
        return self._made

    def __call__(self) -> T_co:
        if self._made is None:
            self._made = self._make()
        return self._made
