"""Whose a dossier is, and who acts for them by which paper, in the words of the papers."""

from __future__ import annotations

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.names import PARTY, RELATION, authority_words
from counter_app.dossier.states import IdentityKind
from counter_app.language import said, translate


def owners(dossier: Dossier) -> str:
    """All owners; at a marriage each with their side: `Trần Văn Mẫu (bên nam), Đặng Thị Hường (bên nữ)`."""
    return ", ".join(_with_side(owner) for owner in dossier.owners)


def numbers(dossier: Dossier) -> str:
    """The numbers of all owners, in their order; those whose number is not known have a dash where others have one."""
    found = [number_of(owner) for owner in dossier.owners]
    return ", ".join(item or "–" for item in found) if any(found) else ""


def number_of(person: Person) -> str:
    """The number a person is known by, with its paper where that is not the usual one: `M12345678 (hộ chiếu)`."""
    kind = person.identity_kind
    if kind is IdentityKind.WITHOUT:
        return "không có"
    return f"{person.identity_number} (hộ chiếu)" if kind is IdentityKind.PASSPORT else person.identity_number


def hand_of(person: Person) -> str:
    """Whose hand signs for a person: of an organisation or household, who represents it."""
    return person.representative.name if person.representative else person.name


def represented(person: Person) -> str:
    """Who acts for an organisation or household: `Lê Văn Giám, Giám đốc`."""
    acting = person.representative
    return ", ".join(filter(None, (acting.name, acting.position))) if acting else ""


def relation(dossier: Dossier) -> str:
    """As what the submitter files it: `mẹ`, `người được ủy quyền`."""
    return translate("status", RELATION[dossier.relation])


def authority(dossier: Dossier) -> str:
    """The paper that shows it: `Văn bản ủy quyền số 15/UQ, ngày 20/11/2026, Ủy ban nhân dân xã Mẫu`; "" for none."""
    paper = dossier.authority
    if paper is None:
        return ""
    return said(authority_words(paper.model_copy(update={"issuer": in_full(paper.issuer)})), translate)


def _with_side(person: Person) -> str:
    if not person.party:
        return person.name
    side = translate("status", PARTY[person.party])
    return f"{person.name} ({side[:1].lower()}{side[1:]})"
