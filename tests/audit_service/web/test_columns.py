"""On a phone, what can be done and what belongs to a page stand before its history."""

from pathlib import Path

DESKS = Path("audit_service/desks")
HISTORY = "timeline(moments)"


def test_what_stands_beside_a_history_comes_before_it() -> None:
    pages = {file.name: file.read_text() for file in DESKS.glob("*/templates/*.html")}
    beside = {name: text for name, text in pages.items() if HISTORY in text and "<aside>" in text}

    late = [name for name, text in beside.items() if text.index(HISTORY) < text.index("<aside>")]

    assert {"case.html", "error_record.html", "picture.html", "question.html", "visit.html"} <= beside.keys()
    assert late == []
