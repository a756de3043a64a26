"""What can go wrong between the paper and the searchable document."""

from __future__ import annotations

from counter_app.errors import CounterError, ExitStatus


class NotAPicture(CounterError):
    """`file`: the file's name."""

    what = "“{file}” is neither a picture nor a PDF that can be opened."
    todo = "Scan the paper again, or choose a JPEG, PNG, TIFF or PDF file."


class UnusualPicture(CounterError):
    """A sound picture that no library here unpacks; `kind`: its format's name."""

    what = "“{file}” is a {kind} picture of a kind that this program cannot read."
    todo = "Open it in another program and save it as JPEG, PNG or PDF, or scan the paper."


class TruncatedPicture(CounterError):
    """It begins as a picture, but its data ends too early or is damaged."""

    what = "“{file}” is incomplete or damaged: part of the picture is missing."
    todo = "Copy the file again from where it came, or scan the paper again."


class PagesMissing(CounterError):
    """A file of several pictures is damaged behind page `page`: whether and where more follow cannot be known."""

    what = "“{file}” is damaged: what comes after page {page} cannot be found."
    todo = "Copy the file again from where it came, or scan the missing pages."


class PictureTooLarge(CounterError):
    """Refused from its header, before it could fill the memory."""

    what = "“{file}” is {width} × {height} pixels, far more than a scanned page."
    todo = "Scan the paper again at 300 dpi."


class EncryptedPdf(CounterError):
    """A PDF that opens only with a password."""

    what = "“{file}” is protected by a password."
    todo = "Ask the citizen for a copy without a password, or scan the paper."


class BrokenPdf(CounterError):
    """A PDF whose structure cannot be repaired."""

    what = "“{file}” is a damaged PDF and cannot be read."
    todo = "Ask for the file again, or scan the paper."


class PageTooLarge(CounterError):
    """A page of a PDF of `width` × `height` metres."""

    what = "A page of “{file}” is {width} × {height} metres large; no letter on it could be read."
    todo = "Ask for the plan on sheets of usual size, or as separate sections."


class PdfIncomplete(CounterError):
    """The file ends before the pages it announces."""

    what = "“{file}” is incomplete: it breaks off, and pages or parts of pages are missing."
    todo = "Copy the file again from where it came, or ask for it again."


class PdfPageBroken(CounterError):
    """One page of a PDF; the others are taken."""

    what = "Page {page} of “{file}” is damaged and cannot be shown; its other pages are not concerned."
    todo = "Look at this page in another program, or ask for the file again."


class PdfPageNotDrawn(CounterError):
    """Something on it cannot be decoded."""

    what = "A page of “{file}” is damaged and cannot be drawn whole; its other pages are not concerned."
    todo = "Look at the file in another program, or ask for it again."


class PdfLocked(CounterError):
    """Encrypted for certain receivers, or in a way that nobody here knows."""

    what = "“{file}” is encrypted in a way that cannot be opened here."
    todo = "Ask for a copy without protection, or scan the paper."


class PdfNotShown(CounterError):
    """A dynamic XFA form: its pages hold only a notice, what was filled in is data for Adobe's programs."""

    what = "“{file}” is a form that only Adobe Acrobat can show; other programs see no more than “Please wait”."
    todo = "Open it in Adobe Acrobat Reader, print it on paper or into a PDF, and take that."


class PdfPortfolio(CounterError):
    """A PDF whose content is `count` files attached to it."""

    what = "“{file}” is a portfolio: {count} files are packed into it, and only its cover is taken."
    todo = "Open it in a PDF program, save the files in it, and add each of them."


class FileNotReadable(CounterError):
    """The file or folder is missing, or this user may not read it."""

    what = "“{file}” cannot be opened."
    todo = "Check that it still exists and that you may read it."


class FileTooLarge(CounterError):
    """More bytes than any scanned document has."""

    what = "“{file}” is far larger than a scanned document."
    todo = "Divide it into smaller files, or choose another file."


class FileNotOpened(CounterError):
    """Opening it took more memory or time than any document, or brought the process down that did it."""

    what = "“{file}” cannot be opened here: it takes far more memory or time than a scanned document."
    todo = "Open it in another program and save it anew, or scan the paper."


class TooManyPages(CounterError):
    """More pages than a dossier has; those up to `count` are taken."""

    what = "“{file}” has more than {count} pages, more than any dossier; the first {count} are taken."
    todo = "Divide it into smaller files, and add only those that belong to this paper."


class FolderTooLarge(CounterError):
    """More files than any archive of a year has; those up to `count` are taken."""

    what = "“{file}” has more than {count} files; the first {count} are taken."
    todo = "Choose a folder with only what belongs together."


class NotAFile(CounterError):
    """A pipe, a device or a link that leads back to its own folder: nothing that can be read to its end."""

    what = "“{file}” is not a file that can be read."
    todo = "Copy its content into a file, and choose that."


class WouldOverwrite(CounterError):
    """The result would be written over a file that is to be read, or two results into one file."""

    what = "The result would overwrite “{file}”, which is named in the same command."
    todo = "Give the result another name."
    exit_status = ExitStatus.USAGE


class NotWritable(CounterError):
    """`file`: the name that was asked for; `reason`: the system's words."""

    what = "“{file}” cannot be written ({reason})."
    todo = "Check the name, the rights and the free space of the disk, or choose another folder."


class NothingToScan(CounterError):
    """A folder without a single picture or PDF."""

    what = "There is no picture and no PDF in “{file}”."
    todo = "Choose another folder."


class OcrMissing(CounterError):
    """The tesseract program is not installed."""

    what = "The reading program Tesseract is not installed on this machine."
    todo = "Install the package tesseract-ocr (Linux) or the Counter anew (Windows), then try again."
    exit_status = ExitStatus.MISSING_PART


