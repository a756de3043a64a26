"""Whether what was brought is complete: what a clerk checks before a receipt (NĐ 61/2018 art. 17, NĐ 118/2025). Pure.

A gap hinders nothing: it is asked for, refused, or received all the same with a reason. What a dossier cannot be
without at all is another matter (`Desk.missing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.dossier.applicants import BY_SOMEBODY, ORGANISATIONS, Relation
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.states import IdentityKind
from counter_app.language import Phrase, Words, sentence
from counter_app.procedures.catalogue import ComponentRule, Procedure

_KINDS = ("originals", "certified_copies", "copies")
_NAMES = {"originals": "bản chính", "certified_copies": "bản chứng thực", "copies": "bản photo"}
_NUMBER, _ADDRESS = "Số định danh cá nhân của chủ hồ sơ", "Địa chỉ của chủ hồ sơ"

_TAX_CODE, _OF_OTHER = "Mã số thuế của chủ hồ sơ", "Số định danh cá nhân của {name}"
_OF_REPRESENTATIVE = "Số định danh cá nhân của người đại diện"
_AUTHORITY = "Văn bản ủy quyền cho người nộp hồ sơ"
_STANDING = "Giấy tờ chứng minh tư cách của người nộp hồ sơ"
_BY_PAPER = frozenset({Relation.AUTHORISED, Relation.REPRESENTATIVE, Relation.HEIR, Relation.GUARDIAN})
"""Who files for somebody else by a paper alone; what shows a relative is often what is applied for."""


@dataclass(frozen=True)
class Gap:
    """Something a draft lacks: the field, what the clerk is told, and how Mẫu 02 asks for it (in Vietnamese)."""

    field: str  # "components.{key}", "owner.identity_number", "co_owners.{nth}.identity_number", "authority" …
    sentence: Words
    item: str


def gaps(procedure: Procedure, draft: Draft) -> list[Gap]:
    """What the draft lacks, in the order of the form: who, where, then the papers the procedure requires."""
    return [*_of_people(draft), *_of_papers(procedure, draft)]


def as_asked(rule: ComponentRule) -> ComponentTicked:
    """The component handed in as the procedure asks for it: one original where it does not say how many."""
    if rule.shown_only:
        return ComponentTicked(key=rule.key, shown=True)
    counts = {kind: getattr(rule, kind) for kind in _KINDS}
    return ComponentTicked(key=rule.key, **(counts if any(counts.values()) else {"originals": 1}))


def asked_item(rule: ComponentRule) -> str:
    """The component as Mẫu 02 asks for it: `Giấy chứng sinh (01 bản chính)`."""
    return rule.shown_name if rule.shown_only else _item(rule, as_asked(rule))


def _of_people(draft: Draft) -> Iterator[Gap]:
    yield from _of_number(draft.owner)
    if not draft.owner.address.strip():
        yield Gap("owner.address", Phrase("gaps", "The owner's address is not filled in."), _ADDRESS)
    for nth, other in enumerate(draft.co_owners):
        if other.name.strip() and not other.identity_number.strip():
            unnumbered = sentence("gaps", "The number of {name} is not filled in.", name=other.name)
            yield Gap(f"co_owners.{nth}.identity_number", unnumbered, _OF_OTHER.format(name=other.name.strip()))
    if draft.submitter and draft.relation in _BY_PAPER and draft.authority is None and not _represents(draft):
        if draft.relation is Relation.AUTHORISED:
            yield Gap("authority", Phrase("gaps", "The power of attorney is not filled in."), _AUTHORITY)
        else:
            paper = Phrase("gaps", "The paper by which somebody else files it is not filled in.")
            yield Gap("authority", paper, _STANDING)


def _of_number(owner: PersonTyped) -> Iterator[Gap]:
    """By which number the owner is known: an organisation's tax code, that of a household's head."""
    acting = owner.representative
    if owner.identity_number.strip() or owner.identity_kind is IdentityKind.WITHOUT:
        return
    if owner.kind in ORGANISATIONS:
        yield Gap("owner.identity_number", Phrase("gaps", "The owner's tax code is not filled in."), _TAX_CODE)
    elif owner.kind not in BY_SOMEBODY:
        yield Gap("owner.identity_number", Phrase("gaps", "The owner's identity number is not filled in."), _NUMBER)
    elif acting is None or not acting.identity_number.strip():
        of_acting = Phrase("gaps", "The identity number of who represents them is not filled in.")
        yield Gap("owner.representative_number", of_acting, _OF_REPRESENTATIVE)


def _represents(draft: Draft) -> bool:
    """Whether the submitter is who represents the owner by law, as the intake says already."""
    acting, submitter = draft.owner.representative, draft.submitter
    if acting is None or submitter is None or draft.owner.kind not in BY_SOMEBODY:
        return False
    return bool(acting.identity_number) and acting.identity_number == submitter.identity_number.strip()


def _of_papers(procedure: Procedure, draft: Draft) -> Iterator[Gap]:
    ticked = {tick.key: tick for tick in draft.components}
    for rule in procedure.components:
        if not rule.required or rule.case not in ("", draft.case):
            continue
        tick = ticked.get(rule.key, ComponentTicked(key=rule.key))
        field = f"components.{rule.key}"
        if not tick.here:
            yield Gap(field, sentence("gaps", "Not handed in: {paper}", paper=rule.name), asked_item(rule))
        elif (lacking := _fewer(rule, tick)) is not None:
            few = sentence(
                "gaps", "Too few of: {paper}; still lacking {counts}", paper=rule.name, counts=_said(lacking)
            )
            yield Gap(field, few, _item(rule, lacking))


def _fewer(rule: ComponentRule, tick: ComponentTicked) -> ComponentTicked | None:
    """What is still lacking of a component that is here; None where it is enough, or was only to be shown.

    An original serves for a certified copy, and either for a plain one: nobody is sent home for bringing more than
    was asked.
    """
    if rule.shown_only or tick.only_shown or tick.reused:
        return None
    lacking, left = {}, 0
    for kind in _KINDS:
        here = getattr(tick, kind) + left
        asked = getattr(rule, kind)
        lacking[kind], left = max(asked - here, 0), max(here - asked, 0)
    return ComponentTicked(key=rule.key, **lacking) if any(lacking.values()) else None


def _item(rule: ComponentRule, lacking: ComponentTicked) -> str:
    return f"{rule.name} ({_said(lacking)})"


def _said(counts: ComponentTicked) -> str:
    """`02 bản chính, 01 bản photo`."""
    return ", ".join(f"{getattr(counts, kind):02d} {_NAMES[kind]}" for kind in _KINDS if getattr(counts, kind))
