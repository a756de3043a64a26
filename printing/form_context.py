"""What a paper is made from: the dossiers as they stand, the office with its letterhead, the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from counter_app.bounded_files import read_file
from counter_app.config import Office, Signer
from counter_app.desk.desk import Desk
from counter_app.desk.paper_numbers import known_number
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.corrected_papers import uncorrected
from counter_app.dossier.feedback import Feedback, Papered
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import copies_of
from counter_app.dossier.subjects import WHOLE, OneReceipt, Subject
from counter_app.dossier.survey import slip_token
from counter_app.procedures.control_sheet import control_lines
from printing.errors import BadLogo
from printing.forms.context import FormContext, Invitation
from printing.layout.heads import Letterhead, Signatory
from printing.layout.logo import logo


def letterhead(office: Office, signers: Sequence[Signer] = ()) -> Letterhead:
    """The head of the office's papers, and who signs its letters. Raises BadLogo."""
    return Letterhead(
        agency=office.name,
        unit=office.unit,
        place=office.place,
        address=office.address,
        phone=office.phone,
        website=office.website,
        opening_hours=office.opening_hours,
        parent=office.parent,
        tax_code=office.tax_code,
        logo=_logo(office.logo),
        notes=office.notes,
        look_up=office.look_up,
        symbol=office.letters_symbol,
        unit_symbol=office.papers_symbol,
        signatories=tuple(Signatory(signer.name, signer.role) for signer in signers),
    )


_LARGEST_LOGO = 20_000_000  # bytes


def _logo(name: str) -> bytes:
    """The logo's file, looked at before any paper needs it. Raises BadLogo."""
    if not name:
        return b""
    path = Path(name)
    try:
        content = read_file(path, _LARGEST_LOGO)
    except OSError as fault:
        raise BadLogo(type(fault).__name__, file=path.name) from fault
    logo(content, path.name)
    return content


def context(
    desk: Desk, dossiers: tuple[Papered, ...], form: str, about: Subject = WHOLE, size: str = ""
) -> FormContext:
    """What a paper about these dossiers is made from now, at this desk. Raises BadLogo."""
    first, knowledge, now = dossiers[0], desk.knowledge, desk.now()
    number = known_number(dossiers, form, about)
    about, corrected = uncorrected(about)
    whole = FormContext(
        dossiers=tuple(dossier for dossier in dossiers if isinstance(dossier, Dossier)),
        office=replace(letterhead(desk.profile.office, desk.profile.signers), opening_hours=_opening_hours(desk, now)),
        wordings=knowledge.wordings,
        base=base_of(desk, first),
        clerk=desk.clerk.name,
        at=now,
        about=about,
        size=size,
        corrected=corrected,
        number=number.text if number else "",
        copies=_copies(desk, about),
        survey=_survey(desk, first, form),
    )
    if isinstance(first, GuidanceCase):
        return replace(whole, case=first)
    if isinstance(first, Feedback):
        return replace(whole, feedback=first)
    procedure = knowledge.catalogue.version(first.procedure, first.procedure_version)
    return replace(whole, control=tuple(control_lines(first, procedure, knowledge.calendar, knowledge.hours, now)))


def _opening_hours(desk: Desk, at: datetime) -> str:
    """When the office is open, in its own words; where it has none, the hours of the season."""
    if own := desk.profile.office.opening_hours.strip():
        return own
    spans = desk.knowledge.hours.spans_of(at.astimezone(VIETNAM).date())
    return "Thứ Hai đến thứ Sáu: " + ", ".join(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in spans)


def _survey(desk: Desk, one: Papered, form: str) -> Invitation | None:
    """How the paper asks how the citizen was served; None where it does not."""
    kiosk, token = desk.profile.kiosk, slip_token(one, form)
    if not token or not kiosk.asks:
        return None
    return Invitation(kiosk.address.replace("{token}", token))


def _copies(desk: Desk, about: Subject) -> int:
    """How many copies (liên) a fee receipt has: as its series says, or its form, where another desk has the series."""
    if not isinstance(about, OneReceipt):
        return 2
    own = (series.liens for series in desk.profile.receipts if series.name == about.series)
    return next(own, copies_of(about.series))


def base_of(desk: Desk, one: Papered) -> str:
    """The circular whose forms hold for a dossier, or for who got no receipt."""
    if isinstance(one, Feedback):
        on = one.taken_at.date()
    else:
        on = one.last.at.date() if isinstance(one, GuidanceCase) else one.received_on
    return desk.knowledge.rules.of(on).forms
