"""From a git repository to pages in a browser: nobody is shut out, nothing leaves, everything works."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, ViewportSize, expect

from tests.e2e.served import a_repository, built, served
from tests.programs.hostile import hostile
from tests.programs.trees import arabic_circle, many_people, three_people

PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
PAGES = {
    "home": "",
    "people": "people/",
    "a person": "people/ana/",
    "a pair": "pairs/2026-spring/ana-ben/",
    "skills": "skills/",
    "a skill": "skills/testing/",
    "rounds": "rounds/",
    "a round": "rounds/2026-spring/",
    "matches": "matches/",
    "training": "training/",
    "a module": "training/mentees/asking/",
    "dashboard": "dashboard/",
    "an address that leads nowhere": "404.html",
    "reports": "reports/",
    "my mentoring": "me/",
    "calendar": "calendar/",
    "how to take part": "take-part/",
    "rules": "rules/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "news": "news/",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at a page; `rules` are those of axe that count, all where none is named."""

    name: str
    size: dict[str, int]
    colours: str
    scripts: bool = True
    rules: tuple[str, ...] = ()


LOOKS = (
    Look("desktop, light", DESKTOP, "light"),
    Look("desktop, dark", DESKTOP, "dark", rules=("color-contrast",)),
    Look("phone, light", PHONE, "light", rules=("color-contrast",)),
    Look("phone, dark", PHONE, "dark"),
    Look("desktop, dark, without JavaScript", DESKTOP, "dark", scripts=False),
    Look("phone, light, without JavaScript", PHONE, "light", scripts=False),
)


@dataclass
class Witness:
    """Everything that a page did beside being shown."""

    address: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Write down what a page asks for, complains of and opens."""
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dialog)

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.elsewhere.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of a repository that went through the commands of its organisers."""
    crowd = many_people(24)
    skills = (
        three_people()["program/skills.yaml"]
        + crowd["program/skills.yaml"].partition("skills:\n")[2]
    )
    root = a_repository(
        tmp_path_factory, {**crowd, **three_people(), "program/skills.yaml": skills}
    )
    with served(built(root)) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of a program in which every text is an attack."""
    with served(built(a_repository(tmp_path_factory, hostile()))) as address:
        yield address


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of a circle that writes Arabic, from right to left."""
    with served(built(a_repository(tmp_path_factory, arabic_circle()))) as address:
        yield address


@pytest.fixture
def looking(browser: Browser) -> Iterator[Callable[[Look], Page]]:
    """Open pages with a look; they are closed afterwards."""
    contexts = []

    def look_at(look: Look) -> Page:
        context = browser.new_context(
            viewport={"width": look.size["width"], "height": look.size["height"]},
            color_scheme="dark" if look.colours == "dark" else "light",
            java_script_enabled=look.scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return context.new_page()

    yield look_at
    for context in contexts:
        context.close()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_for_everybody_and_calls_nobody(
    kind: str, look: Look, site: str, looking: Callable[[Look], Page]
) -> None:
    page, witness = looking(look), Witness(site)
    witness.watch(page)

    page.goto(f"{site}{PAGES[kind]}")
    expect(page.locator("h1")).to_be_visible()

    if look.scripts:  # axe is a script itself
        assert _violations(page, look.rules) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= look.size["width"]
    assert (witness.elsewhere, witness.complaints, witness.dialogs) == ([], [], [])


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[3]], ids=lambda look: look.name)
@pytest.mark.parametrize("path", ["", "people/"])
def test_a_page_in_arabic_runs_from_right_to_left(
    path: str, look: Look, arabic_site: str, looking: Callable[[Look], Page]
) -> None:
    page, witness = looking(look), Witness(arabic_site)
    witness.watch(page)

    page.goto(f"{arabic_site}{path}")
    title = page.locator("h1")
    expect(title).to_be_visible()

    assert page.evaluate("[document.documentElement.lang, document.body.dir]") == ["ar", "rtl"]
    assert title.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= look.size["width"]
    assert _violations(page, look.rules) == []
    assert (witness.elsewhere, witness.complaints, witness.dialogs) == ([], [], [])


def test_a_script_counts_in_the_forms_of_arabic(arabic_site: str, page: Page) -> None:
    page.goto(f"{arabic_site}people/")
    count = page.locator("[data-people] output")
    expect(count).to_have_text("5 أشخاص")

    page.get_by_role("searchbox").last.fill("ليلى")
    expect(page.locator("[data-person]:visible")).to_have_count(1)
    expect(count).to_contain_text("من أصل")
    page.get_by_role("searchbox").last.fill("")

    expect(count).to_have_text("5 أشخاص")


