"""Forms that people filled in: what was answered is what is read, and a hand-made change is no riddle."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from mentorgen.loading.form_templates import (
    FOLDER,
    AnswerKind,
    BrokenFormError,
    FormTemplate,
    Question,
    read_forms,
)
from mentorgen.loading.forms import Complaint, Filled, choice, filled_form
from mentorgen.loading.text import hidden_character
from mentorgen.model.requests import RequestKind
from mentorgen.output.github.forms import form_texts
from tests.builders import a_skill, some_settings
from tests.filled_forms import body_of

SKILLS = (a_skill("testing", label="Testing"), a_skill("writing", label="Plain writing"))


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> tuple[FormTemplate, ...]:
    root = tmp_path_factory.mktemp("forms")
    for name, text in form_texts(some_settings(), SKILLS).items():
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        (root / FOLDER / name).write_text(text)
    return read_forms(root)


@pytest.fixture(scope="module")
def meeting(forms: tuple[FormTemplate, ...]) -> FormTemplate:
    return next(form for form in forms if form.kind is RequestKind.MEETING)


CONSENT = (
    "I agree: what I wrote above may be shown on the program's pages and kept in its public files."
    " I can take this back at any time."
)
MENTEE_ANSWERS = {
    "name": "Ana Rivers",
    "line": "I have a drawer full of beginnings.",
    "wants-new": ["Testing", "Plain writing"],
    "languages": "pt, English",
    "parts_of_day": ["weekday evening"],
    "shows": ["time zone: the time zone that I live by"],
    "consent": [CONSENT],
}


def mentee(forms: tuple[FormTemplate, ...], **over: str | list[str]) -> tuple[str, str]:
    """Fill in the form of a mentee; give title and body."""
    form = forms[1]
    return f"{form.title}Ana Rivers", body_of(form, MENTEE_ANSWERS | over)


def read(forms: tuple[FormTemplate, ...], title: str, body: str) -> Filled:
    filled = filled_form(title, body, forms)
    assert filled is not None
    return filled


def test_what_was_answered_is_what_is_read(forms: tuple[FormTemplate, ...]) -> None:
    filled = read(forms, *mentee(forms))

    assert filled.template.kind is RequestKind.JOIN_AS_MENTEE
    assert filled.complaints == ()
    assert filled.text("name") == "Ana Rivers"
    assert filled.lines("wants-new") == ("Testing", "Plain writing")
    assert [choice(one) for one in filled.lines("shows")] == ["time-zone"]
    assert filled.text("aim") == ""
    assert filled.lines("links") == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace("\n", "\r\n"),
        lambda body: body.replace("\n", "\r"),
        lambda body: f"\ufeff{body}",
        lambda body: f"<!-- mentorgen:intake number=1 -->\n{body}<!-- -->\n<!-- open",
        lambda body: f"Hello!\n\n{body}\n\n",
        lambda body: body.replace("### ", "## "),
        lambda body: body.replace("\n\n", "\n"),
        lambda body: body.replace("_No response_", "*No response*"),
        lambda body: body.replace("_No response_", ""),
        lambda body: body.replace("- [X] ", "* [x]  "),
        lambda body: "### ".join(["", *reversed([f"{one}\n\n" for one in body.split("### ")[1:]])]),
    ],
    ids=[
        *("CRLF", "CR", "byte order mark", "comments", "greeting", "other headings", "tight"),
        *("other nothing", "deleted nothing", "other ticks", "reordered"),
    ],
)
def test_a_change_that_means_the_same_is_read_the_same(
    forms: tuple[FormTemplate, ...], change: object
) -> None:
    title, body = mentee(forms)
    assert callable(change)

    filled = read(forms, title, change(body))

    assert filled.complaints == ()
    same = dict(read(forms, title, body).answers)
    assert same.pop("consent")
    assert {name: filled.answers[name] for name in same} == same
    assert filled.lines("consent")


def test_an_issue_is_no_form_without_the_title_or_without_any_heading(
    forms: tuple[FormTemplate, ...],
) -> None:
    title, body = mentee(forms)

    half = body.partition("### Your consent")[0]
    assert filled_form("A question about joining", half, forms) is None
    assert filled_form(title, "How do I join?", forms) is None
    assert filled_form(title, "", forms) is None
    assert filled_form(f"  {title.upper()}", body, forms) is not None


def test_a_whole_form_below_a_title_of_ones_own_is_asked_for_its_title(
    forms: tuple[FormTemplate, ...],
) -> None:
    _, body = mentee(forms)

    filled = read(forms, "Hello, I am Ana", body)

    assert filled.template.kind is RequestKind.JOIN_AS_MENTEE
    assert [one.message for one in filled.complaints] == [
        "begin the title with '[Join as mentee]', which says what you ask for."
    ]


def test_a_missing_heading_is_told_with_its_words(forms: tuple[FormTemplate, ...]) -> None:
    title, body = mentee(forms)

    filled = read(forms, title, body.replace("### Name to be shown\n\nAna Rivers", ""))

    assert filled.complaints == (
        Complaint(
            "Name to be shown",
            "this question is gone from the text. Put it back on a line of its own that begins with three number"
            " signs and a space, or fill in the form again.",
        ),
    )


def test_a_heading_that_is_copied_from_our_answer_is_one(forms: tuple[FormTemplate, ...]) -> None:
    title, body = mentee(forms)
    copied = body.replace("### Name to be shown", "#\u200b#\u200b#\u200b Name to be shown")

    assert read(forms, title, copied).complaints == ()


def test_an_answer_that_holds_the_next_one_asks_for_its_heading(
    forms: tuple[FormTemplate, ...],
) -> None:
    title, body = mentee(forms)
    label = "Languages that you would be happy to meet in"

    complaints = read(forms, title, body.replace(f"### {label}\n", "")).complaints

    first, second = (f"{one.question}: {one.message}" for one in complaints)
    assert first == (
        "How would you like to learn?: more stands here than one answer; is the heading of the next question gone?"
    )
    assert second.startswith(f"{label}: this question is gone from the text.")


def test_every_wrong_answer_gets_its_own_sentence(forms: tuple[FormTemplate, ...]) -> None:
    wrong: dict[str, str | list[str]] = {"name": "", "wants-new": "Testng", "consent": []}
    title, body = mentee(forms, **wrong)
    twice = f"{body}\n\n### Your time zone\n\nUTC"
    hidden = twice.replace("I have a drawer", "I have a \u202edrawer")
    odd = hidden.replace("- [ ] links: my own pages", "- [x] my shoe size")

    filled = read(forms, title, odd)

    assert [f"{one.question}: {one.message}" for one in filled.complaints] == snapshot(
        [
            "Name to be shown: this needs an answer.",
            "One sentence that sounds like you: there is a bidirectional control character U+202E; delete it.",
            "What would you like to learn that is new to you?: 'Testng' is not one of the choices. Did you mean 'Testing'?",
            "Your time zone: this heading is there twice; keep one of them.",
            "What else may be shown?: 'my shoe size' is not one of the choices. They are: time zone: the time zone that I live by, parts of day: when I can usually meet, links: my own pages, ask by name: people may ask for me by name, last active: the month in which I was last active, calendar: a calendar of my appointments, story: how it went, and thanks, in my own words.",
            "Your consent: this needs your tick: click on its box, or write - [x] in front of it.",
        ]
    )


def test_choices_that_look_like_nothing_offered_are_listed(
    forms: tuple[FormTemplate, ...],
) -> None:
    filled = read(forms, *mentee(forms, parts_of_day="whenever"))

    assert [one.message for one in filled.complaints] == snapshot(
        [
            "'whenever' is not one of the choices. They are: weekday morning, weekday midday, weekday afternoon, weekday evening, weekend morning, weekend midday, weekend afternoon, weekend evening."
        ]
    )


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("[a@example.org](mailto:a@example.org)", "a@example.org"),
        ("[https://example.org/a](https://example.org/a)", "https://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[here](https://example.org/a)", "[here](https://example.org/a)"),
        ("None", ""),
        ("- one", "- one"),
    ],
)
def test_an_address_that_became_a_link_is_an_address_again(
    forms: tuple[FormTemplate, ...], written: str, read_as: str
) -> None:
    assert read(forms, *mentee(forms, links=written)).text("links") == read_as


@pytest.mark.parametrize(
    "text",
    [
        "::error file=x::boo",
        "@everybody and #1",
        "<script>alert(1)</script>",
        "$(touch /tmp/x) `id` ${{ secrets.GITHUB_TOKEN }}",
        "--- \nschema: 1\n",
    ],
)
def test_hostile_words_are_words(forms: tuple[FormTemplate, ...], text: str) -> None:
    filled = read(forms, *mentee(forms, links=text))

    assert filled.text("links") == text.strip()


def test_a_marker_of_ours_in_an_answer_is_gone(forms: tuple[FormTemplate, ...]) -> None:
    filled = read(forms, *mentee(forms, links="a<!-- mentorgen:intake files= -->b"))

    assert filled.text("links") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "# " + "#" * 60_000 + "x",
        "<!--" * 15_000,
        "[" * 60_000,
        "[a](" * 15_000,
        "- [x" * 15_000,
        "," * 60_000,
        "<https://" * 6_000,
        " " * 60_000 + "x",
        "### Which pair?\n" * 3_000,
    ],
)
def test_sixty_thousand_signs_are_read_at_once(meeting: FormTemplate, text: str) -> None:
    body = body_of(meeting, {"day": "2026-03-01", "notes": text})

    began = time.perf_counter()
    filled_form(f"{meeting.title}us", body, (meeting,))

    assert time.perf_counter() - began < 1


def test_a_form_in_other_words_asks_for_the_same(tmp_path: Path) -> None:
    root = in_repository(
        tmp_path,
        {
            "pause.yml": """\
