"""A sample drawn for an inspection stands: an entry of the journal, which the other desks and the province get too."""

from __future__ import annotations

from counter_app.desk.desk import Desk
from counter_app.reports.sampling import Draw, code_of, draw_now, drawn_before
from counter_app.reports.scope import Scope


def keep_sample(desk: Desk, scope: Scope, draw: Draw, *, by_risk: bool) -> None:
    """Draws the sample and writes it into the journal, unless it was drawn before."""
    store = desk.store
    if drawn_before(store, scope, draw, by_risk=by_risk):
        return
    code = code_of(store, scope, draw, by_risk=by_risk)
    made = draw_now(store, scope, draw, by_risk=by_risk)  # which takes a while: nobody who writes waits for it
    with store.transaction():
        if not drawn_before(store, scope, draw, by_risk=by_risk):
            store.journal.append_apart(made, code=code, clerk=desk.clerk.name, at=desk.now(), salt=desk.token(16))
