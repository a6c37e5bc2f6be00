"""Sparing Python the search for garbage while a batch is folded."""

import gc

from projections.scan import _few_collections


def test_leaves_the_search_for_garbage_as_it_was() -> None:
    gc.disable()
    try:
        with _few_collections():
            during = gc.isenabled()
        after = gc.isenabled()
    finally:
        gc.enable()

    assert not during
    assert not after
