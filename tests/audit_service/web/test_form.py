import re

from starlette.datastructures import FormData
from starlette.testclient import TestClient

from audit_service.web.forms import Form
from tests.audit_service.web.gallery import RecordChange, gallery

ANSWERS = {
    "area": "210200",
    "kind": "urban",
    "monthly_income": "1,440.00",
    "members": "3",
    "from_day": "2021-07-01",
    "favourable": "no",
    "because": "理由充分",
}


def read(**more: str) -> Form[RecordChange]:
    return Form.read(RecordChange, FormData({**ANSWERS, **more}))


def test_a_form_becomes_its_command() -> None:
    command = read().command()

    assert command is not None
    assert (command.monthly_income, command.favourable, command.told) == (144000, False, False)


def test_each_form_has_a_key_of_its_own_and_keeps_it() -> None:
    assert Form.blank(RecordChange).key != Form.blank(RecordChange).key
    assert read(_key="abc").key == "abc"
    assert len(read(_key="").key) > 20


def test_a_form_remembers_what_was_seen() -> None:
    form = read(_version="7", _seen="42")

    assert (form.version, form.seen) == (7, 42)
    assert (read(_version="x").version, read(_seen="x").seen) == (None, 0)


def test_a_part_is_added_by_a_button() -> None:
    form = read(_add="uplifts")

    assert form.unfinished
    assert form.answers["uplifts"] == [{"category": "", "percent": ""}]


def test_a_part_is_removed_by_a_button() -> None:
    parts = {"uplifts-parts": "2", "uplifts-0-percent": "20", "uplifts-1-percent": "30"}

    form = read(_remove="uplifts-0", **parts)

    assert form.unfinished
    assert [part["percent"] for part in form.answers["uplifts"]] == ["30"]


def test_buttons_that_no_page_has_change_nothing() -> None:
    assert read(_remove="uplifts-9").answers == read().answers
    assert not read(_add="because", _remove="because-0").unfinished


def test_a_refusal_is_shown_where_it_belongs() -> None:
    form = read()
    form.refused("公示期未满。")
    form.refused("不能早于今天。", "from_day")

    assert [mistake.anchor for mistake in form.mistakes] == ["", "from_day"]
    assert form.mistake_at("from_day") == "不能早于今天。"
    assert form.mistake_at("area") == ""


def test_a_page_brings_back_what_was_written_and_says_what_is_wrong() -> None:
    client = TestClient(gallery())

    answer = client.post("/form", data={**ANSWERS, "members": "<99>", "_key": "k", "_version": "7"})

    assert answer.status_code == 422
    assert 'href="#members"' in answer.text
    assert "&lt;99&gt;" in answer.text
    assert re.search(r'name="_key" value="k"', answer.text)
    assert re.search(r'name="_version" value="7"', answer.text)


def test_a_posted_page_becomes_a_command() -> None:
    answer = TestClient(gallery()).post("/form", data=ANSWERS)

    assert answer.json()["monthly_income"] == 144000


def test_parts_that_are_all_blank_stay_to_be_filled_in() -> None:
    form = read(members="many", **{"uplifts-parts": "2"})

    assert form.command() is None
    assert form.answers["uplifts"] == [{"category": "", "percent": ""}] * 2
    assert {mistake.anchor for mistake in form.mistakes} == {"members"}
