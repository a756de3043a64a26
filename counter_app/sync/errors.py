"""What can go wrong between desk and province. Offline is normal and none of these stops a clerk."""

from __future__ import annotations

from counter_app.errors import CounterError, ExitStatus


class SyncFailure(CounterError):
    """An exchange that did not succeed. `retry_after`: in how many seconds the server wants to be asked again."""

    exit_status = ExitStatus.LINE
    retry_after: float = 0.0


class ServerUnreachable(SyncFailure):
    """No answer: the line or the server is down."""

    what = "The provincial server cannot be reached."
    todo = "Go on working; everything is kept here and sent when the line is back."


class ProxyRefused(SyncFailure):
    """The proxy of the network does not pass the request on."""

    what = "The network's proxy does not let this desk through to the provincial server."
    todo = "Have the technician check the proxy in this desk's profile; everything is kept here meanwhile."


class WrongCertificate(SyncFailure):
    """TLS could not be agreed on: another certificate, an unknown authority, a wrong name, out of date."""

    what = "The server's certificate is not one this desk trusts, so nothing is sent to it."
    todo = "Check this computer's date first; then have the technician check the address and the certificate authority."


class InsecureAddress(SyncFailure):
    """http:// to another machine: citizens' data would go over the line in the open."""

    what = "The server's address in this desk's profile is not protected (http)."
    todo = "Have the technician enter the address that begins with https; nothing is sent until then."


class TrainingStaysHere(SyncFailure):
    """This desk is for training: what is done at it goes nowhere."""

    what = "This desk is for training; nothing of it is sent to the province."
    todo = "Do real work at the real desk: start the program without --training."


class BadAuthority(SyncFailure):
    """The file of the private certificate authority cannot be used."""

    what = "The file {file} with the province's certificate authority cannot be read."
    todo = "Have the technician put the right file (PEM) there and check its name in this desk's profile."


class ServerFault(SyncFailure):
    """5xx: the server answered, but could not do it."""

    what = "The provincial server has a fault of its own (code {status})."
    todo = "Go on working; it is tried again by itself. If it lasts for hours, tell the province."


class TooMany(SyncFailure):
    """429: the server wants to be asked less often."""

    what = "The provincial server has too much to do at the moment."
    todo = "Nothing needs to be done: it is tried again by itself when the server wants it."


class NotEnrolled(SyncFailure):
    """The desk has neither a credential nor a one-time code."""

    what = "This desk is not enrolled at the provincial server yet."
    todo = "Ask the province for a one-time code for this desk and enter it in the sync screen (click the line below)."


class CodeRefused(SyncFailure):
    """The one-time code is wrong, used up or too old."""

    what = "The provincial server does not accept this desk's one-time code."
    todo = "It may be mistyped, used already or older than 14 days: ask the province for a new one."


class TokenRefused(SyncFailure):
    """401: the desk's credential is not the one the server knows."""

    what = "The provincial server does not let this desk in."
    todo = "Ask the province for a new one-time code for this desk; nothing is lost meanwhile."


class DeskRevoked(SyncFailure):
    """403: the province took the desk's right to speak away."""

    what = "The province has locked this desk out."
    todo = "If that is a mistake, ask the province for a new one-time code; the records stay on this desk."


class NotTheServer(SyncFailure):
    """Something else answers at that address: a login page of the network, a wrong address."""

    what = "What answers at the server's address is not the provincial server."
    todo = "Sign in to the network if it asks for it, or have the address in this desk's profile checked."


class Redirected(SyncFailure):
    """3xx: the answer points somewhere else, where this desk's data is not sent."""

    what = "The server's address points this desk to another place, to which nothing is sent."
    todo = "Sign in to the network if it asks for it, or have the address in this desk's profile corrected."


class ServerTooOld(SyncFailure):
    """The server speaks only older protocols than this desk."""

    what = "The provincial server is of an older version than this desk's program."
    todo = "Go on working; everything is sent once the province has updated its server. Tell the technician."


