"""Whose a dossier is, and who acts for them by which paper, in the words of the papers."""

from __future__ import annotations

from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.names import PARTY, RELATION, authority_words
from counter_app.language import said, translate


def owners(dossier: Dossier) -> str:
    """All owners; at a marriage each with their side: `Trần Văn Mẫu (bên nam), Đặng Thị Hường (bên nữ)`."""
    return ", ".join(_with_side(one) for one in dossier.owners)


def numbers(dossier: Dossier) -> str:
    """The numbers of all owners, in their order; those without one have a dash where others have one."""
    found = [one.identity_number for one in dossier.owners]
    return ", ".join(number or "–" for number in found) if any(found) else ""


def represented(person: Person) -> str:
    """Who acts for an organisation or household: `Lê Văn Giám, Giám đốc`."""
    acting = person.representative
    return ", ".join(filter(None, (acting.name, acting.position))) if acting else ""


def relation(dossier: Dossier) -> str:
    """As what the submitter files it: `mẹ`, `người được ủy quyền`."""
    return translate("status", RELATION[dossier.relation])


def authority(dossier: Dossier) -> str:
    """The paper that shows it: `Văn bản ủy quyền 15/UQ, 20/11/2026, UBND xã Mẫu`; "" for none."""
    return said(authority_words(dossier.authority), translate) if dossier.authority else ""


def _with_side(person: Person) -> str:
    if not person.party:
        return person.name
    side = translate("status", PARTY[person.party])
    return f"{person.name} ({side[:1].lower()}{side[1:]})"