def test_people_are_found_by_what_somebody_looks_for(site: str, page: Page) -> None:
    page.goto(f"{site}people/")
    people, count = page.locator("[data-person]:visible"), page.locator("[data-people] output")
    everybody = people.count()
    expect(count).to_have_text(f"{everybody} people")

    page.get_by_label("Role").select_option("mentor")
    mentors = people.count()
    assert 0 < mentors < everybody
    expect(count).to_have_text(f"{mentors} of {everybody} people")

    page.get_by_label("Skill").select_option("testing")
    expect(people).to_have_count(1)
    expect(people).to_contain_text("Ana Rivers")
    page.get_by_label("Language").select_option("pt")
    page.get_by_label("Has an open place").check()
    expect(people).to_have_count(1)
    for part in ("role=mentor", "skill=testing", "lang=pt", "open=1"):
        assert part in page.url


def test_a_link_to_a_search_opens_with_it(site: str, page: Page) -> None:
    page.goto(f"{site}people/?skill=testing&role=mentee")

    expect(page.locator("[data-person]:visible")).to_have_count(2)
    expect(page.get_by_label("Skill")).to_have_value("testing")
    expect(page.get_by_label("Role")).to_have_value("mentee")


def test_somebody_types_a_name_with_the_keyboard_alone_and_is_told_when_nobody_fits(
    site: str, page: Page
) -> None:
    page.goto(f"{site}people/")
    page.get_by_label("Find", exact=True).focus()

    page.keyboard.type("cleo")
    expect(page.locator("[data-person]:visible")).to_have_count(1)
    page.keyboard.type(" nobody")
    expect(page.locator("[data-person]:visible")).to_have_count(0)
    expect(page.get_by_text("Nobody fits all of that.")).to_be_visible()

    page.get_by_role("link", name="Show everybody").click()
    expect(page.locator("[data-person]:visible")).to_have_count(27)


def test_somebody_finds_their_own_mentoring_with_the_keyboard_alone(site: str, page: Page) -> None:
    witness = Witness(site)
    witness.watch(page)
    page.goto(f"{site}me/")
    page.get_by_label("Who are you?").focus()

    page.keyboard.type("ben")
    expect(page.locator("[data-who] output")).to_have_text("1 name fits")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_text("You are Ben Okoro.")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(
        "This is what stands on the pages of Ben Okoro."
    )
    expect(page.get_by_role("button", name="Forget me")).to_be_focused()
    own = page.locator(".my")
    for words in ("18:00 UTC", "How the week was", "write one by himself", "A first test"):
        expect(own.get_by_text(words).first).to_be_visible()
    expect(page.get_by_text("All done.")).to_be_visible()
    expect(page.locator("[data-rounds]")).to_be_hidden()
    own.get_by_role("heading", level=2).get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Ana and Ben")

    page.go_back()
    expect(page.get_by_text("You are Ben Okoro.")).to_be_visible()
    page.get_by_role("button", name="Forget me").press("Enter")
    expect(page.get_by_label("Who are you?")).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('mentorgen'))") == []
    page.reload()
    expect(page.locator(".my")).to_have_count(0)
    assert (witness.elsewhere, witness.complaints) == ([], [])


def test_ones_own_mentoring_is_for_everybody_and_nothing_in_it_moves(
    site: str, looking: Callable[[Look], Page]
) -> None:
    for look in LOOKS[1:3]:
        page = looking(look)
        page.goto(f"{site}me/")
        page.get_by_label("Who are you?").fill("ben")
        page.keyboard.press("Enter")
        expect(page.locator(".my")).to_be_visible()
        page.reload()
        expect(page.locator(".my")).to_be_visible()

        assert _violations(page, ()) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= look.size["width"]
        assert page.evaluate(SHIFTS) < 0.02


def test_who_is_in_no_pair_or_has_no_page_sees_the_round_and_their_training(
    site: str, page: Page
) -> None:
    page.goto(f"{site}me/")
    page.get_by_label("Who are you?").fill("cleo")
    page.keyboard.press("Enter")

    expect(page.get_by_text("There is no pair to show here now.")).to_be_visible()
    expect(page.get_by_text("Getting to know each other")).to_be_visible()
    expect(page.get_by_role("link", name="Asking early")).to_be_visible()

    page.get_by_role("button", name="Forget me").click()
    page.get_by_role("button", name="I am a mentor").click()
    expect(page.get_by_text("You are a mentor.")).to_be_visible()
    expect(page.get_by_text("Getting to know each other")).to_be_visible()
    expect(page.get_by_role("link", name="Asking early")).to_be_hidden()


