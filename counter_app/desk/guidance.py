"""What a desk answers instead of a receipt, and how it goes on when the citizen comes back.

No dossier code is used up. What was typed, ticked and scanned lies aside with the case until it is taken up again.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.desk import receiving
from counter_app.desk.applicants import person_faults, person_of
from counter_app.desk.desk import RECEIVING, Desk
from counter_app.desk.reasons import note_reason
from counter_app.dossier import bounds
from counter_app.dossier.acts import ASK_SUPPLEMENT, GUIDE, REFUSE
from counter_app.dossier.acts.act import AnyAct, given, lacks, refuse_unless_task
from counter_app.dossier.codes import case_code
from counter_app.dossier.draft import ComponentTicked, Draft, Missing, PersonTyped
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.payloads.guidance import GuidanceGiven
from counter_app.dossier.plain import plain
from counter_app.dossier.states import ENDED, GuidanceKind
from counter_app.dossier.value import Value
from counter_app.errors import CounterError

_SEARCHED = 50  # dossiers of a person at the most
_OF_BOTH = ("id", "guidance", "owner", "components", "verified")
"""Fields of a draft to which both the intake of then and that of now give."""
_ACT: dict[GuidanceKind, AnyAct] = {GuidanceKind.SUPPLEMENTS: ASK_SUPPLEMENT, GuidanceKind.REFUSAL: REFUSE}
"""Whose reasons are offered: those given before a receipt and after it are one list."""


class CaseReceived(CounterError):
    """The case became a dossier meanwhile, at another desk perhaps."""

    what = "This has become dossier {code} already."
    todo = "Open the dossier; what is brought now belongs there."


@dataclass(frozen=True)
class KnownBefore:
    """What the desk knows of the person and the procedure of a draft.

    `dossiers` are open, `case` waits to be taken up, `own` is the one that the draft was taken up from.
    """

    dossiers: tuple[Dossier, ...] = ()
    case: GuidanceCase | None = None
    own: GuidanceCase | None = None

    @property
    def asks(self) -> bool:
        """Whether the clerk should see it before another dossier is received."""
        return bool(self.dossiers) or self.case is not None


NOTHING_KNOWN = KnownBefore()


def ask_for_supplements(desk: Desk, draft_id: str, items: Sequence[str], reason: str, again: str = "") -> GuidanceCase:
    """Sends the citizen home with Mẫu 02, which says all that is missing; `again` is why more often than is allowed.

    Raises DraftGone, DraftIncomplete, StepIncomplete, NotYourTask.
    """
    wanted = tuple(shown for item in items if (shown := bounds.seen(item)))
    if not wanted:
        raise lacks(GUIDE, "items")
    return _answer(desk, draft_id, GuidanceKind.SUPPLEMENTS, reason, wanted, again)


def refuse(desk: Desk, draft_id: str, reason: str) -> GuidanceCase:
    """Refuses what was brought, on Mẫu 03. Raises as `ask_for_supplements` does."""
    return _answer(desk, draft_id, GuidanceKind.REFUSAL, reason)


def needs_reason_for_more(desk: Desk, case: GuidanceCase | None) -> bool:
    """Whether supplements were asked for as often as the rules allow. Raises RulesMissing."""
    most = desk.knowledge.rules.of(desk.now().date()).most_supplements
    return bool(most) and case is not None and case.rounds >= most


def case_of(desk: Desk, draft: Draft) -> GuidanceCase | None:
    """The case that a draft was taken up from."""
    return desk.store.journal.case(draft.guidance) if draft.guidance else None


def known_before(desk: Desk, draft: Draft) -> KnownBefore:
    """What there is of the same person and procedure already; of any procedure where none is chosen yet."""
    codes = desk.store.guidance.of_person(draft.owner, draft.procedure)
    case = next((code for code in codes if code != draft.guidance), None)
    waiting = desk.store.journal.case(case) if case else None
    return KnownBefore(tuple(_open_dossiers(desk, draft)), waiting, case_of(desk, draft))


def take_up(desk: Desk, code: str, fresh_id: str = "") -> Draft:
    """The citizen is back: their intake as they left it, with what the `fresh` draft of the same person holds already.

    At another desk of the office it has what was typed and ticked; the pages are where they were scanned. Raises
    DossierUnknown, CaseReceived, NotYourTask for who only looks.
    """
    desk.refuse_who_only_looks(RECEIVING)
    with desk.store.transaction():
        case = desk.subject(code)
        assert isinstance(case, GuidanceCase)
        if case.dossier:
            raise CaseReceived(code=case.dossier)
        # what was confirmed there is of pages that have other numbers there
        elsewhere = {"id": f"draft-{desk.token(12)}", "guidance": code, "verified": ()}
        anew = case.intake.model_copy(update=elsewhere)
        draft = desk.store.drafts.of_case(code) or anew
        fresh = desk.store.drafts.get(fresh_id) if fresh_id not in ("", draft.id) else None
        if fresh and not is_same_person(fresh.owner, case.owner):
            fresh = None
        if fresh:
            draft = _joined(draft, fresh)
        desk.keep_draft(draft)
        desk.store.drafts.put_aside(draft.id, aside=False)
        if fresh:
            desk.store.drafts.join(fresh.id, draft.id)
    return draft


def is_same_person(typed: PersonTyped, known: Person) -> bool:
    """By the number; where one has none, by name and birth."""
    number = typed.identity_number.strip()
    if number and known.identity_number:
        return number == known.identity_number
    return bool(typed.name.strip()) and _told_by(typed) == _told_by(known)


def _told_by(person: PersonTyped | Person) -> tuple[str, str]:
    return " ".join(plain(person.name).split()), person.born.strip()


def _answer(
    desk: Desk, draft_id: str, kind: GuidanceKind, reason: str, items: tuple[str, ...] = (), again: str = ""
) -> GuidanceCase:
    refuse_unless_task(GUIDE, desk.clerk.tasks)
    reason = given(GUIDE, "reason", reason)
    with desk.store.transaction():
        draft = desk.draft(draft_id)
        procedure = desk.procedure(draft)
        if faults := _missing(desk, draft):
            raise receiving.incomplete(desk, faults)
        assert procedure is not None
        at, more = desk.now(), kind is GuidanceKind.SUPPLEMENTS and needs_reason_for_more(desk, case_of(desk, draft))
        if more:
            again = given(GUIDE, "again", again)
        office = desk.profile.office.agency
        code = draft.guidance or case_code(office, at.date(), secrets.randbits(60))
        draft = draft.model_copy(update={"guidance": code})
        desk.keep_draft(draft)
        case = desk.record_in_case(
            code,
            GuidanceGiven(
                answer=kind,
                intake=draft,
                procedure_name=procedure.name,
                field=procedure.field,
                agency=office,
                owner=person_of(draft.owner, desk.knowledge.places, at.date()),
                submitter=person_of(draft.submitter, desk.knowledge.places, at.date()) if draft.submitter else None,
                items=items,
                reason=reason,
                again=again if more else "",
            ),
            at,
        )
        desk.store.drafts.put_aside(draft_id)
        note_reason(desk, _ACT[kind], reason, at)
    return case


def _missing(desk: Desk, draft: Draft) -> list[Missing]:
    """What a paper cannot be without: whose request it is, and what for."""
    faults = person_faults(draft.owner, "owner.")
    faults += person_faults(draft.submitter, "submitter.") if draft.submitter else []
    if desk.procedure(draft) is None:
        faults.append(Missing("procedure", "Choose the procedure."))
    return faults


def _open_dossiers(desk: Desk, draft: Draft) -> list[Dossier]:
    """The person's dossiers of the procedure that have not ended, newest first."""
    who = draft.owner.identity_number.strip() or draft.owner.name
    if not who.strip() or not draft.procedure:
        return []
    lines = desk.store.find(who, limit=_SEARCHED)
    found = (desk.dossier(line.code) for line in lines if line.status not in ENDED)
    return [item for item in found if item.procedure == draft.procedure and is_same_person(draft.owner, item.owner)]


