"""People's Markdown cannot run, load or restyle anything."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorgen.output.site.prose import SafeHtml, safe_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("# a\n## b\n#### c", "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("```yaml\na: 1\n```", "<pre><code>a: 1\n</code></pre>"),
        (
            '[a](https://example.org "t")',
            '<p><a href="https://example.org" rel="noopener nofollow">a</a></p>',
        ),
        (
            "https://example.org",
            '<p><a href="https://example.org" rel="noopener nofollow">https://example.org</a></p>',
        ),
        (
            "[a](mailto:a@example.org)",
            '<p><a href="mailto:a@example.org" rel="noopener nofollow">a</a></p>',
        ),
        ("", ""),
    ],
)
def test_what_people_write_looks_as_they_meant_it(markdown: str, html: str) -> None:
    assert safe_html(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        pytest.param("<img src=x onerror=alert(1)> a", "<p> a</p>", id="H02-image"),
        pytest.param("<svg onload=alert(1)></svg>", "<p></p>", id="H02-svg"),
        pytest.param("<details ontoggle=alert(1)>a</details>", "", id="H02-details"),
        pytest.param(
            "[x](javascript:alert(1))",
            link := '<p><a rel="noopener nofollow">x</a></p>',
            id="H03-plain",
        ),
        pytest.param("[x](JaVaScRiPt:alert(1))", link, id="H03-case"),
        pytest.param("[x](jav&#x09;ascript:alert(1))", link, id="H03-tab"),
        pytest.param("[x](vbscript:a)", link, id="H03-vbscript"),
        pytest.param("[x](data:text/html,a)", link, id="H03-data"),
        pytest.param(
            "# t {: onmouseover=a }", "<h3>t {: onmouseover=a }</h3>", id="H05-attribute-list"
        ),
        pytest.param(
            '--8<-- "secret/note.md"', '<p>--8&lt;-- "secret/note.md"</p>', id="H06-snippet"
        ),
        pytest.param("{{ config }}", "<p>{{ config }}</p>", id="H07-template"),
        pytest.param(
            "```mermaid\nclick A\n```", "<pre><code>click A\n</code></pre>", id="H08-diagram"
        ),
        pytest.param("a </script> --> ]]>", "<p>a  --&gt; ]]&gt;</p>", id="H09-closing"),
        pytest.param("![t](https://evil.example/track.gif)", "<p></p>", id="H10-image"),
        pytest.param("[x](//evil.example)", link, id="H11-protocol-relative"),
        pytest.param("[x](/people/)", link, id="relative"),
        pytest.param("<p class=hero id=top style=color:red>a</p>", "", id="classes"),
    ],
)
def test_hostile_markdown_is_harmless(markdown: str, html: str) -> None:
    assert safe_html(markdown) == html


@pytest.mark.parametrize("piece", ["[", "[a](", "<a ", "- ", "*a ", "![["], ids=repr)
def test_hostile_repetition_is_quick(piece: str) -> None:
    """H12 and H13: 50 ms on a quiet machine, with room for a busy one."""
    text = piece * 5000
    begin = time.process_time()

    safe_html(text)

    assert time.process_time() - begin < 0.5


@given(st.text())
def test_no_text_leaves_a_tag_that_is_not_on_the_list(text: str) -> None:
    html = safe_html(text)

    assert isinstance(html, SafeHtml)
    assert "<script" not in html
    assert "<img" not in html
