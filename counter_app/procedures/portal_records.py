"""A procedure as the national portal tells of it, taken over without guessing.

The records come from `get-formality-by-citizen` of dichvucong.gov.vn (docs/domain/catalogue.md names the fields and
their traps). What cannot be used becomes unknown, and a `Doubt` says so: a unit OTHER, a number that is none, an amount
of 0 that the province's council decides, terms that differ by case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from counter_app.dossier import bounds
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.money import FeeKind
from counter_app.dossier.plain import plain
from counter_app.dossier.states import TermUnit
from counter_app.procedures.catalogue import CODE, CaseTerm, ComponentRule, Fee, Procedure, ResultRule, SettledBy

SOURCE = "dichvucong.gov.vn"
NO_PAPERS = ComponentRule(key="giay-to", name="Giấy tờ trong hồ sơ (danh mục chưa có dữ liệu)", required=False)
"""Stands where the source names no papers, so that what is brought can be counted and scanned all the same."""
NO_TERM = Term(unit=TermUnit.UNKNOWN)
_NO_FIELD = "Chưa có dữ liệu"
_DELETED = re.compile(r"(?i)[-_ ]*x[oó]a$")
_UNITS = {"WORKING_DAY": TermUnit.WORKING_DAYS, "DAY": TermUnit.CALENDAR_DAYS, "HOUR": TermUnit.HOURS}
_UNITS_SAID = {"WORKING_DAY": "ngày làm việc", "DAY": "ngày", "HOUR": "giờ", "MONTH": "tháng", "YEAR": "năm"}
_KINDS = {"FEE": FeeKind.FEE, "SERVICE_FEE": FeeKind.CHARGE}  # SERVICE_FEE is a lệ phí, whatever its name
_FEE_NAMES = {FeeKind.FEE: "Phí", FeeKind.CHARGE: "Lệ phí"}
_PER = {"/trang": "page", "/bản": "copy"}
_LEVELS: tuple[tuple[str, SettledBy], ...] = (
    ("isWard", "commune"),
    ("isProvince", "province"),
    ("isMinistry", "ministry"),
)
_COMMUNE = re.compile(r"^((chu tich )?(uy ban nhan dan|ubnd) )(cap )?xa(, phuong)?(, thi tran)?\.?$")
_RESULT = re.compile(r"^KQ\.[A-Z0-9.]+$")
_LAND = "dat dai"
_MOST_FEE = 10**12  # đồng; what is larger is no fee


@dataclass(frozen=True)
class Doubt:
    """What a record says and cannot be used: of which field, and a sentence of the translations (context "import")."""

    about: str
    sentence: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Taken:
    """What was made of one record: a procedure, the code of one that was deleted, or neither, with what is in doubt."""

    code: str
    name: str
    procedure: Procedure | None = None
    deleted: bool = False
    partial: tuple[str, ...] | None = None  # the only fields the source tells of; None where it tells of all
    doubts: tuple[Doubt, ...] = ()


def taken_from(record: object, on: date) -> Taken:
    """What a record says; `on` is the day the source is of, where the record has no day itself."""
    told = _dict(record)
    detail = {**told, **_dict(told.get("detail"))}
    code, name = _text(detail.get("code")) or _text(told.get("code")), _text(detail.get("name"))
    if _DELETED.search(code):
        return Taken(_DELETED.sub("", code), name, deleted=True)
    if not CODE.match(code):
        doubt = Doubt("code", "“{code}” is no procedure code; the record was left out", {"code": code[:40]})
        return Taken(code, name, doubts=(doubt,))
    if not name:
        return Taken(code, name, doubts=(Doubt("name", "the record has no name; it was left out"),))
    doubts: list[Doubt] = []
    try:
        return Taken(code, name, _procedure(code, name, detail, on, doubts), doubts=tuple(doubts))
    except ValidationError as failure:
        where = ".".join(str(part) for part in failure.errors(include_url=False)[0]["loc"])
        doubt = Doubt(where, "the record does not fit ({field}); it was left out", {"field": where})
        return Taken(code, name, doubts=(doubt,))


def _procedure(code: str, name: str, detail: Mapping[str, Any], on: date, doubts: list[Doubt]) -> Procedure:
    proposal = _dict(detail.get("procedureProposal"))
    decided, updated = _day(proposal.get("decisionDate")), _day(detail.get("updatedAt"))
    of_law = _first_name(detail.get("categoriesDetails"))
    term, case_terms, term_note = _term(_methods(detail), of_law, doubts)
    fees, fee_note = _fees(_methods(detail), doubts)
    components = _components(detail, doubts)
    decision = " ".join(_text(proposal.get("proposalNumber")).split())
    if not of_law:
        doubts.append(Doubt("field", "no field of law"))
    competence = _competence(detail)
    if not competence:
        doubts.append(Doubt("competence", "nobody named who settles it"))
    unknown = tuple(dict.fromkeys([doubt.about for doubt in doubts if doubt.about in Procedure.model_fields]))
    return Procedure(
        code=code,
        name=name,
        field=of_law or _NO_FIELD,
        version=f"{updated or decided or on:%Y-%m-%d}",
        decision=decision,
        competence=competence,
        components=components or (NO_PAPERS,),
        term=term,
        term_note=term_note,
        case_terms=case_terms,
        fees=fees,
        fee_note=fee_note,
        results=tuple(_results(detail)),
        legal_base=tuple(dict.fromkeys(_law(law) for law in _dicts(detail.get("legalBasisesDetails")) if _law(law))),
        levels=_levels(detail, competence),
        publisher=_text(detail.get("departmentPromulgateCode")),
        anywhere=detail.get("isNonTerritorial") is True,
        unknown=unknown,
        source=SOURCE,
        source_date=updated or on,
        valid_from=decided or updated or on,
    )


def _methods(detail: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return _dicts(detail.get("executionMethods"))


def _term(
    methods: Sequence[Mapping[str, Any]], of_law: str, doubts: list[Doubt]
) -> tuple[Term, tuple[CaseTerm, ...], str]:
    """The term at the counter, those of its cases, and the source's words where these are needed."""
    at_counter = [method for method in methods if method.get("submissionMethod") == "DIRECT"] or list(methods)
    said = list(dict.fromkeys((_said_term(item), _text(item.get("description"))) for item in at_counter))
    note = "; ".join(dict.fromkeys(f"{term}: {words}" if words else term for term, words in said if term))
    if not said:
        doubts.append(Doubt("term", "no term"))
        return NO_TERM, (), ""
    terms = [_one_term(item) for item in at_counter]
    if len({term for term in terms if term}) == 1 and all(terms):
        elsewhere = {_said_term(method) for method in methods}
        if _LAND in plain(of_law) and len(elsewhere) > 1:
            # The ministry's land procedures put the terms of different cases into the three channels.
            said_of_all = "; ".join(sorted(elsewhere))
            doubts.append(Doubt("term", "the channels hold terms of different cases: {said}", {"said": said_of_all}))
            return NO_TERM, (), said_of_all
        assert terms[0] is not None
        return terms[0], (), "; ".join(dict.fromkeys(words for _, words in said if words))
    if len(said) > 1 and all(terms):
        named = {words: term for item, term in zip(at_counter, terms, strict=True) if (words := _case_words(item))}
        cases = tuple(CaseTerm(name=words, term=term) for words, term in named.items() if term)
        doubts.append(Doubt("term", "the term differs by case: {said}", {"said": "; ".join(term for term, _ in said)}))
        return NO_TERM, cases if len(cases) == len(set(terms)) else (), note
    doubts.append(Doubt("term", "the term cannot be read: {said}", {"said": "; ".join(term for term, _ in said)}))
    return NO_TERM, (), note


