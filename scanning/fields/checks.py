"""What the rules check: each check looks at a dossier's fields and yields what it points at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from counter_app.dossier.identity import is_citizen_number, number_agrees
from counter_app.dossier.plain import plain
from counter_app.procedures.places import Place
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource
from scanning.fields.comparing import COMPARISONS, day_of, first_day, last_day, number_of, same_day, same_name
from scanning.fields.rules import Dossier, FieldAt, Finding, ReadPaper, Rule, rules, sentence
from scanning.fields.spoken_numbers import day_in, number_in

Check = Callable[[Rule, Dossier], Iterator[Finding]]
_COMMUNE = re.compile(r"(?<!\w)(?:xa|phuong|thi tran|dac khu) (.+?)(?=,|$| tinh | thanh pho )")


def findings(papers: Sequence[ReadPaper], today: date, office: str = "") -> tuple[Finding, ...]:
    """What the rules point at in the papers of one dossier. `office`: who receives it, as on its seal."""
    dossier = Dossier(tuple(papers), today, office)
    return tuple(finding for rule in rules() for finding in CHECKS[rule.check](rule, dossier))


def held_together(dossier: Dossier) -> Iterator[tuple[FieldAt, FieldAt]]:
    """Each two fields that rules want to say the same."""
    for rule in rules():
        if rule.check == "same":
            yield from ((one, other) for one in _asked(rule, dossier) for other in dossier.against(rule, one))


def _same(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """A value that none of those it is held against agrees with; the first of them is suggested if it is alone."""
    agree = COMPARISONS[rule.compare]
    for one in _asked(rule, dossier):
        others = dossier.against(rule, one)
        answers = [agree(one.field, other.field) for other in others]
        if others and all(answer is False for answer in answers):
            yield _finding(rule, dossier, (one, *others), others[0].field.value if len(others) == 1 else "", others[0])


def _different(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    agree = COMPARISONS[rule.compare]
    for one in _asked(rule, dossier):
        for other in dossier.against(rule, one):
            if agree(one.field, other.field):
                yield _finding(rule, dossier, (one, other))


def _person(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """What a declaration says of the person with the card's number, against the card."""
    for card, role in _people_of_cards(rule, dossier):
        for one in (at for at in _asked(rule, dossier) if at.paper == role.paper and _role(at) == _role(role)):
            datum = one.field.name.partition(".")[2]
            other = dossier.papers[card.paper].field(f"{_role(card)}.{datum}")
            agree = {"name": same_name, "born": same_day}.get(datum, COMPARISONS["text"])
            if other and agree(one.field, other) is False:
                yield _finding(rule, dossier, (one, FieldAt(card.paper, other)), other.value)


def _people_of_cards(rule: Rule, dossier: Dossier) -> Iterator[tuple[FieldAt, FieldAt]]:
    """The number of each card, and where another paper gives the same number."""
    assert rule.other is not None
    numbers = [
        FieldAt(number, field)
        for number, paper in enumerate(dossier.papers)
        for field in paper.fields
        if field.name.endswith(".identity_number")
    ]
    for card in numbers:
        if dossier.papers[card.paper].paper in rule.other.papers:
            for role in numbers:
                is_card = dossier.papers[role.paper].paper in rule.other.papers
                if not is_card and role.field.value == card.field.value:
                    yield card, role


