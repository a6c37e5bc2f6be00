"""The roles that officials act in: shared words, of the officials' area as of the cases'."""

CLERK, CASEWORKER, MANAGER, INSPECTOR = "clerk", "caseworker", "manager", "inspector"
ORGAN = "organ"
"""Of the organ that decides accountability: determines whether an error is tolerated."""
OPERATOR = "operator"
"""Runs the machines; decides on nobody's case."""

ROLES = {
    CLERK: "Clerk",
    CASEWORKER: "Caseworker",
    MANAGER: "Manager",
    INSPECTOR: "Inspector",
    ORGAN: "Member of the organ",
    OPERATOR: "Operator",
}
"""Titles by role; messages to translate."""