def _one_term(method: Mapping[str, Any]) -> Term | None:
    unit, amount = _UNITS.get(_text(method.get("processingTimeUnit"))), _whole(method.get("processingTime"))
    if unit is None or amount is None or not 0 < amount <= 10_000:
        return None
    return Term(amount=amount, unit=unit)


def _said_term(method: Mapping[str, Any]) -> str:
    """The term as it stands in the record: “10 ngày làm việc”, “1 OTHER”."""
    unit, amount = _text(method.get("processingTimeUnit")), method.get("processingTime")
    return " ".join(part for part in (_number(amount), _UNITS_SAID.get(unit, unit)) if part)


def _case_words(method: Mapping[str, Any]) -> str:
    return _text(method.get("description"))[:200].strip()


def _fees(methods: Sequence[Mapping[str, Any]], doubts: list[Doubt]) -> tuple[tuple[Fee, ...], str]:
    """What is paid at the counter; () and a doubt where the amounts cannot be used."""
    at_counter = [method for method in methods if method.get("submissionMethod") == "DIRECT"] or list(methods)
    told = [fee for item in at_counter for fee in _dicts(item.get("fees"))]
    said = "; ".join(dict.fromkeys(_said_fee(fee) for fee in told))
    if not told:
        doubts.append(Doubt("fees", "nothing about fees"))
        return (), ""
    found = {_fee(fee) for fee in told}
    if None in found or len(found - {0}) > 1:
        doubts.append(Doubt("fees", "the fees cannot be read: {said}", {"said": said[:300]}))
        return (), said
    return tuple(fee for fee in found if isinstance(fee, Fee)), ""


def _fee(told: Mapping[str, Any]) -> Fee | int | None:
    """A fee that can be used, 0 for none, or None: 0 with a note is what the province's council decides, not free."""
    amount, note = _whole(told.get("value")), _text(told.get("description"))
    if _text(told.get("currencyName")) not in ("", "VND") or amount is None or not 0 <= amount <= _MOST_FEE:
        return None
    if not amount:
        return None if note else 0
    kind = _KINDS.get(_text(told.get("type")))
    if kind is None or (note and not note.startswith("/")):
        return None
    return Fee(name=_FEE_NAMES[kind], kind=kind, amount=amount, per=_PER.get(note, "dossier"), note=note)


