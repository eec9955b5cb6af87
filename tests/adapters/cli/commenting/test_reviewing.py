"""Questions of organisers below a proposal: what a pair would cost, and a proposal with it or without it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mentorgen.adapters.cli.commenting.answering import Run, answer_comment
from mentorgen.adapters.cli.scope import Format, Scope
from mentorgen.adapters.github.event import Event
from mentorgen.adapters.github.forge import Author
from mentorgen.output.github.proposals import read_note
from tests.adapters.cli.commenting.home import BEN, RUI, STRANGER
from tests.adapters.conftest import Mentorgen
from tests.adapters.github.fake.loopback import served_here
from tests.adapters.github.fake.server import FakeGitHub
from tests.adapters.github.hub import BOT, Hub
from tests.adapters.github.memory import MemoryForge
from tests.git_repository import git, new_repository
from tests.programs.rounds import a_round
from tests.programs.trees import TODAY

BRANCH = "mentorgen/proposals/spring"
ORGANISED = "coordinators: [rui]\n"
Ask = Callable[..., list[str]]


def _person(slug: str, account: Author) -> dict[str, str]:
    return {
        f"program/participants/{slug}.yaml": (
            f"schema: 1\nname: {slug.title()} Known\nrole: mentor\ncapacity: 0\n"
            f"consent: {{version: 1, given: 2026-01-10}}\ngithub_id: {account.id}\n"
        )
    }


def _hub(settings: str = ORGANISED) -> Hub:
    more = {**_person("rui", RUI), **_person("ben", BEN)}
    files = a_round(settings=settings, more=more)
    return Hub({place: str(text) for place, text in files.items()})


@pytest.fixture
def hub(request: pytest.FixtureRequest) -> Hub:
    return _hub(getattr(request, "param", ORGANISED))


@pytest.fixture
def ask(hub: Hub, tmp_path: Path, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Propose a round, and give what answers a comment on it: the bot's comments by then."""

    def checkout() -> Path:
        root = new_repository(tmp_path / f"checkout-{len(hub.commits)}", hub.files())
        real, known = git(root, "rev-parse", "HEAD"), hub.commits[hub.branches["main"]]
        hub.commits[real] = replace(known, sha=real)
        hub.branches["main"] = real
        return root

    root = checkout()
    with served_here(FakeGitHub(hub), hub.facts.name, monkeypatch):
        asked = ("--root", root, "--today", TODAY, "--confirm")
        assert mentorgen("github", "propose", *asked).code == 0

    def typed(author: Author, text: str, *, times: int = 1, confirm: bool = True) -> list[str]:
        comment = hub.add_comment(author, 1, text)
        scope = Scope(root=root, private=None, day=TODAY, format=Format.TEXT)
        for _ in range(times):
            event = Event("created", author, hub.issue(1), comment)
            answer_comment(Run(MemoryForge(hub), scope, confirm, lambda _: None), event)
        own = [one.body for one in hub.comments_on(1) if one.author == BOT]
        return [body.partition("<!--")[0].strip() for body in own]

    return typed


def _pairs(hub: Hub) -> set[str]:
    new = hub.files(BRANCH).keys() - hub.files().keys()
    return {place.rpartition("/")[2] for place in new if place.startswith("program/pairs/")}


def test_a_pair_that_is_asked_for_is_proposed(hub: Hub, ask: Ask) -> None:
    assert _pairs(hub) == {"ana-cy.yaml", "bo-eva.yaml"}

    replies = ask(RUI, "/force ana di", times=2)

    assert "ana-di.yaml" in _pairs(hub)
    assert len(replies) == 1
    assert replies[0].endswith(
        "    mentorgen match spring --force ana di\n\nThe proposal keeps to it from now on; what moved stands at its top."
    )
    note = read_note(hub.issue(1).body)
    assert note is not None
    assert (note.forced, note.forbidden) == ((("ana", "di"),), ())


