"""Why an offered version is not taken."""

from __future__ import annotations

from counter_app.errors import CounterError


class UpdateForged(CounterError):
    """The offer is not signed by the province's key, or the package is not the one that was signed."""

    what = "The server offers a version of the program that the province did not sign."
    todo = "Nothing was installed. Tell the province's technician."


class UpdateDamaged(CounterError):
    """The package is the one that was signed, and holds no program of that version."""

    what = "The offered version of the program is damaged."
    todo = "Nothing was installed; the version in use goes on. Tell the province's technician."


class UpdateNeedsInstaller(CounterError):
    """The offered version runs with other libraries than are installed here."""

    what = "Version {version} of the program cannot be installed by itself at this desk."
    todo = "Have the technician install its package; until then the version in use goes on."
