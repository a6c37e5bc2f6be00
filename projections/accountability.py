"""What is on record about how errors are judged and inspected: most views have no use for it."""

from domain.inspections.discipline_lead import DisciplineLead
from domain.inspections.inspection import Inspection
from domain.tolerance.lesson import Lesson
from domain.tolerance.prior_filing import PriorFiling
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import ToleranceRules

OPEN_TO_ALL_ROLES = (ToleranceRules, ToleranceReview, PriorFiling, Lesson, Inspection)
ACCOUNTABILITY = (*OPEN_TO_ALL_ROLES, DisciplineLead)