name: Pausieren
description: Eine Weile
title: "[Pause] "
body:
  - {type: markdown, attributes: {value: Hallo}}
  - {type: input, id: until, attributes: {label: Bis wann?}, validations: {required: true}}
""",
            "other.yml": "title: x\n",
        },
    )

    (form,) = read_forms(root)

    assert form == FormTemplate(
        RequestKind.PAUSE,
        "[Pause] ",
        (Question("until", "Bis wann?", AnswerKind.INPUT, is_required=True),),
    )


def in_repository(tmp_path: Path, files: Mapping[str, str]) -> Path:
    (tmp_path / FOLDER).mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / FOLDER / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[", "is no form: "),
        ("title: ' '\nbody: []", "it needs a title"),
        ("title: x\nbody: no", "it needs a title"),
        ("title: x\nbody: []", "each of its questions needs a label"),
        (
            "title: x\nbody:"
            + "".join(
                f"\n- {{type: input, id: {who}, attributes: {{label: {who}}}}}"
                for who in ("who", "Who")
            ),
            "each of its questions needs a label",
        ),
        ("title: x\nbody:\n- {type: input, attributes: {label: Who}}", "a label and an id"),
        ("title: x\nbody:\n- {type: input, id: a, attributes: 3}", "a label and an id"),
        ("title: x\nbody:\n- 3", "each of its questions needs a label"),
    ],
)
def test_a_form_that_is_none_is_for_the_organisers_to_mend(
    tmp_path: Path, text: str, why: str
) -> None:
    root = in_repository(tmp_path, {"pause.yml": text})

    with pytest.raises(BrokenFormError, match=r"pause\.yml is no form: ") as caught:
        read_forms(root)

    assert why in str(caught.value)


def test_a_repository_without_forms_has_none(tmp_path: Path) -> None:
    assert read_forms(tmp_path) == ()


LABELS = st.lists(
    st.text(st.characters(categories=("L", "N", "P"), exclude_characters="#,"), min_size=1),
    min_size=1,
    max_size=5,
    unique_by=str.casefold,
)
WORDS = st.lists(
    st.text(
        st.characters(categories=("L", "N", "P", "S"), exclude_characters="<[#-*+_"), min_size=1
    ),
    max_size=4,
).map(" ".join)


@given(st.data())
def test_emitter_and_parser_agree_on_every_form(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(AnswerKind), min_size=1, max_size=4))
    labels = data.draw(
        st.lists(
            LABELS.map(" ".join), min_size=len(kinds), max_size=len(kinds), unique_by=str.casefold
        )
    )
    options = tuple(data.draw(LABELS))
    form = FormTemplate(
        RequestKind.EDIT,
        "[Edit] ",
        tuple(
            Question(
                f"q{number}",
                label,
                kind,
                is_required=False,
                is_multiple=kind is AnswerKind.DROPDOWN,
                options=options if kind in {AnswerKind.DROPDOWN, AnswerKind.CHECKBOXES} else (),
            )
            for number, (kind, label) in enumerate(zip(kinds, labels, strict=True))
        ),
    )
    answers = {question.id: data.draw(answers_to(question)) for question in form.questions}

    filled = filled_form("[Edit] x", body_of(form, answers), (form,))

    assert filled is not None
    assert filled.complaints == ()
    assert filled.answers == {
        id_: ((answer,) if answer else ()) if isinstance(answer, str) else tuple(answer)
        for id_, answer in answers.items()
    }


def answers_to(question: Question) -> st.SearchStrategy[str | list[str]]:
    if question.options:
        return st.sets(st.sampled_from(question.options)).map(
            lambda chosen: [one for one in question.options if one in chosen]
        )
    return WORDS.filter(
        lambda text: (
            text.casefold() not in {"none", "no response"} and hidden_character(text) is None
        )
    )


@given(st.text(), st.text())
def test_no_text_breaks_the_parser(title: str, body: str) -> None:
    form = FormTemplate(
        RequestKind.EDIT,
        "[",
        (
            Question("a", "A", AnswerKind.INPUT, is_required=True),
            Question("b", "B", AnswerKind.CHECKBOXES, is_required=False, options=("x",)),
        ),
    )

    filled_form(title, body, (form,))
    assert filled_form(f"[{title}", f"### A\n{body}\n### B\n{body}", (form,)) is not None


def test_a_choice_that_is_needed_is_asked_for(forms: tuple[FormTemplate, ...]) -> None:
    informal = forms[-1]

    filled = read(forms, informal.title, body_of(informal, {"with": "ben"}))

    assert filled.complaints == (Complaint("What are you in it?", "this needs an answer."),)