class MissingLanguage(CounterError):
    """Tesseract has no data for `language`."""

    what = "Tesseract has no data for the language “{language}”."
    todo = "Install the package {package} (Linux) or the Counter anew (Windows), then try again."
    exit_status = ExitStatus.MISSING_PART


class PageFailed(CounterError):
    """The worker crashed or hung on this page, twice."""

    what = "A page of “{file}” could not be read, although it was tried twice."
    todo = "Scan the page again, or enter its content by hand."


class NoCamera(CounterError):
    """The system lists no camera."""

    what = "No camera was found."
    todo = "Plug the document camera in, then search again."


class CameraGone(CounterError):
    """The camera was unplugged."""

    what = "The camera is no longer connected."
    todo = "Check its cable, then search again. The pages taken so far are kept."


class CameraBusy(CounterError):
    """Another program holds the camera."""

    what = "The camera is in use by another program."
    todo = "Close the other program, then search again. The pages taken so far are kept."


class CameraDenied(CounterError):
    """The user has no rights on the camera."""

    what = "This user may not use the camera."
    todo = "Ask the technician to allow it: in the video group (Linux) or in the privacy settings (Windows)."


class CameraSilent(CounterError):
    """The camera was opened and sends nothing."""

    what = "The camera sends no picture."
    todo = "Check its cable and close other programs that use it, then search again. The pages taken so far are kept."


class CameraFailed(CounterError):
    """Anything else the camera or its driver reports; `details` has its words."""

    what = "The camera stopped with an error."
    todo = "Unplug it, plug it in again, then search again. The pages taken so far are kept."


class CameraSoftwareMissing(CounterError):
    """QtMultimedia cannot be loaded; `details` names the library it lacks."""

    what = "This machine lacks the software that cameras are used with."
    todo = "Ask the technician to install libpulse0 (Linux) or the Counter anew (Windows), then open the camera again."
    exit_status = ExitStatus.MISSING_PART


class ScanProgramMissing(CounterError):
    """scanimage is not installed."""

    what = "The scanning program (scanimage) is not installed on this machine."
    todo = "Install the package sane-utils, then try again."
    exit_status = ExitStatus.MISSING_PART


class ScannerGone(CounterError):
    """SANE does not find the device: unplugged, switched off, or renamed."""

    what = "The scanner does not answer."
    todo = "Check that it is switched on and plugged in, then scan again. The pages scanned so far are kept."


class ScannerBusy(CounterError):
    """Another program or user holds the device."""

    what = "The scanner is busy with another program."
    todo = "Close the other scanning program or wait until it has finished, then scan again."


class PaperJam(CounterError):
    """A sheet stuck in the feeder."""

    what = "Paper is jammed in the feeder."
    todo = "Open the feeder, take the sheet out, and scan it and the sheets after it again. The pages so far are kept."


class FeederEmpty(CounterError):
    """The feeder held no sheet when the scan was started."""

    what = "There is no paper in the feeder."
    todo = "Put the sheets into the feeder, then scan again."


class CoverOpen(CounterError):
    """A lid of the scanner stands open."""

    what = "The cover of the scanner is open."
    todo = "Close the cover, then scan again. The pages scanned so far are kept."


class ScannerDenied(CounterError):
    """The user has no rights on the device."""

    what = "This user may not use the scanner."
    todo = "Ask the technician to add this user to the scanner group."


class NoFeeder(CounterError):
    """A feeder was asked of a flatbed."""

    what = "This scanner has no document feeder."
    todo = "Lay the pages on the glass one by one."


class ScannerFailed(CounterError):
    """Anything else the device reports; `details` has its words."""

    what = "The scanner stopped with an error."
    todo = "Switch it off and on, then scan the rest again. The pages scanned so far are kept."


class ScannerSilent(CounterError):
    """No page and no word for longer than any page takes."""

    what = "The scanner stopped answering in the middle of a page."
    todo = "Switch it off and on, then scan this page and the rest again. The pages scanned so far are kept."


class ScannerUnclear(CounterError):
    """A network scanner's answer is not what its protocol says; `details` tells in what."""

    what = "The scanner gave an answer that cannot be understood."
    todo = "Switch it off and on and try again; if that does not help, scan with its own program and add the files."


class TwoSheetsAtOnce(CounterError):
    """The feeder's sensor saw two sheets lying on each other."""

    what = "The feeder pulled in two sheets at once."
    todo = "Fan the sheets, and scan these and the sheets after them again. The pages scanned so far are kept."


class CannotScanThere(CounterError):
    """The device has no glass, or its feeder does not turn sheets."""

    what = "This scanner cannot scan in the way that was chosen."
    todo = "Choose the scanner again and take one of the ways that it offers."


class SidesDiffer(CounterError):
    """Both sides by hand: `fronts` and `backs` are the pages of the two passes."""

    what = "{fronts} front sides but {backs} back sides were scanned."
    todo = "All pages are kept. Check their order; if sheets stuck together, take these pages out and scan them again."


class FileUnfinished(CounterError):
    """A file of a watched folder that does not become a whole picture or PDF; `file`: its name."""

    what = "“{file}” has been in the folder for a while, but it is not a complete picture or PDF."
    todo = "See whether the scanning program has stopped; then scan the paper again. The file stays where it is."


class FilesLeftAlone(CounterError):
    """`count` files lay in a watched folder before it was watched; they may be another citizen's."""

    what = "{count} files were already in the folder “{file}”; they are not taken."
    todo = "If they belong to this paper, add them as files. New files are taken from now on."
