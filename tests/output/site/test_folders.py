"""What the site brings along is there, complete and free of third parties."""

import re

from mentorgen.output.site.folders import ASSETS, ASSETS_PATH, MARK, SCRIPTS, STYLESHEET, THEME

CSS = (ASSETS / "look.css").read_text(encoding="utf-8")


def test_stylesheet_script_and_mark_are_where_pages_look_for_them() -> None:
    for path in (STYLESHEET, *SCRIPTS, MARK):
        assert (ASSETS / path.removeprefix(f"{ASSETS_PATH}/")).is_file()
    assert (THEME / "main.html").is_file()


def test_every_font_of_the_stylesheet_is_bundled_with_its_licence() -> None:
    fonts = set(re.findall(r"url\((fonts/[^)]+)\)", CSS))

    assert fonts == {str(path.relative_to(ASSETS)) for path in ASSETS.rglob("*.woff2")}
    assert len(list((ASSETS / "fonts").glob("*-OFL.txt"))) == 2


def test_nothing_is_fetched_from_elsewhere() -> None:
    texts = [CSS, *(path.read_text() for path in (*ASSETS.glob("*.js"), ASSETS / "mark.svg"))]

    for text in texts:
        assert set(re.findall(r"https?://[^\s'\")]+", text)) <= {"http://www.w3.org/2000/svg"}


def test_every_colour_outside_the_tokens_comes_from_a_token() -> None:
    tokens_end = CSS.index("/* 3 ---- Material")
    rest = re.sub(r"url\([^)]*\)|#0000|#000\b|#fff", "", CSS[tokens_end:])

    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", rest) == []


def test_every_colour_token_has_a_light_and_a_dark_side() -> None:
    tokens = CSS[CSS.index("/* 2 ---- tokens") : CSS.index("/* 3 ---- Material")]
    lines = [line for line in tokens.splitlines() if re.search(r"#[0-9a-f]{6}", line)]

    assert len(lines) > 15
    assert [line for line in lines if "light-dark(#" not in line] == []
