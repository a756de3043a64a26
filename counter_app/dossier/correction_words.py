"""What was put right, in words: which field, what stood there, what stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum

from counter_app.dossier.amounts import money
from counter_app.dossier.applicants import ApplicantKind, Authority, Party, Relation, Representative
from counter_app.dossier.clock import moment
from counter_app.dossier.correctable import Difference, StatedPaper
from counter_app.dossier.model import Person, Term
from counter_app.dossier.money import FeeDue
from counter_app.dossier.names import APPLICANT_KIND, DELIVERY_METHOD, PARTY, RELATION, authority_words, term_words
from counter_app.dossier.states import DeliveryMethod
from counter_app.language import Phrase, Words, joined, sentence

FIELD = {
    "owner": "Owner",
    "co_owners": "Further owners",
    "submitter": "Submitter",
    "relation": "Files as",
    "authority": "Paper of authority",
    "components": "Papers handed in",
    "sets": "Number of sets",
    "delivery_method": "Way of return",
    "notices": "Notices by telephone or e-mail",
    "procedure": "Procedure code",
    "procedure_name": "Procedure",
    "field": "Field",
    "competent_name": "Deciding agency",
    "receiving_name": "Receiving agency",
    "fees": "Fees",
    "term": "Term",
    "case": "Case",
    "next_term": "Term of the second stage",
    "name": "full name",
    "identity_number": "identity number",
    "born": "born",
    "sex": "sex",
    "address": "address",
    "phone": "telephone",
    "email": "e-mail",
    "kind": "kind of applicant",
    "nationality": "nationality",
    "representative": "representative",
    "position": "position",
    "party": "side",
    "returning_name": "Where the result is handed over",
}
"""Fields by the English they are called by (context "fields")."""

SILENT = frozenset(
    {
        "identity_kind",
        "commune",
        "commune_name",
        "returning",
        "procedure_version",
        "receipt_form",
        "fees_unknown",
        "supporting",
        "receiving",
        "competent",
        "on_supplement",
        "on_obligation",
        "due_at",  # a promise that moves has a line of its own
    }
)
"""Fields that say nothing to a reader beside those that do."""


def told(differences: Iterator[Difference]) -> Iterator[Difference]:
    """Those that a reader is told of."""
    return (difference for difference in differences if SILENT.isdisjoint(difference.path))


def field_words(path: tuple[str, ...]) -> Words:
    """Which field it is, from the outside in; one without a name is shown by its key. An
    agency's name needs no word for all three."""
    names = path[1:] if path[0] == "agencies" else path
    return joined(", ", *(Phrase("fields", FIELD[name]) if name in FIELD else name for name in names))


def difference_words(one: Difference) -> Words:
    """“Owner, telephone: 0912000123 → 0912000124”."""
    return sentence(
        "timeline",
        "{field}: {before} → {after}",
        field=field_words(one.path),
        before=_value(one.before),
        after=_value(one.after),
    )


def _value(value: object) -> Words:
    match value:
        case None | "" | ():
            return Phrase("timeline", "none")
        case bool():
            return Phrase("timeline", "yes") if value else Phrase("timeline", "no")
        case Person():
            return joined(", ", value.name, value.identity_number, value.address, value.phone)
        case Representative():
            return joined(", ", value.name, value.position, value.identity_number)
        case ApplicantKind():
            return Phrase("status", APPLICANT_KIND[value])
        case Party():
            return Phrase("status", PARTY[value])
        case Relation():
            return Phrase("status", RELATION[value])
        case Authority():
            return authority_words(value)
        case StatedPaper():
            return _paper(value)
        case FeeDue():
            return joined(" ", value.name, money(value.amount))
        case Term():
            return term_words(value)
        case DeliveryMethod():
            return Phrase("status", DELIVERY_METHOD[value])
        case datetime():
            return moment(value)
        case date():
            return f"{value:%d/%m/%Y}"
        case Enum():
            return str(value.value)
    return str(value)


def _paper(paper: StatedPaper) -> Words:
    counts = (
        (paper.originals, "{n} original"),
        (paper.certified_copies, "{n} certified copy"),
        (paper.copies, "{n} copy"),
    )
    parts = [sentence("papers", text, n=str(count)) for count, text in counts if count]
    shown: list[Words] = [Phrase("papers", "only shown")] if paper.shown and not parts else []
    how = joined(", ", *parts, *shown) or Phrase("timeline", "none")
    return joined("", paper.name, " (", how, ")")
