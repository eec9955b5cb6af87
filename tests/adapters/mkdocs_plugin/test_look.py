"""A community changes how its site looks in one place, and is told what nobody could read."""

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.sites import pages_of
from tests.programs.trees import SITE, TODAY, three_people

OWN_LOOK = """\
  - mentorgen:
      colours:
        blue: '#00695c'
        paper: {light: '#ffffff', dark: '#101418'}
"""


def test_a_community_names_its_colours_and_its_mark_in_the_configuration(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    config = SITE["mkdocs.yml"].replace("  - mentorgen\n", OWN_LOOK)
    mark = "  font: false\n  logo: lantern.svg\n  favicon: l.svg\n"
    config = config.replace("  font: false\n", mark)
    pictures = dict.fromkeys(("docs/lantern.svg", "docs/l.svg"), "<svg/>")
    root = make_repo({**SITE, **three_people(), **pictures, "mkdocs.yml": config})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert (answer.code, answer.err) == (0, "")
    home = pages_of(root / "site")["index.html"]
    addresses = [link.attributes["href"] for link in home.all("link")]
    sheets = [address for address in addresses if "mentorgen" in address and ".css" in address]
    assert sheets == ["assets/mentorgen/look.css", "assets/mentorgen/colours.css"]
    assert "l.svg" in addresses
    assert "lantern.svg" in [one.attributes["src"] for one in home.all("img")]
    assets = root / "site/assets/mentorgen"
    assert "--woad: light-dark(#00695c," in (assets / "colours.css").read_text()
    assert "#00695c" in (assets / "mark.svg").read_text()


def test_colours_that_cannot_be_read_stop_the_build_with_those_that_can(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    config = SITE["mkdocs.yml"].replace("  - mentorgen\n", OWN_LOOK.replace("#00695c", "#7fb2e5"))
    root = make_repo({**SITE, **three_people(), "mkdocs.yml": config})

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    assert answer.code == 1
    assert "colours: blue #7fb2e5 has a contrast of 2.05 to #f5f5f7" in answer.err
    assert "The nearest that works is" in answer.err
    assert not (root / "site").exists()
