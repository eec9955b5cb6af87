"""Names of files and folders: which cannot stand, and what would be right instead."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mentorgen.loading.layout import SHELVES, spot_of
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import nearest, shown_path

LONGEST_PATH = 255
"""In bytes; longer paths cannot be checked out everywhere."""

_RECORD = re.compile(
    r"(?P<stem>.+?)[.](?P<ending>ya?ml|md)[^A-Za-z0-9]*", re.IGNORECASE | re.DOTALL
)
_OF_DEVICES = re.compile("(con|prn|aux|nul|(com|lpt)[0-9])", re.IGNORECASE)
"""Windows takes these for devices, whatever ending follows."""
_LONGEST_DEVICE = 4
_NEVER = re.compile(r"""-.*|.*[\\:*?"'<>|$;`&].*|.*[. ]""", re.DOTALL)
"""What shells, workflow logs or file systems take for something else than a name."""
_IDS = "a file name is an id: lower-case letters, digits and single hyphens."

_TEXT = re.compile(r"(?:[.]ya?ml)?[.]txt")
"""What some editors make of a record's ending."""
_PEOPLE = frozenset({"people", "persons", "members", "mentors", "mentees", "users"})

Complaint = tuple[Rule, str]


@dataclass(frozen=True)
class Neighbours:
    """The names in one folder."""

    names: frozenset[str]

    def twin_of(self, name: str) -> str | None:
        """Find another name that some computers do not tell apart from this one."""
        twins = self._by_fold[_fold(name)]
        return next((twin for twin in sorted(twins) if twin != name), None)

    @cached_property
    def _by_fold(self) -> Mapping[str, list[str]]:
        folded = defaultdict(list)
        for name in self.names:
            folded[_fold(name)].append(name)
        return folded


def names_record(last: str) -> bool:
    """Tell whether a name ends as records do, or nearly so."""
    return _RECORD.fullmatch(last) is not None


def meant_place(place: str) -> str | None:
    """Give the path that a misnamed record should have, where there is one."""
    folder, _, last = place.rpartition("/")
    found = _RECORD.fullmatch(last)
    if found is None:
        return None
    tidy = f"{_tidy(found['stem'])}{'.md' if found['ending'].lower() == 'md' else '.yaml'}"
    ways = (f"{folder}/{tidy}", f"{'/'.join(map(_tidy, folder.split('/')))}/{tidy}")
    return next((way for way in ways if spot_of(way)), None)


def meant_elsewhere(place: str) -> str | None:
    """Give the path that a file in a folder of no records, or with the ending of a text, may be meant for."""
    part, _, rest = place.partition("/")
    folder, _, inside = rest.partition("/")
    tidy = _TEXT.sub(".yaml", inside)
    folders = [shelf.place.split("/")[1] for shelf in SHELVES if shelf.place.count("/") > 1]
    near = "participants" if folder in _PEOPLE else nearest(folder, folders)
    ways = (f"{part}/{folder}/{tidy}", f"{part}/{near}/{tidy}")
    return next((way for way in ways if way != place and spot_of(way)), None)


def complaints_of_any(place: str) -> Iterable[Complaint]:
    """Give what is wrong with a path even where the id at its end is a good one."""
    stem = place.rpartition("/")[2].partition(".")[0]
    is_fine = len(stem) > _LONGEST_DEVICE and place.isascii() and len(place) <= LONGEST_PATH
    return () if is_fine else _complaints_of_name(place, stem)


def _complaints_of_name(place: str, stem: str) -> Iterator[Complaint]:
    if _OF_DEVICES.fullmatch(stem):
        message = f"Windows can have no file or folder called '{stem}'; call it '{stem}-1', say."
        yield Rule.RESERVED_NAME, message
    size = len(os.fsencode(place))
    if size > LONGEST_PATH:
        message = f"this path has {size} bytes; at most {LONGEST_PATH} work everywhere. Shorten it."
        yield Rule.FILE_NAME, message


def complaint_of_stranger(place: str, neighbours: Neighbours) -> Complaint | None:
    """Say what is wrong with the name of a file that is no record; None where only its place is."""
    folder, _, last = place.rpartition("/")
    found = _RECORD.fullmatch(last)
    meant = _complaint_of_record(folder, last, found, neighbours) if found else None
    if meant is None and (_NEVER.fullmatch(last) or not last.isprintable()):
        message = "this name can be taken for a command; use letters, digits, '.', '-' and '_'."
        return Rule.FILE_NAME, message
    return meant


def _complaint_of_record(
    folder: str, last: str, found: re.Match[str], neighbours: Neighbours
) -> Complaint | None:
    ending = ".md" if found["ending"].lower() == "md" else ".yaml"
    tidy = f"{_tidy(found['stem'])}{ending}"
    if spot_of(f"{folder}/{tidy}"):
        return _misnamed(last, tidy, neighbours)
    tidy_folder = "/".join(map(_tidy, folder.split("/")))
    if spot_of(f"{tidy_folder}/{tidy}"):
        return Rule.FILE_NAME, f"{_IDS} Move it to '{tidy_folder}/{tidy}'."
    if spot_of(f"{folder}/2026-03-01{ending}"):
        message = f"a file here is named after its day, such as '2026-03-01{ending}'. Rename it."
        return Rule.FILE_NAME, message
    return None


def _misnamed(last: str, tidy: str, neighbours: Neighbours) -> Complaint:
    if tidy in neighbours.names:
        return Rule.SAME_FILE, f"this file and '{tidy}' would be one record; keep one of them."
    stem, _, ending = tidy.partition(".")
    if last.startswith(f"{stem}."):
        message = f"files of this kind end in '.{ending}'; rename this one to '{tidy}'."
        return Rule.FILE_ENDING, message
    twin = neighbours.twin_of(last)
    if twin is not None:
        message = (
            f"many computers take this file and '{shown_path(twin)}' for one;"
            f" keep one of them, as '{tidy}'."
        )
        return Rule.SAME_FILE, message
    return Rule.FILE_NAME, f"{_IDS} Rename it to '{tidy}'."


def _fold(name: str) -> str:
    """Give what is left of a name where neither letter case nor the way to store a letter counts."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _tidy(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-") or "a-name"
