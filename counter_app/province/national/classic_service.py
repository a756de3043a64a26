"""The classic service through the agency's adapter: sign in, look up, hand over or update, then the progress."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from counter_app.dossier.model import Dossier
from counter_app.dossier.states import Channel
from counter_app.dossier.value import Value
from counter_app.province.national.answers import Answer, Verdict, read_answer, value_of
from counter_app.province.national.case import Case, Step
from counter_app.province.national.classic import NOT_TOLD, PortalProcedure, UrlOf, ho_so, tien_do
from counter_app.province.national.connection import PortalConnection, message_id
from counter_app.province.national.errors import DossierNotTaken, NationalLoginRefused, ProgressNotTaken
from counter_app.province.national.gateway import Handed, Note, hand_over_steps
from counter_app.province.national.settings import NationalSettings


class ClassicService:
    """A `NationalService` (see `gateway`). `url_of` says where the portal may fetch a file."""

    def __init__(self, settings: NationalSettings, url_of: UrlOf) -> None:
        self._settings, self._url_of = settings, url_of
        self._line = PortalConnection(settings)
        self._session = ""
        self._told: dict[str, PortalProcedure] = {}

    def close(self) -> None:
        """Ends the connection; the session runs out by itself."""
        self._line.close()

    def hand_over(self, case: Case, handed: Handed, note: Note) -> None:
        """See `NationalService.hand_over`."""
        dossier = case.dossier
        told, tech_id = self._procedure(dossier.procedure), self._tech_id(dossier)
        data = [ho_so(case, self._url_of, self._settings, told, tech_id).wire()]
        self._write(dossier, data, updating=handed.exists or self._is_there(dossier.portal_code))
        handed = handed.model_copy(update={"exists": True})
        note(handed)
        hand_over_steps(case, handed, note, partial(self._progress, dossier))

    def _progress(self, dossier: Dossier, steps: Sequence[Step]) -> Verdict:
        rows = [tien_do(dossier, step).wire() for step in steps]
        body = {"service": "CapNhatTienDoHoSoMC", "data": rows}
        answer = self._ask(self._settings.integration_endpoint, body, message_id(self._settings, rows, 0))
        if answer.verdict not in (Verdict.DONE, Verdict.EXISTS):
            raise ProgressNotTaken(answer.code, reason=answer.reason)
        return answer.verdict

    def _write(self, dossier: Dossier, data: list[dict[str, Any]], *, updating: bool) -> None:
        """Hands over or updates, and the other way where the portal says that it has it, or has it no more."""
        answer = self._synchronise(dossier, data, updating)
        turned = Verdict.NOT_THERE if updating else Verdict.EXISTS
        if answer.verdict is turned:
            answer = self._synchronise(dossier, data, not updating)
        if answer.verdict is not Verdict.DONE:
            raise DossierNotTaken(answer.code, reason=answer.reason)

    def _synchronise(self, dossier: Dossier, data: list[dict[str, Any]], updating: bool) -> Answer:
        body = {"service": "DongBoHoSoMC", "isUpdating": str(updating), "data": data}
        return self._ask(self._settings.integration_endpoint, body, message_id(self._settings, body, dossier.step))

    def _is_there(self, code: str) -> bool:
        found = self._look_up({"service": "TraCuuHoSo", "mahoso": code})
        return any(value_of(row, "mahoso") in (None, code) for row in found)

    def _procedure(self, code: str) -> PortalProcedure:
        """What the portal says of a procedure, asked once a connection."""
        if code not in self._told:
            found = self._look_up({"service": "LayThuTuc", "maTTHC": code})
            self._told[code] = _procedure(found[0]) if found else NOT_TOLD
        return self._told[code]

    def _tech_id(self, dossier: Dossier) -> str:
        number = dossier.owner.identity_number
        if dossier.channel is not Channel.ONLINE or not number:
            return ""
        found = self._look_up({"service": "TraCuuTechID", "mstorcmnd": number})
        return str(value_of(found[0], "TECHNICALID") or "") if found else ""

    def _look_up(self, question: dict[str, str]) -> list[dict[str, Any]]:
        """The rows of a look-up; none where the portal knows nothing, or does not say."""
        answer = self._ask(self._settings.share_endpoint, question)
        rows = answer.get("result") if answer.verdict is Verdict.DONE else None
        if isinstance(rows, dict):
            rows = [rows]
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

    def _ask(self, endpoint: str, body: dict[str, Any], named: dict[str, str] | None = None) -> Answer:
        """Asks within the session; one that ran out is renewed once, since what it carried was not looked at."""
        headers = self._destination("header") | (named or {})
        for _ in range(2):
            session = {"session": self._session or self._sign_in(), "madonvi": self._settings.madonvi}
            reply = self._line.post(endpoint, session | body, headers=headers, query=self._destination("query"))
            answer = read_answer(reply)
            if answer.verdict is not Verdict.SESSION_OVER:
                return answer
            self._session = ""
        raise NationalLoginRefused("session", reason=answer.reason)

    def _sign_in(self) -> str:
        settings = self._settings
        credentials = {"username": settings.username, "password": settings.password.get_secret_value()}
        headers, query = self._destination("header"), self._destination("query")
        answer = read_answer(self._line.post(settings.login_endpoint, credentials, headers=headers, query=query))
        session = answer.get("session")
        if answer.verdict is not Verdict.DONE or not session:
            raise NationalLoginRefused(answer.code, reason=answer.reason)
        self._session = str(session)
        return self._session

    def _destination(self, place: str) -> dict[str, str]:
        return {"dstcode": self._settings.dstcode} if place in self._settings.dstcode_in else {}


class _Told(Value):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Field(_Told):
    MALINHVUC: str = ""
    TENLINHVUC: str = ""


class _Paper(_Told):
    MAGIAYTO: str = ""
    TENGIAYTO: str = ""


class _Papers(_Told):
    GIAYTO: tuple[_Paper, ...] = ()


class _Procedure(_Told):
    TENTTHC: str = ""
    LINHVUCTHUCHIEN: tuple[_Field, ...] = Field(default=())
    THANHPHANHOSO: tuple[_Papers, ...] = Field(default=())


def _procedure(row: dict[str, Any]) -> PortalProcedure:
    try:
        said = _Procedure.model_validate(row)
    except ValidationError:
        return NOT_TOLD  # the dossier's own names will do
    field = said.LINHVUCTHUCHIEN[0] if said.LINHVUCTHUCHIEN else _Field()
    papers = {
        item.TENGIAYTO: item.MAGIAYTO for papers in said.THANHPHANHOSO for item in papers.GIAYTO if item.TENGIAYTO
    }
    return PortalProcedure(name=said.TENTTHC, field_code=field.MALINHVUC, field_name=field.TENLINHVUC, papers=papers)
