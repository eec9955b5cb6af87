"""The colours of a community: what is asked for is what is shown, or it is said what would do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.output.site.folders import ASSETS
from mentorgen.output.site.oklab import Colour, colour_of, contrast, mixed, nearest
from mentorgen.output.site.palette import INKS, PAPER, WORDS, UnreadableError, painted, stylesheet

COLOURS = st.builds(Colour, *(st.integers(0, 255) for _ in range(3)))
PAPERS = tuple(colour_of(text) for text in ("#f1ebdd", "#ffffff", "#15172a"))


def refusal(**asked: object) -> list[str]:
    with pytest.raises(UnreadableError) as refused:
        stylesheet(asked)
    return str(refused.value).split("\n")[1:]


def test_one_colour_changes_one_variable_and_the_dark_one_is_found() -> None:
    assert stylesheet({"blue": "#00695C"}) == (
        ":root, [data-md-color-scheme] {\n  --woad: light-dark(#00695c, #4b9f90);\n}\n"
    )


def test_each_scheme_can_have_its_own() -> None:
    assert "--madder: light-dark(#9c2222, #ff9d8a);" in stylesheet(
        {"red": {"light": "#9c2222", "dark": "#ff9d8a"}}
    )


def test_a_colour_for_the_dark_alone_finds_its_light_one() -> None:
    assert re.search(
        r"--plum: light-dark\(#[0-9a-f]{6}, #ccaaff\);", stylesheet({"purple": {"dark": "#ccaaff"}})
    )


def test_a_yellow_for_pictures_has_a_darker_one_for_words() -> None:
    sheet = stylesheet({"yellow": "#a87800"})

    words = re.search(r"--weld-ink: light-dark\((#\w+), (#\w+)\)", sheet)
    assert words is not None
    assert contrast(colour_of(words[1]), PAPERS[0]) >= WORDS


def test_another_paper_mixes_what_lies_between_it_and_the_ink() -> None:
    sheet = stylesheet({"paper": "#ffffff"})

    assert "--ground: light-dark(#ffffff, #15172a);" in sheet
    assert {"sheet", "sunk", "line", "edge", "natural", "gap", "ink-2", "on-ink"} <= {
        *re.findall(r"--([\w-]+):", sheet)
    }


def test_a_colour_that_cannot_be_read_is_told_with_its_figure_and_the_nearest_that_can() -> None:
    (told,) = refusal(blue="#7fb2e5")

    assert told == (
        "colours: blue #7fb2e5 has a contrast of 1.88 to #f1ebdd in the light scheme,"
        " and words need 4.5. The nearest that works is #3d6e9d."
    )


def test_a_paper_that_our_own_colours_cannot_be_read_on_is_told_for_each_of_them() -> None:
    told = refusal(paper="#888888")

    assert [re.findall(r"colours: (\w+)", line)[0] for line in told] == [*INKS]
    assert "pictures need 3." in told[3]


def test_a_misspelt_name_and_no_colour_are_told_together() -> None:
    told = refusal(bleu="#2b4c9b", red="crimson", green={"dim": "#000000"}, ink={}, brand="#000000")

    there_are = "there are paper, ink, blue, red, yellow, green, purple, orange."
    must_be = "must be a colour such as '#2b4c9b', or one for 'light' and one for 'dark', not"
    quotes = "Put it between quotes: YAML takes # for a comment."
    assert told == [
        f"colours: there is no 'bleu'; {there_are} Did you mean 'blue'?",
        f"colours: red {must_be} 'crimson'. {quotes}",
        f"colours: green {must_be} {{'dim': '#000000'}}. {quotes}",
        f"colours: ink {must_be} {{}}. {quotes}",
        f"colours: there is no 'brand'; {there_are}",
    ]


def test_a_picture_in_our_colours_is_painted_in_those_of_the_community() -> None:
    mark = (ASSETS / "mark.svg").read_text(encoding="utf-8")

    there = painted(mark, {"blue": "#00695c"})

    assert ".a{fill:#00695c}" in there
    assert ".a{fill:#4b9f90}" in there
    assert ".b{fill:#b02a4c}" in there


def test_our_own_colours_are_those_of_the_stylesheet() -> None:
    look = (ASSETS / "look.css").read_text(encoding="utf-8")

    for ours in (PAPER, *INKS.values()):
        assert f"--{ours.variable}: light-dark({ours.light}, {ours.dark});" in look


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#2b4c9b", "#f1ebdd", 6.77)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, figure: float) -> None:
    assert contrast(colour_of(one), colour_of(other)) == pytest.approx(figure, abs=0.006)


@given(COLOURS, st.sampled_from(PAPERS))
def test_the_nearest_can_be_read_and_a_readable_colour_stays(colour: Colour, paper: Colour) -> None:
    found = nearest(colour, (paper,), WORDS)

    assert contrast(found, paper) >= WORDS
    assert (found == colour) == (contrast(colour, paper) >= WORDS)


@given(COLOURS, COLOURS)
def test_a_mixture_of_all_and_nothing_is_the_colour_itself(one: Colour, other: Colour) -> None:
    assert mixed(one, other, 1) == one
    assert mixed(one, other, 0) == other


def test_where_nothing_can_be_read_on_all_grounds_black_or_white_is_nearest() -> None:
    grounds = (colour_of("#000000"), colour_of("#ffffff"))

    assert nearest(colour_of("#2b4c9b"), grounds, 5) == colour_of("#ffffff")
