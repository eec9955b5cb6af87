"""What stands around every page leads only to what is there."""

from mentorgen.output.site.shell import shell_of


def test_the_foot_leads_to_the_pages_that_exist_in_an_order_of_its_own() -> None:
    shell = shell_of({"privacy/", "people/", "take-part/"})

    assert [(link.target, link.text) for link in shell.foot] == [
        ("take-part/", "How to take part"),
        ("privacy/", "Privacy"),
    ]


def test_a_feed_is_named_where_there_is_one() -> None:
    assert shell_of({"news.xml"}).feed == "news.xml"
    assert shell_of({"people/"}).feed is None
