"""Skills as people name them: those of the vocabulary, and new ones that are proposed for it."""

from collections.abc import Iterator

from mentorgen.adapters.github.intake.asked import AnswerError, Asked
from mentorgen.loading.aliases import skill_names
from mentorgen.loading.edits import AppendEntry
from mentorgen.loading.layout import place_for
from mentorgen.loading.yaml_events import Value
from mentorgen.model.ids import Kind
from mentorgen.model.words import SkillLevel
from mentorgen.output.new_records import id_from

VOCABULARY = place_for(Kind.VOCABULARY)
"""The file of all skills."""
_MOST_NEW = 5
_LEVELS = (SkillLevel.TEACHES, SkillLevel.HELPS, SkillLevel.SOME, SkillLevel.NEW)


class SkillWords:
    """Finds the ids of skills; what no name knows becomes a new skill with the words as its label."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._names = skill_names(asked.program.skills.values())
        self.new: dict[str, str] = {}
        """The labels of new skills by their ids."""

    def entries(self, field: str) -> list[Value]:
        """Give what somebody offers or wants, each skill once, as a record holds it."""
        found: dict[str, Value] = {}
        for word, level in self._words(field):
            skill = self._id(word)
            found.setdefault(skill, {"skill": skill, **({"level": level.value} if level else {})})
        if len(self.new) > _MOST_NEW:
            raise AnswerError(
                f"{field}-other",
                f"one form can bring {_MOST_NEW} new skills; keep the ones that matter most.",
            )
        return [*found.values()]

    def files(self) -> dict[str, bytes]:
        """Give the vocabulary with the new skills in it; a program without one takes every word."""
        if not self.new or not (self._asked.root / VOCABULARY).exists():
            return {}
        edits = [
            AppendEntry(("skills",), {"id": id_, "label": label}) for id_, label in self.new.items()
        ]
        return {VOCABULARY: self._asked.edited(Kind.VOCABULARY, VOCABULARY, *edits)}

    def _words(self, field: str) -> Iterator[tuple[str, SkillLevel | None]]:
        for level in _LEVELS:
            for word in self._asked.filled.lines(f"{field}-{level.value}"):
                yield word, level
        for word in self._asked.filled.lines(f"{field}-other"):
            yield word, None

    def _id(self, word: str) -> str:
        known = self._names.get(word.lower())
        if known or word in self._asked.program.skills:
            return known or word
        id_ = id_from(word, otherwise=f"skill-{self._asked.number}-{len(self.new) + 1}")
        if id_ not in self._asked.program.skills:
            self.new.setdefault(id_, word)
        return id_
