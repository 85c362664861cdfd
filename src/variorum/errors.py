"""The small error tree. Messages are written where they are raised: what, where, and the remedy."""

from collections.abc import Sequence


class VariorumError(Exception):
    """Base of every error that a user may see as one line, never as a traceback."""

    exit_code = 1


class InputError(VariorumError):
    """What was given cannot be used at all: a missing path, an empty folder, a file that is no record."""

    exit_code = 2


class ConfigError(VariorumError):
    """A configuration has faults; all of them are reported at once.

    Args:
        faults: (path of the setting, what is wrong with it).
    """

    exit_code = 2

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{path}: {fault}" for path, fault in self.faults))


class IntegrityError(VariorumError):
    """A promise of the record was about to be broken; nothing false is written."""

    exit_code = 3


class Quarantine(VariorumError):
    """One report must be set aside, with a reason; the others go on."""
