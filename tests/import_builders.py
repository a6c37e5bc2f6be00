"""Valid examples of imports."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from audit_service.imports.about import About, SentFile
from audit_service.imports.folder import Sent
from audit_service.imports.work import work
from audit_service.office import Office
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.imports.imported import FileCounts, Import, ImportedFile
from domain.kernel import Aggregate
from tests.builders import (
    CLERK,
    ZHONGSHAN,
    a_case_taken_over,
    a_household,
    a_person,
    a_register_entry,
    an_act,
)
from tests.ledger_files import fictional_ledgers
from tests.question_builders import a_question_taken_over
from tests.visit_builders import a_visit_taken_over


def an_imported_file(**more: Any) -> ImportedFile:
    values: dict[str, Any] = {"name": "低保.xlsx", "content_hash": "0f" * 32, "kinds": "dibao", "rows": 12}
    return ImportedFile(**(values | more))


def an_import(number: str = "DR-20210401-0000abcd", **more: Any) -> Import:
    """A register of the city's centre that was announced."""
    values: dict[str, Any] = {"files": (an_imported_file(),), "areas": (ZHONGSHAN,)}
    return Import.announce(number, act=an_act(by=CLERK, role="clerk"), **(values | more))


def an_import_carried_out(number: str = "DR-20210401-0001abcd", **more: Any) -> Import:
    imported = an_import(number, **more)
    imported.carry_out((FileCounts(accepted=9, duplicate=1, rejected=2),), an_act(by=CLERK, role="clerk"))
    return imported


def an_import_taken_back(number: str = "DR-20210401-0002abcd") -> Import:
    imported = an_import_carried_out(number)
    imported.order_taking_back(an_act(by=CLERK, role="clerk"))
    imported.take_back(9, 0, an_act(by=CLERK, role="clerk"))
    return imported


def entries_taken_back() -> tuple[Aggregate, ...]:
    """What an import had brought on record, taken back; some of it was brought again."""
    act = an_act(by=CLERK, role="clerk", because="")
    case, again = a_case_taken_over(number="DB-0091"), a_case_taken_over(number="DB-0092")
    visit, question = a_visit_taken_over(number="ZF-0091"), a_question_taken_over(number="ZF-0091-1")
    gone, household, joined = a_person("gone"), a_household("H-0091", "gone"), a_household("H-0092", "gone")
    for entry in (case, again, visit, question):
        entry.withdraw_takeover(act)
    gone.withdraw_registration(act)
    household.withdraw_formation(act)
    joined.leave(gone.id, act)
    joined.join(gone.id, "本人", act)
    joined.withdraw_membership(gone.id, act)
    Case.take_over(a_register_entry(number="DB-0092"), act, withdrawn=again)
    return case, again, visit, question, gone, household, joined


def a_sent_import(office: Office, folder: Path, **sizes: int) -> Sent:
    """Fictional ledgers that the clerk sent in."""
    sent = office.imports.begin(office.today())
    files = []
    for place, ledger in enumerate(fictional_ledgers(sizes or {"dibao": 40}, seed=1)):
        content = ledger.write(folder / f"{ledger.kind.code}.xlsx").read_bytes()
        office.imports.keep_file(sent, place, BytesIO(content))
        name = f"{ledger.kind.code}.xlsx"
        files.append(SentFile(name=name, size=len(content), content_hash="0f" * 32))
    now = datetime.now(UTC)
    sent.note(About(number=sent.number, sent_by=CLERK, sent_at=now, files=files))
    sent.ask()
    return sent


def a_sent_import_carried_out(office: Office, folder: Path, **sizes: int) -> Sent:
    """Fictional ledgers that were sent in, tried out and taken over."""
    sent = a_sent_import(office, folder, **sizes)
    work(office, sent.number)
    announce(office, sent)
    work(office, sent.number)
    return sent


def announce(office: Office, sent: Sent) -> None:
    """The clerk has what was sent in carried out."""
    about = sent.about
    files = tuple(file.imported for file in about.taken)
    announced = an_import(sent.number, files=files, areas=tuple(about.areas))
    office.record.keep(Submission(aggregates=(announced,)))
