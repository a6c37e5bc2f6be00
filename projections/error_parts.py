"""Who has had which part in an error, and how far it has got: what every act leaves in the register."""

from domain.errors.duties import TAKEN_BY
from domain.kernel import Event
from projections.error_tables import NOTHING, entries, errors, months, parts
from projections.kernel import Touching
from projections.rows import Rows
from projections.shape import Row

HELD = {parts: ("originator_id", "by")}
"""What every act looks into: which parts its official has already."""
MONEY: Touching = {**HELD, months: "originator_id", entries: "originator_id"}
"""What every act about money looks into besides: the months and the ledger."""


def note(rows: Rows, event: Event) -> Row:
    """Note how far an error has got and who had a part in it, and return its row."""
    row = rows.of(errors, event.stream)
    row.version, row.position = event.originator_version, event.position
    part, _title = TAKEN_BY.get(event.TOPIC, (NOTHING, NOTHING))
    if part and rows.find(parts, event.stream, event.by, part) is None:
        rows.add(parts, error_id=event.stream, person=event.by, part=part, position=event.position)
    return row
