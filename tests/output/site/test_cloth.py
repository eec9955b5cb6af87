"""Cloth as SVG: whole pixels, ids of its own, the same bytes each time."""

import re

import pytest

from mentorgen.output.site.cloth import bolt, pattern_id, progress, swatch, weaves
from mentorgen.output.site.drafts import Draft
from mentorgen.output.site.dyes import Dye, Threads
from mentorgen.output.site.wardrobe import Cloth

GRID = ("##..", ".##.", "..##", "#..#")
CLOTH = Cloth(Draft((0, 1, 2, 3), (0, 1, 2, 3), GRID, GRID), Threads("woad", "natural"), Dye.WOAD)


def test_a_swatch_is_a_pattern_that_fills_its_box() -> None:
    assert swatch(CLOTH, "card-ana", cell=7, height=64) == (
        '<svg class="cloth" width="100%" aria-hidden="true" '
        'style="height:64px;--warp:var(--woad);--weft:var(--natural)"><defs>'
        '<pattern id="card-ana" width="28" height="28" patternUnits="userSpaceOnUse">'
        '<g transform="scale(7)"><path class="k-gap" d="M0 0h4v4H0z"/>'
        '<path class="k-weft" d="M2 .5h2M0 1.5h1M3 1.5h1M0 2.5h2M1 3.5h2"/>'
        '<path class="k-warp" d="M.5 0v1M.5 3v1M1.5 0v2M2.5 1v2M3.5 2v2"/></g></pattern></defs>'
        '<rect width="100%" height="100%" fill="url(#card-ana)"/></svg>'
    )


def test_a_swatch_without_a_height_takes_its_boxes() -> None:
    assert 'style="--warp' in swatch(CLOTH, "a", cell=4)


def test_swatches_of_a_page_share_what_is_woven_alike() -> None:
    other = Cloth(Draft((0,), (0,), ("#.",), ("#.", ".#")), Threads("weld", "natural"), Dye.WELD)
    again = Cloth(CLOTH.draft, Threads("madder", "natural"), Dye.MADDER)

    shared = weaves([CLOTH, other, again])
    first, second, third = (
        swatch(cloth, "card", cell=7, shares=True) for cloth in (CLOTH, other, again)
    )

    ids = re.findall(r'<g id="([^"]+)"', shared)
    assert len(set(ids)) == len(ids) == 2
    assert f'<use xlink:href="#{ids[0]}" transform="scale(7)"/></pattern>' in first
    assert f'href="#{ids[1]}"' in second
    assert f'href="#{ids[0]}"' in third
    assert '<path class="k-weft" d="M1 .5h1M0 1.5h1"/>' in shared


def test_a_bolt_has_a_band_for_each_meeting_held() -> None:
    svg = bolt(CLOTH, "bolt", held=3, planned=12, label="3 of 12 meetings held")

    assert 'role="img" aria-label="3 of 12 meetings held"' in svg
    assert re.findall(r'<rect x="([\d.]+)%" width="([\d.]+)%"', svg) == [
        ("0.000", "8.333"),
        ("8.333", "8.333"),
        ("16.667", "8.333"),
    ]


def test_more_meetings_than_planned_make_narrower_bands() -> None:
    svg = bolt(CLOTH, "bolt", held=4, planned=2, label="")

    assert re.findall(r'<rect x="([\d.]+)%"', svg) == ["0.000", "25.000", "50.000", "75.000"]


def test_a_bolt_of_nothing_planned_is_bare() -> None:
    assert 'fill="url(#bolt)"' not in bolt(CLOTH, "bolt", held=0, planned=0, label="")


@pytest.mark.parametrize(("done", "of", "share"), [(3, 4, "75.0"), (0, 0, "0.0"), (1, 3, "33.3")])
def test_progress_is_woven_as_far_as_it_is_done(done: int, of: int, share: str) -> None:
    svg = progress(CLOTH, "goal", done=done, of=of, label="so far")

    assert f'<rect width="{share}%" height="20" fill="url(#goal)"/>' in svg


def test_a_label_cannot_break_out_of_its_attribute() -> None:
    assert '"><script>' not in progress(CLOTH, "goal", done=0, of=1, label='"><script>')


def test_ids_keep_plain_slugs_and_tell_all_others_apart() -> None:
    names = ["ana-ben", "ana/ben", "ana ben", "Ana-ben", "ána-ben", "", '"><b>']

    ids = [pattern_id("card", name) for name in names]

    assert ids[0] == "card-ana-ben"
    assert ids[1] == "card-ana_2f_ben"
    assert len(set(ids)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", id_) for id_ in ids)
