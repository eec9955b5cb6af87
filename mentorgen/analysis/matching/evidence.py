"""Which of the words that two people share are worth telling, and how they are written."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mentorgen.analysis.matching.plain_words import PLAIN_WORDS
from mentorgen.analysis.matching.texts import Texts, tokens, words

_ENDINGS = re.compile("[\u3041-\u309f]+")
"""Hiragana alone: what a Japanese sentence puts between and behind its words."""
_SMALL = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or the whole name of a skill, what it weighs, and whether another reason tells it already."""

    text: str
    weight: int
    told: bool


def shared_words(
    texts: Texts,
    learning: str,
    teaching: str,
    *,
    wanted: Collection[str],
    offered: Collection[str],
) -> tuple[str, ...]:
    """List what both speak of, the most telling first and what is both wanted and offered last.

    Skills of whose names both say every word go by their whole name: Front end, not front and end.
    Words that weigh less than half as much as the best are left out, and so are plain ones; AI is none.
    """
    both = {*words(learning)} & {*words(teaching)}
    labels = _widest(one for one in (*wanted, *offered) if {*words(one)} <= both)
    named = {word for label in labels for word in words(label)}
    alone = (
        _written(one, {*tokens(learning), *tokens(teaching)})
        for one in texts.shared_words(learning, teaching)
        if not (_is_plain(one) or named >= {*words(one)})
    )
    told = {word for label in {*wanted} & {*offered} for word in words(label)}
    found = [_Word(one, texts.telling(one), told >= {*words(one)}) for one in (*labels, *alone)]
    best = max((one.weight for one in found), default=0)
    kept = [one for one in found if 2 * one.weight >= best]
    return tuple(
        one.text for one in sorted(kept, key=lambda one: (one.told, -one.weight, one.text))
    )


def _is_plain(stretch: str) -> bool:
    """Tell whether a word says nothing by itself: a plain one, a small one, or endings of Japanese words."""
    if len(stretch) <= _SMALL and stretch.islower():
        return True
    is_acronym = stretch.isupper() and len(stretch) > 1
    return bool(_ENDINGS.fullmatch(stretch)) or (
        stretch.casefold() in PLAIN_WORDS and not is_acronym
    )


def _widest(labels: Iterable[str]) -> list[str]:
    """Keep names whose words are not all in another one; of names with the same words the last one."""
    by_words = {frozenset(words(one)): one for one in labels if words(one)}
    return [one for said, one in by_words.items() if not any(said < more for more in by_words)]


def _written(word: str, said: Collection[str]) -> str:
    """Write a word small if somebody does: a capital may be there for the start of a sentence alone."""
    small = word.lower()
    return small if small in said and word[1:] == small[1:] else word
