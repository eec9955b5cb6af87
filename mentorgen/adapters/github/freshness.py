"""Whether what was planned still fits the files at the forge, right before something is sent."""

from pathlib import Path

from mentorgen.adapters.git import Repository
from mentorgen.adapters.github.forge import Forge
from mentorgen.adapters.github.plan import Post
from mentorgen.analysis.reminders import Reminder
from mentorgen.loading.layout import place_for
from mentorgen.model.ids import Kind


def logs_of(reminder: Reminder) -> tuple[str, ...]:
    """Name the files that say whether somebody wants no reminders by now."""
    cohort, _, pair = reminder.pair.partition("/")
    people = (place_for(Kind.PERSON_LOG, slug=slug) for slug in reminder.people)
    return (place_for(Kind.PAIR_LOG, cohort=cohort, pair=pair), *people)


class Freshness:
    """Compares the logs of who is asked with those at the forge: somebody may have opted out meanwhile."""

    def __init__(self, forge: Forge, root: Path) -> None:
        self._forge = forge
        self._root = root
        self._repository = Repository.around(root)
        self._branch = ""

    def fits(self, post: Post) -> bool:
        """Tell whether nobody's log has changed since it was read; a call, and more only if something has."""
        if self._repository is None:
            return True
        self._branch = self._branch or self._forge.repository().default_branch
        head = self._forge.branch(self._branch)
        if head is None or head == self._repository.commit("HEAD"):
            return True
        return all(self._is_same(path, head) for path in post.logs)

    def _is_same(self, path: str, head: str) -> bool:
        below = self._repository.below if self._repository else ""
        file = self._root / path
        text = file.read_bytes().decode() if file.is_file() else None
        return self._forge.file(f"{below}{path}", head) == text
