"""How a field stands, in a sign, a word and a colour: told apart without the colour, too."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.dossier.read_papers import ReadField
from counter_app.dossier.verifying import State
from ui import words
from ui.theme import AMBER, BLUE, GREEN, QUIET, RED, Ink


@dataclass(frozen=True)
class Sign:
    """What stands beside a field: the sign, the English of its word (context "verifying"), the colour."""

    sign: str
    word: str
    ink: Ink
    bold: bool = False


SIGNS = {
    State.DOUBTFUL: Sign("?", "Doubtful", AMBER, bold=True),
    State.MISSING: Sign("!", "Missing", RED, bold=True),
    State.TO_TYPE: Sign("…", "To be typed", AMBER, bold=True),
    State.TWICE: Sign("2×", "Typed blind", AMBER, bold=True),
    State.SPOT_CHECK: Sign("◇", "Spot check", AMBER, bold=True),
    State.SURE: Sign("•", "Sure", QUIET),
    State.EMPTY: Sign("–", "Empty", QUIET),
    State.ACCEPTED: Sign("✓", "Accepted", GREEN),
    State.CORRECTED: Sign("≠", "Corrected", BLUE),
    State.TYPED: Sign("+", "Typed", BLUE),
    State.BLANK: Sign("∅", "Left blank", BLUE),
}


def said(state: State) -> str:
    """Sign and word."""
    sign = SIGNS[state]
    return f"{sign.sign} {words.say('verifying', sign.word)}"


def named(field: ReadField) -> str:
    """What a field is called, its first letter large."""
    called = field.called or field.name
    return called[:1].upper() + called[1:]


def whose(field: ReadField) -> str:
    """Whose it is, its first letter large; "" where it is nobody's."""
    return field.whose[:1].upper() + field.whose[1:]
