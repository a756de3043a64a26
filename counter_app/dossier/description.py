"""What an entry says in sentences: at the desk in full, to the province without people and receipts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.dossier.model import Dossier
from counter_app.dossier.signed import DigitalSignature, day_of
from counter_app.language import Phrase, Say, Words, joined, said, sentence


@dataclass(frozen=True)
class Description:
    """What was done, why, and what belongs to it; `reason` is what the clerk wrote.

    `facts` and `by` (who signed) stand behind the reason and are for the desk alone. `public` is what stands in the
    place of `sentence` and `lines` where these name people or receipts, which the province is not shown.
    """

    sentence: Words
    reason: str = ""
    facts: tuple[Words, ...] = ()
    by: Words = ""
    lines: tuple[Words, ...] = ()
    public: tuple[Words, ...] = ()

    def in_full(self, say: Say) -> str:
        """As the desk reads it: “sentence: reason, facts (by)”, and each further line below."""
        reason = self.reason.rstrip(".") if self.facts or self.by else self.reason
        why = said(joined(", ", reason, *self.facts), say)
        head = said(self.sentence, say)
        head = f"{head}: {why}" if why else head
        head = f"{head} ({said(self.by, say)})" if self.by else head
        lines = [head[:1].upper() + head[1:], *(said(line, say) for line in self.lines)]
        return "\n".join(line for line in lines if line)

    def in_public(self, say: Say) -> tuple[str, ...]:
        """As the province reads it: the sentence, then the reason and each further line."""
        first, *lines = self.public or (self.sentence, *self.lines)
        return tuple(filter(None, (said(first, say), self.reason, *(said(line, say) for line in lines))))


def component_name(key: str, dossier: Dossier | None) -> str:
    """The component as the dossier calls it; its key where the dossier does not know it."""
    return next((component.name for component in dossier.components if component.key == key), key) if dossier else key


def signatures(signed: Sequence[DigitalSignature]) -> Words:
    """Who signed a file digitally, and that nobody checked it; "" where nobody did."""
    nameless = Phrase("timeline", "somebody it does not name")
    names = joined("; ", *(joined(", ", signature.signer or nameless, day_of(signature.time)) for signature in signed))
    return sentence("timeline", "digitally signed by {names} (not checked)", names=names) if signed else ""
