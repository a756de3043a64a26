"""The components of a procedure, for a command that has no desk."""

from __future__ import annotations

from datetime import date

from counter_app.errors import CounterError
from counter_app.knowledge import load_knowledge


class ProcedureNotInForce(CounterError):
    """The catalogue that the program ships has no such procedure today."""

    what = "The catalogue of the program has no procedure {code} in force today."
    todo = "Write the code as the national portal does, such as 1.001193."


def components_of(code: str) -> list[tuple[str, str]]:
    """Key and name of each component of the procedure, as it is in force today. Raises ProcedureNotInForce."""
    procedure = load_knowledge().catalogue.get(code, date.today())
    if procedure is None:
        raise ProcedureNotInForce(code=code)
    return [(component.key, component.name) for component in procedure.components]