def test_the_newer_of_two_wishes_counts(hub: Hub, ask: Ask) -> None:
    ask(RUI, "/force ana di\n/forbid bo eva")
    ask(RUI, "/forbid ana di")

    assert "ana-di.yaml" not in _pairs(hub)
    note = read_note(hub.issue(1).body)
    assert note is not None
    assert (note.forced, note.forbidden) == ((), (("bo", "eva"), ("ana", "di")))


def test_a_question_changes_nothing(hub: Hub, ask: Ask) -> None:
    before = hub.branches[BRANCH]

    replies = ask(RUI, "/why-not ana di")

    assert replies[0].endswith("    mentorgen match spring --why-not ana di")
    assert hub.branches[BRANCH] == before


def test_a_rehearsal_changes_nothing(hub: Hub, ask: Ask) -> None:
    before = hub.branches[BRANCH]

    assert ask(RUI, "/force ana di", confirm=False) == []
    assert hub.branches[BRANCH] == before


@pytest.mark.parametrize("hub", [f"{ORGANISED}layout: private\n"], indirect=True)
@pytest.mark.parametrize(
    ("typed", "said"),
    [("/why-not ana di", "Di"), ("/force ana di", "Now"), ("/forbid ana cy", "Then")],
)
def test_among_members_the_cost_is_told_where_it_was_asked(ask: Ask, typed: str, said: str) -> None:
    (reply,) = ask(RUI, typed)

    assert said in reply
    assert "mentorgen match" not in reply


@pytest.mark.parametrize(
    ("author", "typed", "said"),
    [
        (BEN, "/force ana di", "Only organisers can ask about a proposal."),
        (RUI, "/confirm", "This command belongs in the place of a pair."),
        (RUI, "/force ana dii", "There is no participant 'dii'. Did you mean 'di'?"),
        (RUI, "/why-not ana", "It wants two people, by the names of their files."),
    ],
)
def test_what_cannot_be_asked_is_told(
    hub: Hub, ask: Ask, author: Author, typed: str, said: str
) -> None:
    before = hub.branches[BRANCH]

    (reply,) = ask(author, typed)

    assert said in reply
    assert hub.branches[BRANCH] == before


@pytest.mark.parametrize("hub", [ORGANISED, f"{ORGANISED}layout: private\n"], indirect=True)
def test_what_cannot_be_is_refused_and_leaves_the_proposal_as_it_was(hub: Hub, ask: Ask) -> None:
    before, note = hub.branches[BRANCH], read_note(hub.issue(1).body)

    (reply,) = ask(RUI, "/force ana bo")

    assert reply.startswith("This could not be done:\n\n* /force ana bo: ")
    assert hub.branches[BRANCH] == before
    assert read_note(hub.issue(1).body) == note


def test_why_it_cannot_be_is_not_told_where_everybody_reads(ask: Ask) -> None:
    (reply,) = ask(RUI, "/force ana bo")

    assert "stands against it, so the proposal stays as it is" in reply
    assert "'mentorgen match spring --force ana bo' says what" in reply
    assert "offers" not in reply


@pytest.mark.parametrize("hub", [ORGANISED, f"{ORGANISED}layout: private\n"], indirect=True)
def test_what_contradicts_earlier_wishes_is_refused_and_those_stay(hub: Hub, ask: Ask) -> None:
    ask(RUI, "/force ana di")

    *_, reply = ask(RUI, "/force ana cy")

    note = read_note(hub.issue(1).body)
    assert note is not None
    assert note.forced == (("ana", "di"),)
    assert "ana-di.yaml" in _pairs(hub)
    assert reply.startswith("This could not be done:")


def test_people_may_be_named_in_any_order(hub: Hub, ask: Ask) -> None:
    ask(RUI, "/force di ana")
    assert "ana-di.yaml" in _pairs(hub)

    ask(RUI, "/forbid ana di")
    note = read_note(hub.issue(1).body)
    assert note is not None
    assert (note.forced, note.forbidden) == ((), (("ana", "di"),))


def test_a_stranger_is_not_answered(ask: Ask) -> None:
    assert ask(STRANGER, "/force ana di") == []
