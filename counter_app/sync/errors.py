"""What can go wrong between desk and province. Offline is normal and none of these stops a clerk."""

from __future__ import annotations

from counter_app.errors import CounterError


class ServerUnreachable(CounterError):
    """No answer: the line or the server is down."""

    what = "The provincial server cannot be reached."
    todo = "Go on working; everything is kept here and sent when the line is back."


class ServerFault(CounterError):
    """5xx: the server answered, but could not do it."""

    what = "The provincial server has a fault of its own (code {status})."
    todo = "Go on working; it is tried again by itself. If it lasts for hours, tell the province."


class TokenRefused(CounterError):
    """401 or 403: the desk's credential is wrong."""

    what = "The provincial server does not let this desk in."
    todo = "Have the technician renew the server token in this desk's profile; nothing is lost meanwhile."


class NotTheServer(CounterError):
    """Something else answers at that address: a login page of the network, a wrong address, another version."""

    what = "What answers at the server's address is not the provincial server."
    todo = "Sign in to the network if it asks for it, or have the address in this desk's profile checked."


class EntriesRefused(CounterError):
    """The server will not take this desk's entries as they are."""

    what = "The provincial server refuses this desk's records: {reason}"
    todo = "Go on working and call the technician; the records stay on this desk."


class UploadRefused(CounterError):
    """The server will not take a file."""

    what = "The provincial server refuses a scanned file."
    todo = "It is sent again from its beginning by itself. If this message stays, call the technician."
