"""A paper for the citizen: form → PDF → printer → journal, the same way for every form.

Only what is committed can be printed, and a paper that was given out once is printed again from the very file that was
kept, as a reprint; one whose promise moved since is made anew.
"""

from __future__ import annotations

from collections.abc import Callable

from counter_app.config import Office
from counter_app.desk import Desk
from counter_app.dossier.model import Dossier
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from printing.forms.receipt import receipt
from printing.forms.slip import slip
from printing.layout import Letterhead

Form = Callable[[Dossier, Letterhead], bytes]

FORMS: dict[str, Form] = {"receipt": receipt, "slip": slip}
"""The papers a desk can print, by the name the journal knows them by."""


class FormUnknown(CounterError):
    """No form of that name."""

    what = "There is no form called {form}."
    todo = "Update the program on this desk."


def paper(desk: Desk, code: str, form: str) -> bytes:
    """The paper as PDF: the one given out before if what it promises still holds, otherwise made now.

    Raises DossierUnknown, FormUnknown, and what the form itself raises.
    """
    dossier = desk.dossier(code)
    before = [given for given in dossier.papers if given.form == form]
    moved = dossier.due_changes[-1].at if dossier.due_changes else dossier.received_at
    if before and before[-1].at >= moved:
        return desk.store.files.get(before[-1].file.sha256)
    if form not in FORMS:
        raise FormUnknown(form, form=form)
    return FORMS[form](dossier, letterhead(desk.profile.office))


def hand_out(desk: Desk, code: str, form: str, send: Callable[[bytes, str], None]) -> Dossier:
    """Prints the paper through `send(pdf, title)` and notes it in the journal once the printer has taken it.

    Raises what `send` raises; nothing is noted then.
    """
    pdf = paper(desk, code, form)
    kept: FileRef = desk.store.files.put(pdf, "application/pdf")
    send(pdf, f"{form} {code}")
    return desk.paper_given(code, form, kept)


def letterhead(office: Office) -> Letterhead:
    """The head of the office's papers."""
    return Letterhead(
        agency=office.name,
        unit=office.unit,
        place=office.place,
        address=office.address,
        phone=office.phone,
        website=office.website,
        opening_hours=office.opening_hours,
    )
