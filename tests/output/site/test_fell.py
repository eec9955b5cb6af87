"""The picture of the front page."""

import re

from mentorgen.output.site.fell import THREADS, fell


def test_every_thread_is_drawn_once_and_once_more_where_it_lies_on_top() -> None:
    svg = fell()

    assert len(re.findall(r'class="t-madder" ', svg)) == THREADS - 1
    assert len(re.findall(r'class="t-woad" ', svg)) == THREADS - 1
    assert len(re.findall(r'class="t-weld" ', svg)) == 2
    assert len(re.findall(r"t-over", svg)) == 3


def test_it_is_hidden_from_screen_readers_and_always_the_same() -> None:
    assert fell().startswith('<svg class="fell" viewBox="0 0 660 660" aria-hidden="true">')
    assert fell() == fell()
