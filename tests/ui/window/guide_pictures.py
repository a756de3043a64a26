"""Which states of a clerk's day are pictures of the guide: names in `every_state.states`, and their files."""

PICTURES = {
    "intake": "scanned",
    "intake, not complete": "gaps",
    "intake, somebody else's card": "newcomer",
    "open intakes": "drafts",
    "many of one submitter": "batch",
    "received": "received",
    "lookup, many chosen": "many",
    "act, ask_supplement": "act",
    "report as a paper": "report",
    "cash": "cash",
    "evaluation": "evaluation",
    "feedback": "feedback",
    "accounts": "accounts",
    "catalogue": "catalogue",
    "drawing": "drawing",
    "locked": "locked",
}
