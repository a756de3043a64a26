"""What has entries of its own in the journal and is no dossier: whose a code is, how it folds and is projected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlite_utils import Database

from counter_app.dossier.accounts import fold_account
from counter_app.dossier.codes import is_account, is_case, is_feedback, is_survey
from counter_app.dossier.feedback import fold_feedback
from counter_app.dossier.guidance import fold_case
from counter_app.dossier.journal import Entry
from counter_app.dossier.survey import fold_survey
from counter_app.store import accounts, feedback, guidance, surveys

T = TypeVar("T")
Of = TypeVar("Of", contravariant=True)


class _Project(Protocol[Of]):
    def __call__(self, db: Database, number: int, folded: Of, /, *, own_sequence: int) -> None: ...


class _IsProjected(Protocol[Of]):
    def __call__(self, db: Database, number: int, folded: Of, /, *, own_sequence: int) -> bool: ...


@dataclass(frozen=True, eq=False)
class Stream(Generic[T]):
    """One kind of it. `number` in its projection is that of the first entry of a code."""

    holds: Callable[[str], bool]
    fold: Callable[[Iterable[Entry]], T | None]
    project: _Project[T]
    is_projected: _IsProjected[T | None]
    forget: Callable[[Database, int], None]
    forget_all: Callable[[Database], None]


ACCOUNTS = Stream(
    is_account, fold_account, accounts.project, accounts.is_projected, accounts.forget, accounts.forget_all
)
CASES = Stream(is_case, fold_case, guidance.project, guidance.is_projected, guidance.forget, guidance.forget_all)
FEEDBACK = Stream(
    is_feedback, fold_feedback, feedback.project, feedback.is_projected, feedback.forget, feedback.forget_all
)
SURVEYS = Stream(is_survey, fold_survey, surveys.project, surveys.is_projected, surveys.forget, surveys.forget_all)
STREAMS: tuple[Stream[Any], ...] = (ACCOUNTS, CASES, FEEDBACK, SURVEYS)


def stream_of(code: str) -> Stream[Any] | None:
    """Whose code it is; None for a dossier's."""
    return next((stream for stream in STREAMS if stream.holds(code)), None)