class ServerTooNew(SyncFailure):
    """The server speaks only newer protocols than this desk."""

    what = "This desk's program is too old for the provincial server."
    todo = "Have the program on this desk updated; everything is kept here until then."


class EntriesRefused(SyncFailure):
    """The server will not take this desk's entries as they are."""

    what = "The provincial server refuses this desk's records: {reason}"
    todo = "Go on working and call the technician; the records stay on this desk."


class PapersRefused(SyncFailure):
    """The province knows no reason for which the desk may ask: the dossier has not reached it, or the procedure."""

    what = "The province does not look for papers of other offices for this dossier or procedure."
    todo = "Go on working and scan the papers; ask again once the dossier was sent to the province."


class JournalBehind(SyncFailure):
    """The province has more of this desk's entries than the desk: an old backup was restored."""

    what = "The province has newer records of this desk than this computer: an older backup was restored here."
    todo = "Receive nothing at this desk until the technician has looked at it."


class JournalForked(SyncFailure):
    """Desk and province have different entries in the same place: two copies of this desk were used."""

    what = "Two copies of this desk's records were used: the province has others from record {sequence} on."
    todo = "Receive nothing more here: end the program and have both put together with ‘counter rebuild’."


class JournalRewritten(JournalForked):
    """The province has other entries than this computer in the place of those that this computer handed over."""

    what = "Records of this desk were changed here after the province had them: record {sequence} is another."
    todo = "Receive nothing and call the technician: ‘counter rebuild’ puts the province's back and names the others."


class DigestsRefused(SyncFailure):
    """The province has another head of a day than the one this desk signed."""

    what = "The province does not take this desk's day digests: {reason}"
    todo = "Go on working and tell the technician: the records of that day differ between desk and province."


class TooLarge(SyncFailure):
    """413: more than the server takes at once."""

    what = "Something this desk sends is larger than the provincial server accepts."
    todo = "Go on working and tell the technician; it stays on this desk."


class QuotaUsedUp(SyncFailure):
    """507: the office's room at the province is full."""

    what = "The room for this office's scanned papers at the province is used up."
    todo = "Go on working and ask the province for more room; the files stay on this desk until then."


class UploadRefused(SyncFailure):
    """The server will not take a file."""

    what = "The provincial server refuses a scanned file."
    todo = "It is sent again from its beginning by itself. If this message stays, call the technician."


class FileDiffers(SyncFailure):
    """What arrived does not hash to the file's name."""

    what = "A scanned file of dossier {dossier} did not arrive as it is here."
    todo = "It is sent again by itself. If this message stays, call the technician: a disk may be failing."


class EntriesQuarantined(SyncFailure):
    """Entries of others that cannot be taken over; sync goes on without them."""

    what = "{count} records from the province cannot be read here, the first of desk {desk} (number {sequence})."
    todo = "Go on working and tell the technician; they are kept aside and everything else is exchanged."


class EntriesPutAside(SyncFailure):
    """Entries of this desk that the province believes of no desk: it keeps them and gives them to nobody."""

    what = "The province keeps {count} records of this desk aside: it does not take them for records of a desk."
    todo = "Go on working and tell the technician; at the province ‘counter server aside list’ shows the reasons."


class EntriesUnproved(SyncFailure):
    """The province was restored and lacks entries of others that are here; nothing shows that it ever had them."""

    what = "The province has lost {count} records of others that are on this computer, and cannot check them."
    todo = "Keep this computer's data and tell the technician: the desks that wrote them bring them back themselves."


class KnowledgeRefused(SyncFailure):
    """The province's knowledge package is faulty; the last good one stays in force."""

    what = "The procedures and calendar that came from the province have a fault: {fault}"
    todo = "Tell the province; what was good before stays in force on this desk."


class SyncBroken(SyncFailure):
    """A mistake of the program, or the disk, in the middle of an exchange."""

    what = "The exchange with the province broke off at a fault on this desk."
    todo = "Go on working; it is tried again by itself. If it stays, call the technician: the log names the fault."
