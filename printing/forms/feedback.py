"""The papers about feedback (phản ánh, kiến nghị; NĐ 20/2008/NĐ-CP): that it was taken, to whom it was passed on, what
is answered. No circular has forms for them: they are letters of NĐ 30/2020, and their words are the office's."""

from __future__ import annotations

from reportlab.platypus import Flowable

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.feedback import Feedback
from counter_app.dossier.states import FeedbackMatter, FeedbackState, Sorting
from counter_app.procedures.wordings import Wording
from printing.forms.context import FormContext
from printing.layout.document import document
from printing.layout.heads import agency_head, day_in_words, head, moment, number_and_date
from printing.layout.paragraphs import lines, sentences
from printing.layout.signing import agency_signature, kept_with_last, signatures
from printing.layout.texts import gap, line, text

_MATTERS = {
    FeedbackMatter.BEHAVIOUR: "matter_behaviour",
    FeedbackMatter.RULE: "matter_rule",
    FeedbackMatter.PROPOSAL: "matter_proposal",
}


def is_passed_on(feedback: Feedback) -> bool:
    """Whether another agency gets a letter about it."""
    return feedback.sorted is not None and feedback.sorted.sorting is Sorting.OTHERS


def is_answered(feedback: Feedback) -> bool:
    """Whether its sender gets a letter: answered, or not taken up; nobody where nobody said who they are."""
    settled = feedback.state in (FeedbackState.ANSWERED, FeedbackState.NOT_TAKEN)
    return settled and not feedback.is_anonymous


def feedback_receipt(context: FormContext) -> bytes:
    """That it was taken and entered in the register, and by when it is answered, as PDF."""
    feedback, office = _feedback(context), context.office
    say = context.wordings.of("feedback_receipt", context.base)
    taken, sender = feedback.taken, feedback.taken.sender
    body: list[Flowable] = [
        line(say("from"), sender.name),
        line(say("address"), sender.address),
        line(say("phone"), " – ".join(part for part in (sender.phone, sender.email) if part)),
        line(say("matter"), say(_MATTERS[taken.matter])),
        *([line(say("dossier"), taken.dossier)] if taken.dossier else []),
        line(say("taken"), moment(feedback.taken_at)),
        line(say("register"), say("register_number", number=f"{taken.number:02d}", year=str(taken.year))),
        text(say("content")),
        *map(sentences, lines(taken.text)),
        sentences(say("sorted_by", moment=moment(taken.sort_by))),
        sentences(say("answered_by", moment=moment(taken.answer_by))),
        sentences(say("ask", phone=office.phone or "……", agency=in_full(office.agency))),
    ]
    signed = signatures([(say("sign_sender"), sender.name), (say("sign_clerk"), feedback.clerk)])
    top = [head(office), *number_and_date(office, context.numbered(say), feedback.taken_at.date())]
    return _paper(context, say, top, body, signed)


def feedback_transfer(context: FormContext) -> bytes:
    """The letter that passes it on to who settles it, with a copy to the sender, as PDF."""
    feedback, office = _feedback(context), context.office
    say = context.wordings.of("feedback_transfer", context.base)
    taken, sent = feedback.taken, feedback.sorted
    assert sent is not None  # there is no such paper before
    body: list[Flowable] = [
        text(say("to_whom", agency=sent.to_agency), "centred"),
        gap(4, 1.5),
        sentences(
            say(
                "received",
                day=day_in_words(feedback.taken_at.date()).capitalize(),
                agency=in_full(office.agency),
                sender=_who(feedback, say),
                number=feedback.number,
            )
        ),
        *map(sentences, lines(taken.text)),
        *([sentences(say("about", dossier=taken.dossier))] if taken.dossier else []),
        *([sentences(say("because", reason=sent.reason))] if sent.reason else []),
        sentences(say("passed_on", agency=in_full(office.agency), to=sent.to_agency)),
    ]
    to = [say("to"), *([say("to_sender")] if not feedback.is_anonymous else []), say("kept")]
    top = [agency_head(office), *number_and_date(office, context.numbered(say), sent.at.date())]
    return _paper(context, say, top, body, agency_signature((say("signer"),), "", to))


def feedback_answer(context: FormContext) -> bytes:
    """What became of it, to its sender, as PDF; where it was not taken up, why."""
    feedback, office = _feedback(context), context.office
    say = context.wordings.of("feedback_answer", context.base)
    answered, put = feedback.answered, feedback.sorted
    on = answered.at if answered else put.at if put else feedback.taken_at
    said = [sentences(say("answer"))] if answered else [sentences(say("not_taken"))]
    words = answered.text if answered else put.reason if put else ""
    body: list[Flowable] = [
        text(say("to_whom", name=feedback.taken.sender.name), "centred"),
        gap(4, 1.5),
        sentences(
            say(
                "received",
                day=day_in_words(feedback.taken_at.date()).capitalize(),
                agency=in_full(office.agency),
                matter=say(_MATTERS[feedback.taken.matter]),
                number=feedback.number,
            )
        ),
        *said,
        *map(sentences, lines(words)),
        *([sentences(say("late", reason=answered.late_reason))] if answered and answered.late_reason else []),
        sentences(say("end", agency=in_full(office.agency))),
    ]
    signer = answered.signer if answered else ""
    role = next((item.role for item in office.signatories if item.name == signer), (say("signer"),))
    top = [agency_head(office), *number_and_date(office, context.numbered(say), on.date())]
    return _paper(context, say, top, body, agency_signature(role, signer, [say("to"), say("kept")]))


def _paper(context: FormContext, say: Wording, top: list[Flowable], body: list[Flowable], signed: Flowable) -> bytes:
    under = [text(say("base"), "subtitle")] if say("base") else []
    titled = [gap(5, 2), text(say("title"), "title"), *under, gap(4, 1.5)]
    story = [*top, *titled, *kept_with_last(body, [gap(5, 2), signed])]
    named = f"{say('title').capitalize()} {_feedback(context).number}"
    return document([story], title=named, author=context.office.agency)


def _who(feedback: Feedback, say: Wording) -> str:
    """The sender with address and telephone, or that nobody said who it is."""
    sender = feedback.taken.sender
    return ", ".join(part for part in (sender.name, sender.address, sender.phone) if part) or say("nobody")


def _feedback(context: FormContext) -> Feedback:
    assert context.feedback is not None
    return context.feedback
