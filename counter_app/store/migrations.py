"""The tables of the store, and how they came to be. A migration that was released is never edited."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("counter")


@migrations()
def first(db: Database) -> None:
    """The journal; dossiers and search as projections of it; drafts with their pages; where sync stands."""
    db.table("entries").create(
        {
            "desk": str,
            "sequence": int,
            "dossier": str,
            "step": int,
            "kind": str,
            "payload": str,
            "payload_hash": str,
            "clerk": str,
            "at": str,
            "previous": str,
            "hash": str,
        },
        pk=("desk", "sequence"),
        not_null={"dossier", "step", "kind", "payload_hash", "clerk", "at", "previous", "hash"},
        strict=True,
    )
    db.table("entries").create_index(["dossier", "step", "desk"])
    db.table("dossiers").create(
        {
            "code": str,
            "owner": str,
            "procedure": str,
            "status": int,
            "received_at": str,
            "due_at": str,
            "conflicts": int,
            "own_sequence": int,
            "state": str,
        },
        pk="code",
        not_null={"owner", "procedure", "status", "received_at", "conflicts", "own_sequence", "state"},
        strict=True,
    )
    db.table("dossiers").create_index(["received_at"])
    db.table("dossiers").create_index(["status", "due_at"])
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(code, people, procedure, papers, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
    )
    db.table("drafts").create({"id": str, "state": str, "changed_at": str}, pk="id", not_null={"state"}, strict=True)
    db.table("pages").create(
        {
            "id": int,
            "holder": str,
            "component": str,
            "original": str,
            "media_type": str,
            "dpi": int,
            "source": str,
            "picture": str,
            "reading": str,
            "failure": str,
            "document": str,
        },
        pk="id",
        not_null={
            "holder",
            "component",
            "original",
            "media_type",
            "source",
            "picture",
            "reading",
            "failure",
            "document",
        },
        strict=True,
    )
    db.table("pages").create_index(["holder", "component"])
    db.table("sync_points").create({"name": str, "value": int}, pk="name", not_null={"value"}, strict=True)


@migrations()
def order_and_treatment(db: Database) -> None:
    """Pages stand in an order of their own, and it is kept how each is to be taken."""
    db.execute("ALTER TABLE pages ADD COLUMN position REAL NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE pages ADD COLUMN treatment TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE pages SET position = id")


@migrations()
def ledger_and_fee_receipts(db: Database) -> None:
    """What registers and reports count, and the receipts for money; both drawn from the folded dossiers."""
    numbers = [
        *("channel", "status", "received_at", "due_at", "finished_at", "returned_at", "supplements", "supplement_at"),
        *("waited", "extensions", "components", "digitised", "reused", "results", "result_files", "result_codes"),
        *("fees_due", "paid_phi", "paid_le_phi", "exempted"),
    ]
    texts = ["code", "agency", "procedure", "field", "clerk"]
    unknown = {"due_at", "finished_at", "returned_at", "supplement_at"}
    db.table("ledger").create(
        dict.fromkeys(texts, str) | dict.fromkeys(numbers, int),
        pk="code",
        not_null={*texts[1:], *numbers} - unknown,
        strict=True,
    )
    db.table("fee_receipts").create(
        {
            "series": str,
            "number": int,
            "dossier": str,
            "kind": str,
            "amount": int,
            "method": str,
            "payer": str,
            "at": int,
            "clerk": str,
            "cancelled": str,
        },
        pk=("series", "number", "dossier"),
        not_null={"kind", "amount", "method", "payer", "at", "clerk", "cancelled"},
        strict=True,
    )
    db.table("fee_receipts").create_index(["dossier"])
    db.table("fee_receipts").create_index(["at"])
