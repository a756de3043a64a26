"""What money, results, papers and ways in are called, in English as the statuses and acts are (see `acts`).

The translation file has their Vietnamese: papers under the context "forms", the others under "status".
"""

from __future__ import annotations

from counter_app.dossier.states import Channel, Delivery, Payment

PAYMENT = {
    Payment.NOTHING_DUE: "Nothing to pay",
    Payment.UNPAID: "Not paid",
    Payment.PENDING: "Payment pending",
    Payment.PAID: "Paid",
    Payment.REFUNDED: "Refunded",
    Payment.CANCELLED: "Payment cancelled",
}

DELIVERY = {
    Delivery.AWAITED: "Result awaited",
    Delivery.AT_DESK: "Result at the desk",
    Delivery.HANDED_OVER: "Result handed over",
}

FORM = {
    "receipt": "Receipt and appointment",
    "slip": "Appointment slip",
    "batch_receipt": "Receipt of several dossiers",
    "certification_receipt": "Certification receipt",
    "refusal": "Refusal to accept the dossier",
    "supplement_request": "Request for supplements",
    "apology": "Apology and request for extension",
    "stop_notice": "Notice that work is stopped",
    "control_sheet": "Control sheet",
    "return_note": "Note of returned results",
    "fee_receipt": "Fee receipt",
    "hand_over_list": "Hand-over list of dossiers",
    "result_hand_over": "Hand-over list of results",
}

CHANNEL = {
    Channel.COUNTER: "In person",
    Channel.ONLINE: "Filed online",
    Channel.POST: "Sent by public post",
}
