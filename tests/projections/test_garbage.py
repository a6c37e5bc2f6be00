"""Sparing Python the search for garbage while very many objects are made."""

import gc

from projections.garbage import few_collections


def test_leaves_the_search_for_garbage_as_it_was() -> None:
    gc.disable()
    try:
        with few_collections():
            during = gc.isenabled()
        after = gc.isenabled()
    finally:
        gc.enable()

    assert not during
    assert not after
