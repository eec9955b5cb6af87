"""What stands around every page leads only to what is there."""

from mentorgen.output.site.shell import menu_word, shell_of
from mentorgen.output.site.words import words_in


def test_the_foot_leads_to_the_pages_that_exist_in_an_order_of_its_own() -> None:
    shell = shell_of({"privacy/", "people/", "take-part/"})

    assert [(link.target, link.text) for link in shell.foot] == [
        ("take-part/", "How to take part"),
        ("privacy/", "Privacy"),
    ]


def test_a_feed_is_named_where_there_is_one() -> None:
    assert shell_of({"news.xml"}).feed == "news.xml"
    assert shell_of({"people/"}).feed is None


def test_where_no_tabs_are_named_the_main_pages_stand_in_a_row() -> None:
    places = {"people/", "matches/", "privacy/"}

    assert [link.target for link in shell_of(places, has_tabs=False).main] == [
        "people/",
        "matches/",
    ]
    assert shell_of(places).main == ()


def test_the_menu_that_comes_with_us_is_said_in_the_sites_language_and_ones_own_stays() -> None:
    words = words_in("es")

    assert [menu_word(label, words) for label in ("Home", "People", "Our looms")] == [
        "Inicio",
        "Personas",
        "Our looms",
    ]
