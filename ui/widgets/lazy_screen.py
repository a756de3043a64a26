"""Screens that are made when they are first asked for, so that the window opens no later for them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from ui.widgets.input_watch import input_watch

T_co = TypeVar("T_co", covariant=True)
Slices = Generator[None, None, T_co]
"""Makes a screen; between two slices, none longer than 50 ms, the event loop may turn."""


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
            with input_watch().resting():
                self._made = self._make()
        return self._made

    def make_slice(self) -> bool:
        """Makes some of it before it is asked for; whether the screen is there now. This one is made in one piece."""
        self()
        return True


class SlicedScreen(LazyScreen[T_co]):
    """One that can be made in slices before it is asked for; asked for meanwhile, it is made to its end at once."""

    def __init__(self, slices: Callable[[], Slices[T_co]]) -> None:
        super().__init__(self._make_rest)
        self._slices = slices
        self._begun: Slices[T_co] | None = None

    def make_slice(self) -> bool:
        """Makes the next slice; whether the screen is there now."""
        if self._made is None:
            with input_watch().resting():
                self._made = self._next()
        return self._made is not None

    def _make_rest(self) -> T_co:
        while True:
            if (made := self._next()) is not None:
                return made

    def _next(self) -> T_co | None:
        if self._begun is None:
            self._begun = self._slices()
        try:
            next(self._begun)
        except StopIteration as ended:
            made: T_co = ended.value
            return made
        return None
