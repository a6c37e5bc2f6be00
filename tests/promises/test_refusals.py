"""Whatever can be refused or go wrong is told in the same words where another process found it."""

import pickle
import re
from collections.abc import Iterator
from uuid import UUID

import pytest

from audit_service.desks.carrying import every_module
from audit_service.desks.officials.attempts import rule
from audit_service.store import errors
from audit_service.web.translation import read_in, translations
from domain.money import Fen
from domain.refusal import Reference, Refused

every_module()


def every_refusal(kind: type[Refused] = Refused) -> Iterator[type[Refused]]:
    for refusal in kind.__subclasses__():
        if refusal.SENTENCE:
            yield refusal
        yield from every_refusal(refusal)


@pytest.mark.parametrize("refusal", sorted(set(every_refusal()), key=str), ids=lambda one: one.CODE)
def test_a_refusal_reaches_another_process_with_its_facts(refusal: type[Refused]) -> None:
    names = re.findall(r"%\((\w+)\)s", refusal.SENTENCE)
    event = Reference(stream=UUID(int=1), version=7)
    refused = refusal(**dict.fromkeys(names, Fen(144000))).resting_on(event)

    arrived = pickle.loads(pickle.dumps(refused))

    assert (type(arrived), str(arrived), arrived.facts) == (refusal, str(refused), refused.facts)
    assert arrived.rests_on == event


@pytest.mark.parametrize("refusal", sorted(set(every_refusal()), key=str), ids=lambda one: one.CODE)
def test_the_rule_alone_is_told_with_what_its_facts_are(refusal: type[Refused]) -> None:
    with read_in("zh"):
        told = rule(refusal.CODE)

    facts = re.findall("〔(.*?)〕", told)
    assert len(facts) == len(re.findall(r"%\(\w+\)s", translations("zh").gettext(refusal.SENTENCE)))
    assert not [fact for fact in facts if re.search("[a-z]", fact)]
    assert "%(" not in told


FAILURES = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
GIVEN = {"NotOnRecord": (UUID(int=1),), "StaleVersion": (UUID(int=1), 1, 2), "KeyDestroyed": (UUID(int=1),)}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_of_the_store_reaches_another_process(failure: type[Exception]) -> None:
    failed = failure(*GIVEN.get(failure.__name__, ("words",)))

    arrived = pickle.loads(pickle.dumps(failed))

    assert (type(arrived), str(arrived), vars(arrived)) == (failure, str(failed), vars(failed))