def _number_of_person(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """Another number than the card's of whoever has the same name and was born on the same day."""
    assert rule.other is not None
    for one in _asked(rule, dossier):
        paper = dossier.papers[one.paper]
        if paper.paper in rule.other.papers:
            continue
        for other in dossier.against(rule, one):
            card = dossier.papers[other.paper]
            if one.field.value != other.field.value and _is_same_person(paper, _role(one), card, _role(other)):
                yield _finding(rule, dossier, (one, other), other.field.value)


def _is_same_person(paper: ReadPaper, role: str, card: ReadPaper, holder: str) -> bool:
    name, other_name = paper.field(f"{role}.name"), card.field(f"{holder}.name")
    born, other_born = paper.field(f"{role}.born"), card.field(f"{holder}.born")
    if not name or not other_name or not same_name(name, other_name):
        return False
    return not born or not other_born or same_day(born, other_born) is not False  # father and son share names


def _number_agrees(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """A citizen number whose century, year or sex is not the person's."""
    for one in _asked(rule, dossier):
        if not is_citizen_number(one.field.value):
            continue
        for other in dossier.against(rule, one):
            if other.field.name.endswith(".sex"):
                fits = number_agrees(one.field.value, sex=other.field.normal)
            else:
                day = day_of(other.field)
                fits = not day or number_agrees(one.field.value, born=first_day(day))
            if not fits:
                yield _finding(rule, dossier, (one, other))


def _province(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """A citizen number that begins with no province's or country's code."""
    known = load_places(resource("places"))
    for one in _asked(rule, dossier):
        if is_citizen_number(one.field.value) and not known.has_province(one.field.value[:3]):
            yield _finding(rule, dossier, (one,))


def _before_today(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    for one in _asked(rule, dossier):
        day = day_of(one.field)
        if day and _years_after(first_day(day), rule.years) > dossier.today:
            yield _finding(rule, dossier, (one,))


def _in_order(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """A day that cannot lie so long before the other, whatever the parts that are not written."""
    for one in _asked(rule, dossier):
        for other in dossier.against(rule, one):
            first, second = day_of(one.field), day_of(other.field)
            if first and second and _years_after(first_day(first), rule.years) > last_day(second):
                yield _finding(rule, dossier, (one, other))


def _at_most(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    for one in _asked(rule, dossier):
        for other in dossier.against(rule, one):
            first, second = number_of(one.field), number_of(other.field)
            if first is not None and second is not None and first > second:
                yield _finding(rule, dossier, (one, other))


def _words(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """Figures, against the same in words; words that are not understood say nothing."""
    for one in _asked(rule, dossier):
        for other in dossier.against(rule, one):
            day, number = day_of(one.field), number_of(one.field)
            if "-" in day:
                said = day_in(other.field.value)
                if said and not said.startswith(day):
                    yield _finding(rule, dossier, (one, other))
            elif number is not None and (meant := number_in(other.field.value)) is not None and meant != number:
                yield _finding(rule, dossier, (one, other))


def _place(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    for one, others, places in _addresses(rule, dossier):
        if not places:
            yield _finding(rule, dossier, (one, *others))


def _old_place(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    for one, _, places in _addresses(rule, dossier):
        if len(places) == 1 and places[0].old:
            meant = ", ".join(filter(None, (places[0].detail, places[0].name)))
            yield _finding(rule, dossier, (one,), meant)


def _several_places(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    for one, _, places in _addresses(rule, dossier):
        if len(places) > 1:
            names = "; ".join(place.name for place in places)
            said = sentence(rule, dossier, (one,), names)
            yield Finding(rule.name, rule.severity, said, (one,))


def _addresses(rule: Rule, dossier: Dossier) -> Iterator[tuple[FieldAt, list[FieldAt], tuple[Place, ...]]]:
    """Addresses that name at least a commune and what it lies in, with the communes of today they may mean."""
    known = load_places(resource("places"))
    for one in _asked(rule, dossier):
        others = dossier.against(rule, one)
        text = ", ".join(at.field.value for at in (one, *others))
        if "," in text:
            yield one, others, known.read(text, dossier.today)


def _desk(rule: Rule, dossier: Dossier) -> Iterator[Finding]:
    """A declaration addressed to another commune than the office's."""
    here = _commune_in(dossier.office)
    for one in _asked(rule, dossier):
        there = _commune_in(one.field.value)
        if here and there and here != there:
            yield Finding(rule.name, rule.severity, sentence(rule, dossier, (one,), dossier.office), (one,))


def _commune_in(agency: str) -> str:
    """The commune in an agency's name, without marks; "" where it names none."""
    found = _COMMUNE.search(plain(agency))
    return found[1].strip() if found else ""


def _asked(rule: Rule, dossier: Dossier) -> Iterator[FieldAt]:
    return (one for one in dossier.found(rule.one, rule.papers) if dossier.holds_for(rule, one))


def _finding(
    rule: Rule, dossier: Dossier, fields: tuple[FieldAt, ...], suggestion: str = "", about: FieldAt | None = None
) -> Finding:
    said = sentence(rule, dossier, (fields[0], about or fields[-1]), suggestion)
    return Finding(rule.name, rule.severity, said, fields, suggestion)


def _role(at: FieldAt) -> str:
    return at.field.name.partition(".")[0]


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; 29/02 is 01/03 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


CHECKS: dict[str, Check] = {
    "same": _same,
    "different": _different,
    "person": _person,
    "number_of_person": _number_of_person,
    "number_agrees": _number_agrees,
    "province": _province,
    "before_today": _before_today,
    "in_order": _in_order,
    "at_most": _at_most,
    "words": _words,
    "place": _place,
    "old_place": _old_place,
    "several_places": _several_places,
    "desk": _desk,
}