def _joined(draft: Draft, fresh: Draft) -> Draft:
    """What was typed now, and who brings it, goes before what was typed then; papers count that came then or now."""
    owner = draft.owner.model_copy(update=_filled_in(fresh.owner))
    typed = {name: value for name, value in _filled_in(fresh).items() if name not in _OF_BOTH}
    if fresh.submitter:
        typed |= {"relation": fresh.relation, "authority": fresh.authority}  # not those of who came then
    ticks = {tick.key: tick for tick in draft.components}
    for tick in fresh.components:
        ticks[tick.key] = _most(ticks.get(tick.key, tick), tick)
    verified = (*draft.verified, *fresh.verified)
    both = {"owner": owner, "components": tuple(ticks.values()), "verified": verified}
    return draft.model_copy(update=typed | both)


def _filled_in(typed: Value) -> dict[str, object]:
    """The fields that were typed or chosen, as they are."""
    return {name: getattr(typed, name) for name in typed.model_dump(exclude_defaults=True)}


def _most(one: ComponentTicked, other: ComponentTicked) -> ComponentTicked:
    return ComponentTicked(
        key=one.key,
        originals=max(one.originals, other.originals),
        certified_copies=max(one.certified_copies, other.certified_copies),
        copies=max(one.copies, other.copies),
        shown=one.shown or other.shown,
        reused=one.reused or other.reused,
    )
