"""Where the pages of people and pairs lie on the site, for all that lead to them."""

from mentorgen.model.ids import PairId, Slug


def person_path(person: Slug) -> str:
    """Say where a person's page lies, from the site's root."""
    return f"people/{person}/"


def pair_path(pair: PairId) -> str:
    """Say where a pair's page lies, from the site's root."""
    return f"pairs/{pair}/"
