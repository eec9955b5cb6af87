from mentorgen.output.github.marks import MARK, hidden, hidden_in, mark_of


def test_a_mark_is_twelve_hex_digits_and_the_same_for_the_same_key() -> None:
    key = "v1:check-in:2026-spring/ana-ben:2026-03-04:1"

    assert mark_of(key) == "97f4a50dfab4"
    assert MARK.fullmatch(mark_of(key))


def test_a_hidden_line_is_found_again() -> None:
    text = f"Hello\n\n{hidden('pair', '2026-spring/ana-ben')}\n{hidden('key', '97f4a50dfab4')}\n"

    assert hidden_in(text, "pair") == "2026-spring/ana-ben"
    assert hidden_in(text.replace("\n", "\r\n"), "key") == "97f4a50dfab4"
    assert hidden_in(text, "home") is None


def test_only_a_line_of_its_own_counts_and_the_last_of_several() -> None:
    assert hidden_in("see <!-- mentorgen:key 1 -->", "key") is None
    assert hidden_in("<!-- mentorgen:key 1 -->\n<!-- mentorgen:key 2 -->", "key") == "2"
