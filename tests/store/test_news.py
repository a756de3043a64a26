"""What comes from outside about a dossier is news until somebody here looks at it."""

from __future__ import annotations

from datetime import timedelta

from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import dossier_view
from counter_app.dossier.journal import PROVINCE, Entry, Tip, write
from counter_app.dossier.payloads.after import NoteWritten
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Status
from counter_app.store.dossiers import Narrowed
from counter_app.store.news import FRESH
from counter_app.sync.rounds.pull import take_over
from tests.conftest import filled

OTHER = "H41.99:2"


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def entry(
    desk: Desk, code: str, payload: Payload, by: str = PROVINCE, after: Tip | None = None, days: int = 0
) -> Entry:
    """What somebody else wrote about the dossier, so many days ago."""
    at = desk.now() - timedelta(days=days)
    step = desk.dossier(code).step + 1
    return write(payload, dossier=code, step=step, desk=by, clerk="Tỉnh", at=at, after=after, salt="s" * 16)


def test_what_the_province_did_is_news_until_somebody_opens_the_dossier(desk: Desk) -> None:
    news, code = desk.store.news, received(desk)
    assert news.count() == 0, "what a desk does itself is no news to it"
    come = entry(desk, code, StatusChanged(status=Status.IN_PROCESS))
    news_of_now(desk, come)
    assert news.count() == 1
    (piece,) = news.newest(10)
    assert (piece.dossier, piece.entry, piece.seen) == (code, come.key, False)
    assert [found.news for found in desk.store.find()] == [True]
    assert [found.code for found in desk.store.find(narrowed=Narrowed(news=True))] == [code]
    assert [found.code for found in desk.store.find("hường", narrowed=Narrowed(news=True))] == [code]
    dossier_view(desk, code)
    assert news.count() == 0 and [item.seen for item in news.newest(10)] == [True]
    assert desk.store.find(narrowed=Narrowed(news=True)) == []
    assert [found.news for found in desk.store.find()] == [False]


def test_the_same_entry_come_twice_is_news_once(desk: Desk) -> None:
    code = received(desk)
    come = entry(desk, code, StatusChanged(status=Status.IN_PROCESS))
    news_of_now(desk, come)
    dossier_view(desk, code)
    desk.store.news.come([come], desk.now())
    assert desk.store.news.count() == 0
    following = entry(desk, code, StatusChanged(status=Status.DONE), after=Tip(come.sequence, come.hash))
    news_of_now(desk, following)
    assert desk.store.news.count() == 1, "the next one is new again"
    assert len(desk.store.news.newest(10)) == 1, "a line a dossier"


def test_what_another_desk_wrote_down_is_no_news_and_what_is_old_is_history(desk: Desk) -> None:
    one, other = received(desk), received(desk)
    news_of_now(desk, entry(desk, one, NoteWritten(text="Đã gọi điện"), by=OTHER))
    assert desk.store.news.count() == 0
    news_of_now(desk, entry(desk, other, StatusChanged(status=Status.IN_PROCESS), days=FRESH.days + 1))
    assert desk.store.news.count() == 0


def test_a_step_that_contradicts_is_news_whoever_wrote_it(desk: Desk) -> None:
    code = received(desk)
    here = desk.dossier(code).step
    casework.withdraw(desk, code, "Đổi ý")
    late = write(
        StatusChanged(status=Status.DONE),
        dossier=code,
        step=here + 2,
        desk=OTHER,
        clerk="Quầy 2",
        at=desk.now(),
        after=None,
        salt="s" * 16,
    )
    news_of_now(desk, late)
    assert desk.store.in_conflict() == 1 == desk.store.news.count()
    assert desk.store.news.newest(1)[0].conflicts == 1


def test_all_can_be_marked_as_looked_at(desk: Desk) -> None:
    tip = None
    for _ in range(3):
        come = entry(desk, received(desk), StatusChanged(status=Status.IN_PROCESS), after=tip)
        tip = Tip(come.sequence, come.hash)
        news_of_now(desk, come)
    assert desk.store.news.count() == 3
    desk.store.news.look_at_all()
    assert desk.store.news.count() == 0 and len(desk.store.news.newest(10)) == 3


def news_of_now(desk: Desk, come: Entry) -> None:
    """The entry arrives in the province's stream, by the desk's clock."""
    take_over(desk.store, [come], come.sequence, now=desk.now)
