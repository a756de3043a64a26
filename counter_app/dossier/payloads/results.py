"""Payloads of results: that they came, and went out."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from counter_app.dossier.applicants import Relation
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Delivery, DeliveryMethod


class ResultsArrived(Payload):
    """Results reached the desk; `complete` says that no more are awaited."""

    kind: Literal["results_arrived"] = "results_arrived"
    results: tuple[ResultNamed, ...] = Field(min_length=1)
    complete: bool = True


class ResultReturned(Payload):
    """Results were handed over or sent; `results` are their places in the dossier's list, from 0."""

    kind: Literal["result_returned"] = "result_returned"
    results: tuple[int, ...] = Field(min_length=1)
    method: DeliveryMethod
    recipient: str
    identity_number: str = ""
    phone: str = ""
    relation: Relation = Relation.HOLDER
    authority: str = ""
    post_bill: str = ""

    def of_results(self, places: tuple[int, ...]) -> ResultReturned:
        """The same for these results."""
        return ResultReturned(**dict(self) | {"results": places})


class DeliveryChanged(Payload):
    """The result reached the desk or was handed over, as the province says it."""

    kind: Literal["delivery_changed"] = "delivery_changed"
    delivery: Delivery
    recipient: str = ""
