"""The command line. Scripts and checks use it: names, options and exit statuses are stable.

Each command imports what it needs when it runs, so that none pays for another's libraries.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from counter_app.cli.parser import parser
from counter_app.cli.runs import run
from counter_app.errors import CounterError, ExitStatus
from counter_app.private import no_core_dumps


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit status. A failure is a sentence on standard error, never a traceback."""
    no_core_dumps()
    logging.getLogger().addHandler(logging.NullHandler())  # its lines are no words to whoever typed a command
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["test"]:
        from counter_app.commands.checks import run_checks

        return run_checks(words[1:])  # all that follows is pytest's
    options = parser().parse_args(words)
    try:
        if hasattr(options, "data"):
            from counter_app.config import usual_data_folder
            from counter_app.updates.hand_over import hand_over

            counted = options.command is run and not options.training  # whose window speaks for a folder of its own
            ended = hand_over(options.data or usual_data_folder(), words, counted=counted)
            if ended is not None:
                return ended
        return int(options.command(options))
    except CounterError as failure:
        print(failure.sentence(), file=sys.stderr)
        return failure.exit_status
    except OSError as fault:
        trouble = FileTrouble(file=str(fault.filename or "?"), reason=fault.strerror or "")
        print(trouble.sentence(), file=sys.stderr)
        return trouble.exit_status
    except EOFError:
        print(NobodyToAsk().sentence(), file=sys.stderr)
        return NobodyToAsk.exit_status
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED


class FileTrouble(CounterError):
    """A file or folder named on the command line cannot be read or written."""

    what = "{file} cannot be read or written ({reason})."
    todo = "Check the name, the rights and the free space of the disk."
    exit_status = ExitStatus.DISK


class NobodyToAsk(CounterError):
    """A command that asks for something runs where nobody types."""

    what = "The command asks for a password or an answer, and nobody types here."
    todo = "Run it at a keyboard, or set COUNTER_PASSWORD, COUNTER_BACKUP_PASSPHRASE."
    exit_status = ExitStatus.USAGE