def test_pages_that_are_gone_are_told_kindly(site: str, page: Page) -> None:
    page.goto(f"{site}me/")
    page.evaluate(
        "localStorage.setItem(`mentorgen.me:/`, JSON.stringify({name: 'Eve', slug: 'eve', role: 'mentor'}))"
    )
    page.reload()

    expect(page.get_by_role("status")).to_contain_text("The pages of Eve could not be read.")
    expect(page.get_by_text("Getting to know each other")).to_be_visible()


def test_an_event_tells_its_hour_by_the_readers_clock(site: str, browser: Browser) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo", locale="en-GB")
    page = context.new_page()
    page.goto(f"{site}calendar/")

    event = page.locator(".date", has_text="Showcase")
    expect(event).to_contain_text("17:00 UTC")
    expect(event).to_contain_text("Fri 02:00 where you are")
    context.close()


def test_without_javascript_everybody_is_there(site: str, looking: Callable[[Look], Page]) -> None:
    page = looking(LOOKS[-1])
    page.goto(f"{site}people/?role=mentor")

    expect(page.locator("[data-person]:visible")).to_have_count(27)


def test_from_the_front_page_to_a_person_to_their_pair(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("link", name="Find a mentor").click()
    expect(page.get_by_label("Has an open place")).to_be_checked()
    page.locator("[data-person]:visible").get_by_role("link", name="Ana Rivers").click()
    expect(page.locator("h1")).to_have_text("Ana Rivers")
    expect(page.get_by_text("I read tests for breakfast.")).to_be_visible()
    page.locator("a.pair").click()

    expect(page.locator("h1")).to_have_text("Ana and Ben")
    expect(page.get_by_text("18:00 UTC. 19:00 for Ana")).to_be_visible()
    expect(page.get_by_text("write one by himself")).to_be_visible()


SHIFTS = """() => new Promise(told => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => told(sum), 300);
})"""
"""How far what is on a page moved by itself, as browsers count it."""
TABLE = """
<div class="md-typeset" style="width: 16rem"><table><tr>
  <td><code>closing_survey_repeats</code></td><td>true or false</td><td>Whether people are asked again.</td>
</tr></table></div>
"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_name_in_a_table_of_the_handbook_is_never_broken(
    size: ViewportSize, site: str, page: Page
) -> None:
    page.set_viewport_size(size)
    page.goto(site)

    page.evaluate("table => document.body.insertAdjacentHTML('afterbegin', table)", TABLE)

    code = page.get_by_text("closing_survey_repeats")
    assert code.evaluate("element => element.getClientRects().length") == 1


def test_suggestions_are_explained_in_a_preview(site: str, page: Page) -> None:
    page.goto(f"{site}matches/")

    expect(page.get_by_text("Ana Rivers offers Testing").first).to_be_visible()
    expect(page.locator("article.match")).to_have_count(2)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "people/",
        "people/mentor-0/",
        "people/mentor-17/",
        "pairs/spring/pair-13/",
        "skills/skill-0/",
        "rounds/spring/",
        "reports/spring/",
        "calendar/",
        "take-part/",
        "rules/",
        "news/",
    ],
)
def test_nobodys_text_runs(path: str, hostile_site: str, page: Page) -> None:
    witness = Witness(hostile_site)
    witness.watch(page)

    page.goto(f"{hostile_site}{path}")
    page.wait_for_load_state("networkidle")
    page.mouse.move(640, 450)

    assert (witness.elsewhere, witness.complaints, witness.dialogs) == ([], [], [])


def test_nobodys_text_runs_in_ones_own_mentoring(hostile_site: str, page: Page) -> None:
    witness = Witness(hostile_site)
    witness.watch(page)
    page.goto(f"{hostile_site}me/")

    page.get_by_label("Who are you?").fill("<img src=x onerror")
    page.locator("[data-found] button").first.click()
    expect(page.locator(".my")).to_have_count(1)
    page.reload()
    expect(page.locator("[data-you]")).to_contain_text("You are <img src=x onerror")
    expect(page.locator(".my")).to_have_count(1)

    assert (witness.elsewhere, witness.complaints, witness.dialogs) == ([], [], [])


def test_nobodys_text_runs_in_the_search(hostile_site: str, page: Page) -> None:
    witness = Witness(hostile_site)
    witness.watch(page)
    page.goto(hostile_site)

    page.keyboard.press("/")
    page.keyboard.type("onmouseover")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    assert (witness.elsewhere, witness.complaints, witness.dialogs) == ([], [], [])


def _violations(page: Page, rules: tuple[str, ...]) -> list[str]:
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else None
    found = Axe().run(page, options=only).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
