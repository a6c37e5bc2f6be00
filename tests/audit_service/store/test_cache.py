from audit_service.store.cache import Cache
from tests.audit_service.store.dossiers import Dossier
from tests.history import events_of


def test_what_was_used_least_recently_goes_first() -> None:
    cache = Cache(at_most=2)
    first, second, third = (Dossier.opened() for _ in range(3))
    cache.put([first, second])
    cache.get(first.id)

    cache.put([third])

    assert [cache.get(one.id) is not None for one in (first, second, third)] == [True, False, True]


def test_an_older_version_does_not_take_the_place_of_a_newer() -> None:
    cache = Cache()
    older = Dossier.opened()
    newer = older.copied().note()

    cache.put([newer, older])

    assert cache.get(older.id) is newer
    cache.drop([older.id])
    assert cache.get(older.id) is None


def test_what_others_recorded_is_followed() -> None:
    cache = Cache()
    held, unheld = Dossier.opened(), Dossier.opened()
    cache.put([held.copied()])
    later = events_of(held.note().note())

    cache.follow([*events_of(unheld), *later])

    followed = cache.get(held.id)
    assert (followed and followed.version, cache.get(unheld.id)) == (3, None)


def test_an_aggregate_of_which_a_part_was_missed_is_forgotten() -> None:
    cache = Cache()
    held = Dossier.opened()
    cache.put([held.copied()])

    cache.follow(events_of(held.note().note())[-1:])

    assert cache.get(held.id) is None
