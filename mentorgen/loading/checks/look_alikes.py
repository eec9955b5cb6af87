"""Names that look like another member's, so that nobody can pass for somebody else."""

import unicodedata
from collections.abc import Iterable, Iterator

from mentorgen.loading.documents import Document
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import shown
from mentorgen.model.people import Participant
from mentorgen.model.problems import Problem, Severity

_CAPITALS = str.maketrans(
    "I\u0406\u04c0\u0399\u0397\u03a1\u03a7\u03a5\u0392\u039c\u039d\u0391\u0395\u0396\u039a\u039f\u03a41|L",
    "llllHPXYBMNAEZKOTll\u029f",
)
"""Letters that look like others than their small forms do; a capital L looks like itself only."""
_LOOK_LIKE = str.maketrans(
    # Latin letters and signs
    "\u0131\u02690\u0251\u0261\u017f\u028b\u028f\u0274\u0280\u1d00\u1d04\u1d05"
    "\u1d07\u1d0a\u1d0b\u1d0d\u1d0f\u1d18\u1d1b\u1d1c\u1d20\u1d21\u1d22\ua731"
    # Cyrillic
    "\u0430\u0432\u044c\u0441\u0501\u0435\u04bd\u0493\u050d\u04bb\u043d\u0456\u04cf"
    "\u0458\u043a\u043c\u043e\u0440\u051b\u0455\u0442\u0475\u051d\u0445\u0443\u04af"
    # Greek
    "\u03b1\u03b2\u03f2\u03c3\u03b5\u03b7\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5"
    "\u03c7\u03b3\u03c9\u03f3"
    # Armenian
    "\u0561\u0566\u0563\u0570\u0575\u0578\u0585\u057d\u0581\u056c"
    # Cherokee, as casefolding leaves it
    "\u13aa\u13f4\u13df\u13a0\u13ac\u13c0\u13bb\u13a2\u13ab\u13e6\u13de\u13b7\u13e2"
    "\u13a1\u13da\u13b3\u13a9\u13c3",
    "iioagfvynracdejkmoptuvwzs"
    "abbcdeefghhiljkmopqstvwxyy"
    "abcoenikvoptuxywj"
    "wqqhjnouql"
    "abcdeghtjklmprswyz",
)
"""Small letters that cannot be told from a Latin one: those that an impostor finds first."""


def check_look_alikes(people: Iterable[tuple[Document, Participant]]) -> Iterator[Problem]:
    """Warn of each shown name that another person's name is mistaken for; equal names are no disguise."""
    seen: dict[str, tuple[str, str, str]] = {}
    for document, person in people:
        for field in ("name", "called"):
            name = getattr(person, field)
            if name is None:
                continue
            other, slug, file = seen.setdefault(skeleton(name), (name, person.slug, document.name))
            if other != name and slug != person.slug:
                message = f"{shown(name)} looks like {shown(other)}, the name in {file}; is it somebody else?"
                yield document.problem(
                    (field,), Rule.LOOK_ALIKE, message, severity=Severity.WARNING
                )


def skeleton(name: str) -> str:
    """Give what is left of a name where script, width, letter case and blanks make no difference."""
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name)
        name = "".join(letter for letter in apart if unicodedata.category(letter) != "Cf")
    plain = name.translate(_CAPITALS).casefold().translate(_LOOK_LIKE)
    return "".join(plain.replace("rn", "m").split())
