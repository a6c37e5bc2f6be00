"""Code lists of cases: ways of applying, reasons to refuse and to end. Titles are messages to translate."""

CHANNELS = {
    "window": "At the window",
    "online": "Online",
    "agent": "Through the village or community committee",
    "discovered": "Discovered by the office",
}

REFUSAL_REASONS = {
    "income": "Income is not below the standard",
    "asset": "Property is over the limit",
    "not_truthful": "Not truthfully declared",
    "refused_check": "The means check was refused",
    "other_programme": "Covered by another programme",
    "not_eligible": "The conditions of the programme are not met",
    "withdrew": "The application was withdrawn",
}

TERMINATION_REASONS = {
    "died": "The recipient died",
    "income": "Income is no longer below the standard",
    "asset": "Property is over the limit",
    "moved": "Moved out of the area",
    "withdrew": "Withdrew of their own accord",
    "refused_check": "The means check was refused",
    "fraud": "Not truthfully declared",
    "age": "The age of the programme was passed",
    "guardian_resumed": "A parent or guardian took up the care again",
    "other_programme": "Covered by another programme",
}
