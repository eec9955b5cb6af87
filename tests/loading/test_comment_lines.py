"""Which lines of a comment are its author's own commands: no quote, no code, no tail of an e-mail."""

# ruff: noqa: RUF001 # words of many languages, in their own letters

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.loading.comment_lines import LONGEST_COMMENT, own_lines

HEARD = ["/agree"]


@pytest.mark.parametrize(
    "text",
    [
        "/agree",
        "Hello!\n/agree\nBye",
        "   /agree   ",
        "\ufeff/agree",
        "/agree\r\n",
        "\r/agree\r",
        "\N{NO-BREAK SPACE}/agree",
        "\N{FULLWIDTH SOLIDUS}agree",
        "\N{FRACTION SLASH}agree",
        "/agree <!-- a note -->",
        "`code` and more\n/agree",
        "`` a ` b ``\n/agree",
        "`never closed\n/agree",
        "<b>so</b>\n/agree",
        "<pre>x</pre>\n/agree",
        "Text `<!--` text\n/agree",
        "```\n/confirm\n```\n/agree",
        "~~~~ sh\n/confirm\n~~~\n~~~~\n/agree",
        "``` a `b` ```\n/agree",
        "- ```\n  /confirm\n  ```\n/agree",
        "```\n    ```\n/confirm\n```\n/agree",
        "    /confirm\n\n/agree",
        "\t/confirm\n\n/agree",
        "> /confirm\n\n/agree",
        ">/confirm\n/agree",
        "<!-- /confirm -->\n/agree",
        "<!--\n/confirm\n-->\n/agree",
        "<blockquote>\n/confirm\n</blockquote>\n/agree",
        "<PRE>\n/confirm\n</PRE>\n/agree",
        "x `a\n/confirm\nb` y\n/agree",
        "On 1 April Bot <b@example.org> wrote:\n> /confirm\n\n/agree",
        "On 1 April\nBot\nwrote:\n\n> /confirm\n/agree",
        "Ana wrote:\n/agree",
        "From: here\n/agree",
        "**/confirm**\n/agree",
    ],
)
def test_ones_own_lines_are_heard(text: str) -> None:
    assert [*own_lines(text)] == HEARD


@pytest.mark.parametrize("text", ["say /confirm", "**/confirm**", "`/confirm`", "- /confirm", ""])
def test_a_slash_inside_of_a_line_is_no_command(text: str) -> None:
    assert [*own_lines(text)] == []


@pytest.mark.parametrize(
    "tail",
    [
        "-- \nBen",
        "--",
        "—\nReply to this email directly, view it on GitHub",
        "Sent from my iPhone",
        "_Sent from my tablet_",
        "Get Outlook for Android",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Enviado do meu telemóvel",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Wysłane z iPhone'a",
        "Отправлено с iPhone",
        "发自我的 iPhone",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "---------- Forwarded message ----------",
        "________________________________",
        "On Wed, 1 Apr 2026 at 10:00, Bot <bot@example.org> wrote:",
        "On Wed, 1 Apr 2026 at 10:00,\nBot <bot@example.org>\nwrote:",
        "Am 01.04.26 um 10:00 schrieb Bot:",
        "Le mer. 1 avr. 2026 à 10:00, Bot <bot@example.org> a écrit :",
        "El mié, 1 abr 2026 a las 10:00, Bot escribió:",
        "Em qua., 1 de abr. de 2026, Bot escreveu:",
        "Il giorno mer 1 apr 2026 Bot ha scritto:",
        "Op wo 1 apr 2026 om 10:00 schreef Bot:",
        "W dniu 1.04.2026 Bot napisał(a):",
        "ср, 1 апр. 2026 г. в 10:00, Bot пишет:",
        "Den ons 1 apr. 2026 kl 10:00 skrev Bot:",
        "1 Nis 2026 Çar tarihinde Bot şunu yazdı:",
        "2026年4月1日(水) 10:00 Bot のメール:",
        "2026年4月1日 10:00，Bot 写道：",
        "From: Bot\nSent: Wednesday\nTo: Ben",
        "*Von:* Bot\n*Gesendet:* Mittwoch",
        "De : Bot\nEnvoyé : mercredi",
        "De: Bot\nEnviado: miércoles",
        "Da: Bot\nInviato: mercoledì",
        "Van: Bot\nVerzonden: woensdag",
        "От: Bot\nОтправлено: среда",
    ],
)
def test_what_an_email_carries_along_is_not_heard(tail: str) -> None:
    assert [*own_lines(f"/agree\n\n{tail}\n\n/confirm")] == HEARD
    assert [*own_lines(f"/agree\n{tail}\n/confirm")] == HEARD


@pytest.mark.parametrize("close", ["```", "-->", "</pre>"])
def test_what_is_never_closed_goes_on_to_the_end(close: str) -> None:
    opened = {"```": "```", "-->": "<!--", "</pre>": "<pre>"}[close]

    assert [*own_lines(f"/agree\n{opened}\n/confirm")] == HEARD
    assert [*own_lines(f"{opened}\n/confirm\n{close}\n/agree")] == HEARD


def test_what_lies_behind_the_longest_comment_is_not_read() -> None:
    assert [*own_lines(f"{'x' * LONGEST_COMMENT}\n/agree")] == []


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "`",
        "``` `",
        "/met ",
        "/met\n",
        "1 wrote:\n>\n",
        "- ",
        "From: a\n",
        "<pre></pre",
        "`a\n",
        "``a`\n",
        "/",
        "\n",
        "a\nschrieb",
        "\N{NO-BREAK SPACE}",
        "<pre>\n",
        "~~~\n",
        "> \n",
        "[](",
        "\u2028",
    ],
)
def test_long_comments_are_read_at_once(piece: str) -> None:
    text = piece * (LONGEST_COMMENT // len(piece))

    begun = time.process_time()
    lines = [*own_lines(text)]

    assert time.process_time() - begun < 1
    assert all(line.startswith("/") for line in lines)


PIECES = st.sampled_from(
    (
        *(
            "/met",
            "/confirm",
            "> ",
            "```",
            "~~~",
            "`",
            "``",
            "<!--",
            "-->",
            "<pre>",
            "</pre>",
            "    ",
        ),
        *(
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "x",
            "On 1 a wrote:",
            "From: a",
            "Sent: b",
            "-- ",
            "- ",
            "\u200b",
        ),
    )
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_line_that_is_heard_stands_in_the_comment(text: str) -> None:
    plain = text.replace("\t", "    ").replace("\u200b", "")

    for line in own_lines(text):
        assert line.startswith("/")
        assert "\n" not in line
        assert line.partition(" ")[0][:4] in plain


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    for line in own_lines(text):
        assert line.startswith("/")
        assert not {unicodedata.category(one) for one in line} & {
            "Cc",
            "Cf",
            "Cs",
            "Co",
            "Zl",
            "Zp",
        }


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_whole_comment_that_is_quoted_says_nothing(text: str) -> None:
    quoted = "\n".join(f"> {line}" for line in text.splitlines())

    assert [*own_lines(quoted)] == []


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_whole_comment_that_is_indented_says_nothing(text: str) -> None:
    assert [*own_lines("\n".join(f"    {line}" for line in text.splitlines()))] == []
