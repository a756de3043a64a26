"""What keeps a package from being built."""

from __future__ import annotations

from counter_app.errors import CounterError, ExitStatus


class ToolMissing(CounterError):
    """A program that packages are built with is not installed, or the checkout is none."""

    what = "The package cannot be built here: {tool} is missing."
    todo = "Build in a git checkout on Debian or Ubuntu, with that program installed."
    exit_status = ExitStatus.MISSING_PART


class NotCommitted(CounterError):
    """Files of the program differ from the commit the package would be called by."""

    what = "The package would hold files that are in no commit: {files}."
    todo = "Commit them or put them aside, then build it again."


class BuildFailed(CounterError):
    """A program that packages are built with ended badly; its own words stand in the details."""

    what = "The package was not built: {tool} failed."
    todo = "Read what it said above; nothing was written beside older packages."
