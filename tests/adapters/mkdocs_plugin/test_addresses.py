"""What the plugin tells the pages of the world around them: the site's address and the repository's forms."""

from mentorgen.loading.form_templates import FOLDER
from mentorgen.output.github.forms import form_texts
from tests.adapters.conftest import Mentorgen
from tests.builders import some_settings
from tests.conftest import MakeRepo
from tests.programs.sites import pages_of
from tests.programs.trees import SITE, TODAY, Tree, three_people

ADDRESS = "https://mentors.example.org/looms/"
PAIR = "pairs/2026-spring/ana-ben/index.html"
FORMS: Tree = {f"{FOLDER}/{name}": text for name, text in form_texts(some_settings(), ()).items()}


def test_links_open_the_forms_that_are_there_with_the_titles_that_they_have(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    meeting = f"{FOLDER}/log-a-meeting.yml"
    own = {meeting: FORMS[meeting].replace("[Meeting] ", "[We met] ")}
    root = make_repo({**SITE, **three_people(), **FORMS, **own})

    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0

    links = [link.attributes["href"] for link in pages_of(root / "site")[PAIR].all("a")]
    (address,) = (link for link in links if "template=log-a-meeting.yml" in link)
    assert "title=%5BWe%20met%5D%20&pair=2026-spring%2Fana-ben&day=2026-04-01" in address


def test_a_form_that_is_none_stops_the_build_in_plain_words(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo({**SITE, **three_people(), f"{FOLDER}/pause.yml": "title: ''\n"})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert answer.code == 1
    assert f"{FOLDER}/pause.yml is no form: it needs a title" in answer.err


def test_who_knows_the_sites_address_subscribes_to_calendars(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    config = SITE["mkdocs.yml"].replace("theme:\n", f"site_url: {ADDRESS}\ntheme:\n")
    root = make_repo({**SITE, **three_people(), "mkdocs.yml": config})

    assert mentorgen("build", "--root", root, "--today", TODAY).code == 0

    pages = pages_of(root / "site")
    links = [link.attributes["href"] for link in pages["calendar/index.html"].all("a")]
    assert "webcal://mentors.example.org/looms/calendar.ics" in links
    assert (root / "site/calendar.ics").is_file()
