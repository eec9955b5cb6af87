"""Writing files so that a crash leaves the old one or the new one, never half of either."""

import os
from contextlib import suppress
from pathlib import Path

from mentorgen.errors import TryAgainLaterError, WrongUsageError


def create(file: Path, text: str) -> None:
    """Write a new file and the folders above it.

    Raises:
        WrongUsageError: the file is there already.
        TryAgainLaterError: the disk refused.
    """
    if os.path.lexists(file):
        raise WrongUsageError(f"{file} is there already; nothing was changed.")
    write(file, text)


def write(file: Path, text: str) -> None:
    """Write a file, new or in place of an old one, and the folders above it.

    Raises:
        TryAgainLaterError: the disk refused.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = (error.strerror or str(error)).lower()
        raise TryAgainLaterError(
            f"{file} could not be written: {reason}. Nothing was changed."
        ) from None