def _said_fee(told: Mapping[str, Any]) -> str:
    """The fee as it stands in the record: “50000 đồng: /giao dịch”."""
    amount, note = _number(told.get("value")), _text(told.get("description"))
    paid = f"{amount} {_text(told.get('currencyName')) or 'đồng'}" if amount else ""
    return ": ".join(part for part in (paid, note) if part)


def _components(detail: Mapping[str, Any], doubts: list[Doubt]) -> tuple[ComponentRule, ...]:
    found: list[ComponentRule] = []
    keys: set[str] = set()
    for case in _dicts(detail.get("executionCases")) or [{"profileComponents": detail.get("profileComponents")}]:
        heading = " ".join(_text(case.get("name")).strip("*:-– ").split())
        for item in _dicts(case.get("profileComponents")):
            if rule := _component(item, heading, keys):
                found.append(rule)
    if not found:
        doubts.append(Doubt("components", "no papers"))
    return tuple(found)


def _component(told: Mapping[str, Any], heading: str, keys: set[str]) -> ComponentRule | None:
    """A paper; None for a note that stands among them: none of it and not to be shown either."""
    name = re.sub(r"^[-+*•\s]+", "", _text(told.get("name")))
    if not name:
        return None
    originals, copies = _count(told.get("originalQty")), _count(told.get("copyQty"))
    note = "luu y" in plain(heading)
    shown = "phai xuat trinh" in plain(heading) or (not (originals + copies or note) and "xuat trinh" in plain(name))
    if note and not shown and not originals + copies:
        return None
    key = _key(_text(told.get("code")), keys)
    keys.add(key)
    structural = plain(heading) in ("", "giay to phai nop", "giay to phai xuat trinh", "luu y", "thanh phan ho so")
    return ComponentRule(
        key=key,
        name=name,
        originals=0 if shown else originals,
        copies=0 if shown else copies,
        required=False,  # the portal says so of every paper; which ones are required is not known
        shown_only=shown,
        case="" if structural else heading,
    )


def _key(code: str, taken: set[str]) -> str:
    """The source's code of the paper, else its place."""
    plain_code = "-".join(re.findall(r"[a-z0-9]+", code.rpartition(".")[2].casefold()))
    key = plain_code or f"giay-{len(taken) + 1}"
    while key in taken:
        key = f"{plain_code or 'giay'}-{len(taken) + 1}"
    return key


def _results(detail: Mapping[str, Any]) -> Iterator[ResultRule]:
    for item in _dicts(detail.get("resultsDetails")):
        if name := _text(item.get("name")):
            code = _text(item.get("code"))
            yield ResultRule(name=name, code=code if _RESULT.match(code) else "")


def _competence(detail: Mapping[str, Any]) -> str:
    """Who settles it, in the words the agencies' directory knows where it is the commune."""
    names = [
        _text(item.get("name"))
        for key in ("unitGroupsExecuting", "departmentsExecuting")
        for item in _dicts(detail.get(key))
    ]
    known = ["Cấp xã" if _COMMUNE.match(plain(name)) else name.replace("cấp Xã", "cấp xã") for name in names if name]
    return "; ".join(dict.fromkeys(known))


def _levels(detail: Mapping[str, Any], competence: str) -> tuple[SettledBy, ...]:
    """The levels; "vertical" too where agencies such as customs or taxes settle it there, not the commune."""
    levels = tuple(level for flag, level in _LEVELS if detail.get(flag) is True)
    commune = any(word in plain(competence) for word in ("cap xa", "ubnd xa", "uy ban nhan dan xa", "phuong"))
    return (*levels, "vertical") if detail.get("isVertical") is True and not commune else levels


def _law(told: Mapping[str, Any]) -> str:
    return _text(told.get("code")) or _text(told.get("name"))


def _first_name(entries: object) -> str:
    return next((name for item in _dicts(entries) if (name := _text(item.get("name")))), "")


def _day(value: object) -> date | None:
    """Milliseconds since 1970 as Vietnam's day: midnight there is 17:00 of the day before in the record."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < 4e12:
        return None
    return datetime.fromtimestamp(value / 1000, VIETNAM).date()


def _count(value: object) -> int:
    count = _whole(value)
    return count if count is not None and 0 < count < 100 else 0


def _whole(value: object) -> int | None:
    """A whole number; None for what is none: a part, a truth value, an endless one."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)[:60].replace(".", ",")


def _text(value: object) -> str:
    """The text on one line without letters that nobody sees, "" for whatever is none."""
    return " ".join(str(bounds.cleaned(value)).split()) if isinstance(value, str) else ""


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list; a null in it, or in its place, is none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
