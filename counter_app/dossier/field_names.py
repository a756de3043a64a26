"""What the fields of papers are called, in English (context "paper_fields" of the translations): whose, and what."""

from __future__ import annotations

from counter_app.dossier.verified import IDENTITY_PAPERS
from counter_app.language import Phrase, Words

ROLE = {
    "requester": "Requester",
    "subject": "The person concerned",
    "mother": "Mother",
    "father": "Father",
    "owner": "Owner",
    "head": "Head of household",
    "husband": "Husband",
    "wife": "Wife",
    "deceased": "The deceased",
    "declarant": "Declarant",
    "guardian": "Guardian",
    "business": "Business",
    "death": "Death",
    "site": "Site",
    "work": "Building",
    "certificate": "Certificate",
    "registered": "Registered before",
    "extract": "Extract",
}
HOLDER = "Card holder"
"""The person on a paper that says who somebody is."""
FIELD = {
    "name": "Full name",
    "born": "Born",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "nationality": "Nationality",
    "address": "Address",
    "identity_number": "Identity number",
    "identity_issued": "Issued on",
    "phone": "Telephone",
    "email": "E-mail",
    "relation": "Relation",
    "birthplace": "Place of birth",
    "hometown": "Native place",
    "addressee": "Addressed to",
    "marital_status": "Marital status",
    "purpose": "Purpose",
    "kind": "Kind",
    "copies": "Copies wanted",
    "at": "When, where",
    "place": "Place",
    "cause": "Cause",
    "address.detail": "House, street",
    "address.commune": "Commune",
    "address.province": "Province",
    "capital": "Capital",
    "start_date": "Begins on",
    "workers": "Workers",
    "parcel": "Parcel",
    "map_sheet": "Map sheet",
    "area": "Area",
    "land_use": "Land use",
    "grade": "Grade of building",
    "ground_area": "Ground area",
    "floor_area": "Floor area",
    "height": "Height",
    "storeys": "Storeys",
    "months": "Months of building",
    "register_number": "Register number",
    "serial": "Serial number",
    "issued": "Day of issue",
    "change": "What changes",
    "request": "What is asked for",
}


def role_words(field: str, paper: str = "") -> Words:
    """Whose the field is; "" where it is the paper's own."""
    role, _, what = field.partition(".")
    if not what:
        return ""
    if role == "subject" and paper in IDENTITY_PAPERS:
        return Phrase("paper_fields", HOLDER)
    return Phrase("paper_fields", ROLE[role]) if role in ROLE else role


def field_words(field: str) -> Words:
    """What it is of whosever it is; a name that nobody here knows as it stands."""
    _, _, what = field.partition(".")
    name = what or field
    return Phrase("paper_fields", FIELD[name]) if name in FIELD else name
