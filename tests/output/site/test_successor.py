"""Sources for a successor of MkDocs: heads that YAML reads, one line of HTML, settings that TOML reads."""

import tomllib
from json.encoder import py_encode_basestring

import yaml

from mentorgen.output.site.page import Page, packed
from mentorgen.output.site.successor import page_source, settings_source, template_source

PAGE = Page(
    path="people/ana/",
    title='Ana "<b>" \N{BALL OF YARN}: yes',
    description="",
    packed=packed(
        '<div\nclass="mg">\n\n<p>One\ntwo</p>\n<pre><code>```\n--8&lt;-- "x"\n</code></pre>\n</div>\n'
    ),
)


def test_the_head_holds_what_a_template_prints_escaped_as_the_theme_wants_it() -> None:
    _, head, body = page_source(PAGE).split("---\n", maxsplit=2)

    assert yaml.safe_load(head) == {  # noqa: TID251
        "template": "main.html",
        "title": "Ana &quot;&lt;b&gt;&quot; \N{BALL OF YARN}: yes",
        "description": "",
        "hide": ["navigation", "toc", "footer"],
    }
    assert body.startswith("\n<div")


def test_a_page_is_one_line_and_its_code_keeps_its_lines() -> None:
    assert page_source(PAGE).splitlines()[-1] == (
        '<div class="mg">  <p>One two</p> <pre><code>```&#10;--8&lt;-- "x"&#10;</code></pre> </div>'
    )


def test_settings_are_read_back_as_they_were_given() -> None:
    settings = {
        "site_name": 'Two "Looms" \\ \N{BALL OF YARN}\n\x7f',
        "nav": [{"Home": "index.md"}, {"A & b": [{"c.d": "e.md"}]}],
        "theme": {"font": False, "icon": None, "palette": ({"media": "(x)", "toggle": None},)},
        "extra": {"depth": 2, "ratio": 0.5, "a b": {}},
    }

    assert tomllib.loads(settings_source(settings)) == {
        "project": {
            **settings,
            "theme": {"font": False, "palette": [{"media": "(x)"}]},
        }
    }


def test_a_function_is_named_as_the_successor_names_it() -> None:
    extensions = {"here": {"format": py_encode_basestring}, "there": {"index": _twemoji()}}

    read = tomllib.loads(settings_source({"markdown_extensions": extensions}))

    assert read["project"]["markdown_extensions"] == {
        "here": {"format": "json.encoder.py_encode_basestring"},
        "there": {"index": "zensical.extensions.emoji.twemoji"},
    }


def _twemoji() -> object:
    def twemoji() -> None:
        raise NotImplementedError

    twemoji.__module__, twemoji.__qualname__ = "material.extensions.emoji", "twemoji"
    return twemoji


def test_a_template_finds_the_words_of_the_shell_among_the_settings() -> None:
    template = "{% if shell and shell.feed %}{{ shell.feed_title }}{% endif %}#!bash shells"

    assert template_source(template) == (
        "{% if config.extra.shell and config.extra.shell.feed %}"
        "{{ config.extra.shell.feed_title }}{% endif %}#!bash shells"
    )
