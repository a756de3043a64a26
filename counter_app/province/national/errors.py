"""What can go wrong between province and national portal. None of it stops a desk, and none of it loses a dossier."""

from __future__ import annotations

from counter_app.errors import CounterError, ExitStatus


class LineFault(CounterError):
    """The line or the service is at fault, not the dossier: everything waits and is sent again by itself."""

    what = "The national portal cannot be used at the moment."
    todo = "Nothing is lost; sending goes on by itself."
    exit_status = ExitStatus.LINE


class NationalUnreachable(LineFault):
    """No answer, or it was cut off: whether the portal took what was sent is not known."""

    what = "The national portal does not answer."
    todo = "Nothing is lost; the portal is asked first what it has, then sending goes on by itself."


class NationalFault(LineFault):
    """5xx or 429: it answered, but could not do it."""

    what = "The national portal has a fault of its own (code {status})."
    todo = "Nothing is lost; it is tried again by itself. If it lasts for a day, tell the portal's operators."


class NotTheNationalService(LineFault):
    """Something else answers at that address: a page for people, a redirection, another version of the service."""

    what = "What answers at the national portal's address is not its service."
    todo = "Have the addresses in the server's settings compared with the contract; nothing is lost meanwhile."


class NationalLoginRefused(LineFault):
    """User name, password or client secret is wrong, or a fresh session is refused."""

    what = "The national portal does not let this province in: {reason}"
    todo = "Have the technician renew the portal's credentials in the server's settings; nothing is lost meanwhile."


class NationalCertificateWrong(LineFault):
    """The service's certificate is not signed by an authority this server trusts, or is for another name; or the
    service trusts none of ours."""

    what = "The national portal's certificate is not one this server trusts."
    todo = (
        "Have the technician enter the authority's certificate in the server's settings, and send nothing until then."
    )


class DossierUnsayable(CounterError):
    """A value of the dossier does not fit the service's form; the details name the field."""

    what = "This dossier does not fit the national portal's form."
    todo = "Tell the technician, who finds the field in the log; the dossier itself is in order here."


class DossierNotTaken(CounterError):
    """The portal refuses a dossier as it is."""

    what = "The national portal does not take this dossier: {reason}"
    todo = "Correct what it names, or ask the portal's operators; then send the dossier again."


class ProgressNotTaken(CounterError):
    """The portal has the dossier and refuses steps of its progress."""

    what = "The national portal has this dossier, but not all its steps: {reason}"
    todo = "Ask the portal's operators what is wrong with these steps; then send the dossier again."


class FileNotTaken(CounterError):
    """The portal refuses a file of a dossier."""

    what = "The national portal does not take a file of this dossier: {reason}"
    todo = "Look at the file; if it can be opened, ask the portal's operators, then send the dossier again."


class FileAwaited(CounterError):
    """The dossier names a file that its desk did not send, though it had time."""

    what = "A file of this dossier has not come from its desk yet."
    todo = "Have the desk send its files (‘counter server desks list’ shows when it was last here); then send again."


class HandOverBroken(CounterError):
    """A fault of this program; the log has its place."""

    what = "This dossier could not be handed over: the server has a fault of its own."
    todo = "Tell the technician, who finds its place in the server's log; then send the dossier again."
