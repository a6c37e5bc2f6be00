"""What the reports for inspectors say of each row."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.inspecting.late import BandAnswer, RecordingAnswer
from audit_service.desks.inspecting.segregation import BreachAnswer
from audit_service.desks.inspecting.words import MEASURES, NOTICES, page_at, rule_name
from audit_service.desks.names import area_name, role_name
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day
from projections.late_lists import BANDS

BREACHES = Handout[BreachAnswer](
    "reports-segregation",
    "Segregation of duties",
    (
        ListColumn[BreachAnswer](title="Recorded", value=lambda each: each.recorded_at),
        ListColumn(title="Rule", value=lambda each: rule_name(each.rule)),
        ListColumn(title="Official", value=lambda each: each.by),
        ListColumn(title="Role", value=lambda each: role_name(each.role)),
        ListColumn(title="What was done", value=lambda each: each.act),
        ListColumn(
            title="What it was about",
            value=lambda each: each.number or NOTHING,
            href=lambda each: page_at(each.kind, each.number),
        ),
        ListColumn(title="Area", value=lambda each: area_name(each.area)),
        ListColumn(title="What makes it so", value=lambda each: each.because),
        ListColumn(title="Position", value=lambda each: each.position, figure=True),
    ),
)


def _notice(each: RecordingAnswer) -> str:
    if not each.after:
        return NOTHING
    told = {"kind": _(NOTICES[each.after]), "number": each.notice, "day": day(each.notice_on)}
    return _("%(kind)s %(number)s of %(day)s", **told)


DAYS_LATE = ListColumn[RecordingAnswer](title="Days late", value=lambda each: each.lag, figure=True)
ACT = ListColumn[RecordingAnswer](title="What was recorded", value=lambda each: each.act)
ABOUT = ListColumn[RecordingAnswer](
    title="What it was about",
    value=lambda each: each.number or NOTHING,
    href=lambda each: page_at(each.kind, each.number),
)
AFTER_A_NOTICE = ListColumn[RecordingAnswer](title="After a notice", value=_notice)
AT = ListColumn[RecordingAnswer](title="Position", value=lambda each: each.position, figure=True)

RECORDINGS = Handout[RecordingAnswer](
    "reports-late",
    "Late recordings",
    (
        ListColumn[RecordingAnswer](title="Recorded", value=lambda each: each.recorded_at),
        ListColumn(title="Happened on", value=lambda each: each.happened_on),
        DAYS_LATE,
        ListColumn(title="Counts from", value=lambda each: _(MEASURES[each.measured])),
        ACT,
        ABOUT,
        ListColumn(title="Area", value=lambda each: area_name(each.area)),
        ListColumn(title="Official", value=lambda each: each.by),
        ListColumn(title="Unit", value=lambda each: each.unit),
        AFTER_A_NOTICE,
        AT,
    ),
)
LISTED_RECORDINGS: tuple[ListColumn[RecordingAnswer], ...] = (
    ListColumn(title="Recorded", value=lambda each: (each.recorded_at, each.by)),
    ListColumn(title="Happened on", value=lambda each: (each.happened_on, _(MEASURES[each.measured]))),
    *(DAYS_LATE, ACT, ABOUT, AFTER_A_NOTICE, AT),
)
"""Columns of late recordings on their page, where there is less room than in a file."""


def band_name(band: BandAnswer) -> str:
    """Return the days of a band of the histogram."""
    later = [days for days in BANDS if days > band.days]
    if not later:
        return _("%(first)s days and more", first=band.days)
    return _("%(first)s to %(last)s days", first=band.days, last=later[0] - 1)
