"""What a rebuild came to, in the clerk's words; the command prints it and the window shows it."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.dossier.acts import ACTS
from counter_app.language import said, translate
from counter_app.sync.branches import Resettled
from counter_app.sync.rebuild import Lost, Rebuilt

_SHOWN = 50


def report(found: Rebuilt, language: str) -> Iterator[str]:
    """Line by line."""

    def say(sentence: str, **values: str | int) -> str:
        return translate("rebuild", sentence, language).format(**values)

    came = "{entries} records are here, {came} of them from the province."
    yield say(came, entries=found.entries, came=found.from_province)
    if found.files_healed:
        yield say("{count} scanned files came back from the province.", count=found.files_healed)
    if found.province is not None:
        yield say("The province could not be asked: {why}", why=found.province.happened(language))
    if not found.finished:
        yield say("Nothing was changed. Try again when the line is back, or go on without the province.")
        return
    if found.lost:
        lost = "{count} records were written here and are lost; enter them again from the papers:"
        yield say(lost, count=len(found.lost))
    yield from (_lost(item, language) for item in found.lost[:_SHOWN])
    changed = [item for item in found.branch if item.changed]
    written = [item for item in found.branch if not item.changed]
    if changed:
        told = "{count} records were changed on this computer after they were written; they are put right again:"
        yield say(told, count=len(changed))
    yield from (_lost(Lost(item.dossier, item.kind, item.at), language) for item in changed[:_SHOWN])
    if written:
        branch = "Two copies of this desk were used; {count} records of this computer were written anew."
        yield say(branch, count=len(written))
    for other in written[:_SHOWN]:
        if sentence := _resettled(other):
            yield say(sentence, code=other.dossier, new=other.now)
    if found.missing_files:
        missing = "{count} scanned files are missing; scan the papers again if they are still here."
        yield say(missing, count=len(found.missing_files))
    if found.unknown:
        yield say("Up to {count} records more may be lost; their numbers are left out.", count=found.unknown)
    for series, number in found.receipts.items():
        yield say("Receipts {series}: the next one follows {number}; compare the stubs.", series=series, number=number)
    if found.blind:
        yield say("Nothing tells what was drawn since the backup; compare the last receipts and codes on paper.")
    if found.whole:
        yield say("Nothing is missing.")


def _lost(one: Lost, language: str) -> str:
    act = ACTS.get(one.kind)
    what = said(act.words, lambda context, text: translate(context, text, language)) if act and act.title else ""
    day, hour = one.at[:10].split("-")[::-1], one.at[11:16]
    return " · ".join(part for part in (f"   {one.dossier}", what, f"{hour} {'/'.join(day)}") if part)


def _resettled(one: Resettled) -> str:
    if not one.now:
        return "   {code}: could not be taken over and is kept aside."
    return "   {code} is {new} now: replace the paper the citizen holds." if one.now != one.dossier else ""
