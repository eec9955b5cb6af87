"""How the edits of somebody else's record are told, in the words of those who read its lines."""

from collections.abc import Iterable

from mentorgen.loading.documents import Document
from mentorgen.loading.edits import Edit, SetField
from mentorgen.loading.erasing_references import place_of
from mentorgen.loading.yaml_places import spelled


def edits_in_words(edits: Iterable[Edit], document: Document) -> tuple[str, ...]:
    """Say what happens to a record from its top to its end, with the lines it has now."""
    lines = sorted((document.place(place_of(edit)).line, _said(edit, document)) for edit in edits)
    return tuple(f"{said} (line {line})" for line, said in lines)


def _said(edit: Edit, document: Document) -> str:
    does = f"becomes '{edit.value}'" if isinstance(edit, SetField) else "goes"
    match place_of(edit):
        case ("facts", int(index)):
            return f"{_fact(document, index)} that names them {does}"
        case ("facts", int(index), *inner):
            return f"'{spelled(tuple(inner))}' of {_fact(document, index)} {does}"
        case (*way, int()):
            return f"the entry of '{spelled(tuple(way))}' that names them {does}"
        case (str(field), int(index), *inner):
            return f"'{spelled(tuple(inner))}' of entry {index + 1} of '{field}' {does}"
        case path:
            return f"'{spelled(path)}' {does}"


def _fact(document: Document, index: int) -> str:
    """Name a fact by its day; one without a day is told without it."""
    facts = document.fields["facts"]
    fact = facts[index] if isinstance(facts, list) else None
    on = fact.get("on") if isinstance(fact, dict) else None
    return f"the fact of {on}" if on else "the fact"
