"""Every limit of Slack's, at its edge: what just fits is taken, one more is refused."""

from typing import Any

import pytest

from bot.sandbox.limits import check_ack, check_message, check_view

Block = dict[str, Any]


def plain(text: str = "x") -> Block:
    return {"type": "plain_text", "text": text}


def md(text: str = "x") -> Block:
    return {"type": "mrkdwn", "text": text}


def option(text: str = "x", value: str = "v", **more: Any) -> Block:
    return {"text": plain(text), "value": value, **more}


def options(count: int) -> list[Block]:
    return [option(value=str(number)) for number in range(count)]


def section(**more: Any) -> Block:
    return {"type": "section", "text": md(), **more}


def button(**more: Any) -> Block:
    return {"type": "button", "text": plain(), "action_id": "a", **more}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def field(element: Block, **more: Any) -> Block:
    return {"type": "input", "label": plain(), "element": element, **more}


def buttons(count: int) -> list[Block]:
    return [button(action_id=str(number)) for number in range(count)]


def select(**more: Any) -> Block:
    return {"type": "static_select", "action_id": "a", "options": options(2), **more}


def table(rows: int, columns: int = 1, text: str = "x") -> Block:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": text}] * columns] * rows}


def data_table(rows: int = 2, **more: Any) -> Block:
    return table(rows) | {"type": "data_table", "caption": "c"} | more


def chart(**more: Any) -> Block:
    return {
        "type": "data_visualization",
        "title": "t",
        "chart": {"type": "pie", "segments": [{"label": "a", "value": 1}]},
        **more,
    }


def bars(series: int = 1, categories: int = 2, points: int | None = None) -> Block:
    names = [f"c{number}" for number in range(categories)]
    data = [{"label": one, "value": -1.5} for one in names[:points]]
    return chart(
        chart={
            "type": "bar",
            "series": [{"name": f"s{number}", "data": data} for number in range(series)],
            "axis_config": {"categories": names, "x_label": "x" * 50},
        }
    )


def pie(segments: int = 1, value: float = 1, label: str = "a") -> Block:
    return chart(chart={"type": "pie", "segments": [{"label": label, "value": value}] * segments})


def rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def rich_list(indent: int) -> Block:
    return rich(
        {
            "type": "rich_text_list",
            "style": "bullet",
            "indent": indent,
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}
            ],
        }
    )


def confirm(title: int = 1, text: int = 1, yes: int = 1) -> Block:
    return {
        "title": plain("x" * title),
        "text": md("x" * text),
        "confirm": plain("x" * yes),
        "deny": plain("n"),
    }


EDGES: list[tuple[str, Block, Block]] = [
    ("section text", section(text=md("x" * 3000)), section(text=md("x" * 3001))),
    ("section empty", section(), section(text=md(""))),
    ("section fields", section(fields=[md()] * 10), section(fields=[md()] * 11)),
    ("field text", section(fields=[md("x" * 2000)]), section(fields=[md("x" * 2001)])),
    ("block_id", section(block_id="b" * 255), section(block_id="b" * 256)),
    ("unknown field", section(), section(colour="red")),
    ("nothing said", section(), {"type": "section"}),
    (
        "header",
        {"type": "header", "text": plain("x" * 150)},
        {"type": "header", "text": plain("x" * 151)},
    ),
    ("header kind", {"type": "header", "text": plain()}, {"type": "header", "text": md()}),
    (
        "header level",
        {"type": "header", "text": plain(), "level": 4},
        {"type": "header", "text": plain(), "level": 5},
    ),
    ("actions", actions(*buttons(25)), actions(*buttons(26))),
    ("action_ids differ", actions(*buttons(2)), actions(button(), button())),
    (
        "context",
        {"type": "context", "elements": [md()] * 10},
        {"type": "context", "elements": [md()] * 11},
    ),
    ("button text", actions(button(text=plain("x" * 75))), actions(button(text=plain("x" * 76)))),
    ("button mrkdwn", actions(button()), actions(button(text=md()))),
    ("button value", actions(button(value="x" * 2000)), actions(button(value="x" * 2001))),
    ("button url", actions(button(url="x" * 3000)), actions(button(url="x" * 3001))),
    ("button style", actions(button(style="danger")), actions(button(style="huge"))),
    ("action_id", actions(button(action_id="x" * 255)), actions(button(action_id="x" * 256))),
    (
        "confirm title",
        actions(button(confirm=confirm(title=100))),
        actions(button(confirm=confirm(title=101))),
    ),
    (
        "confirm text",
        actions(button(confirm=confirm(text=300))),
        actions(button(confirm=confirm(text=301))),
    ),
    (
        "confirm yes",
        actions(button(confirm=confirm(yes=30))),
        actions(button(confirm=confirm(yes=31))),
    ),
    ("options", actions(select(options=options(100))), actions(select(options=options(101)))),
    ("no options", actions(select()), actions(select(options=[]))),
    (
        "option text",
        actions(select(options=[option("x" * 75)])),
        actions(select(options=[option("x" * 76)])),
    ),
    (
        "option value",
        actions(select(options=[option(value="x" * 150)])),
        actions(select(options=[option(value="x" * 151)])),
    ),
    (
        "option description",
        actions(select(options=[option(description=plain("x" * 75))])),
        actions(select(options=[option(description=plain("x" * 76))])),
    ),
    (
        "initial option",
        actions(select(initial_option=options(2)[1])),
        actions(select(initial_option=option(value="7"))),
    ),
    (
        "placeholder",
        actions(select(placeholder=plain("x" * 150))),
        actions(select(placeholder=plain("x" * 151))),
    ),
    (
        "overflow",
        section(accessory={"type": "overflow", "options": options(5)}),
        section(accessory={"type": "overflow", "options": options(6)}),
    ),
    (
        "checkboxes",
        section(accessory={"type": "checkboxes", "options": options(10)}),
        section(accessory={"type": "checkboxes", "options": options(11)}),
    ),
    (
        "radio buttons",
        section(accessory={"type": "radio_buttons", "options": options(10)}),
        section(accessory={"type": "radio_buttons", "options": options(11)}),
    ),
    (
        "date",
        section(accessory={"type": "datepicker", "initial_date": "2026-02-28"}),
        section(accessory={"type": "datepicker", "initial_date": "2026-02-30"}),
    ),
    (
        "time",
        section(accessory={"type": "timepicker", "initial_time": "09:00"}),
        section(accessory={"type": "timepicker", "initial_time": "25:00"}),
    ),
    (
        "multi select is no action",
        section(accessory=select(type="multi_static_select")),
        actions(select(type="multi_static_select")),
    ),
    (
        "input label",
        field(select(), label=plain("x" * 2000)),
        field(select(), label=plain("x" * 2001)),
    ),
    (
        "input hint",
        field(select(), hint=plain("x" * 2000)),
        field(select(), hint=plain("x" * 2001)),
    ),
    ("a button is no input", field(select()), field(button())),
    (
        "number_input",
        field({"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}),
        field({"type": "number_input", "min_value": "1"}),
    ),
    (
        "text length",
        field({"type": "plain_text_input", "max_length": 3000}),
        field({"type": "plain_text_input", "max_length": 3001}),
    ),
    (
        "initial text",
        field({"type": "plain_text_input", "max_length": 3, "initial_value": "abc"}),
        field({"type": "plain_text_input", "max_length": 3, "initial_value": "abcd"}),
    ),
    (
        "image alt",
        {"type": "image", "image_url": "https://x", "alt_text": "x" * 2000},
        {"type": "image", "image_url": "https://x", "alt_text": "x" * 2001},
    ),
    (
        "image source",
        {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x"},
        {"type": "image", "alt_text": "x"},
    ),
    (
        "markdown",
        {"type": "markdown", "text": "x" * 12_000},
        {"type": "markdown", "text": "x" * 12_001},
    ),
    ("rich list indent", rich_list(8), rich_list(9)),
    ("rich text", rich_list(0), rich({"type": "rich_text_dance", "elements": []})),
    ("table rows", table(100), table(101)),
    ("table columns", table(1, 20), table(1, 21)),
    ("table characters", table(10, 10, "x" * 100), table(10, 10, "x" * 101)),
    ("data_table rows", data_table(101), data_table(102)),
    ("data_table header and row", data_table(2), data_table(1)),
    ("data_table caption", data_table(), data_table(caption=None)),
    ("data_table page", data_table(page_size=100), data_table(page_size=101)),
    (
        "data_table even",
        data_table(rows=3),
        data_table() | {"rows": [table(1)["rows"][0], table(1, 2)["rows"][0]]},
    ),
    (
        "data_table header",
        data_table() | {"rows": [table(1)["rows"][0], [rich_list(0)]]},
        data_table() | {"rows": [[rich_list(0)], table(1)["rows"][0]]},
    ),
    ("chart title", chart(title="x" * 50), chart(title="x" * 51)),
    ("chart kind", chart(), chart(chart={"type": "radar"})),
    ("pie segments", pie(6), pie(7)),
    ("pie value", pie(value=0.5), pie(value=0)),
    ("chart label", pie(label="x" * 20), pie(label="x" * 21)),
    ("series", bars(6), bars(7)),
    ("categories", bars(categories=20), bars(categories=21)),
    ("a point per category", bars(), bars(points=1)),
    (
        "card",
        {"type": "card", "title": md("x" * 150)},
        {"type": "card", "title": md("x" * 151)},
    ),
    ("card body", {"type": "card", "body": md("x" * 200)}, {"type": "card", "body": md("x" * 201)}),
    ("card needs something", {"type": "card", "body": md()}, {"type": "card", "subtitle": md()}),
    (
        "carousel",
        {"type": "carousel", "elements": [{"type": "card", "body": md()}] * 10},
        {"type": "carousel", "elements": [{"type": "card", "body": md()}] * 11},
    ),
    (
        "container",
        {"type": "container", "title": plain(), "child_blocks": [section()] * 10},
        {"type": "container", "title": plain(), "child_blocks": [section()] * 11},
    ),
    (
        "context actions",
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": plain(), "value": "y"},
                    "negative_button": {"text": plain(), "value": "n"},
                }
            ],
        },
        {"type": "context_actions", "elements": [button()]},
    ),
    (
        "icon",
        {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "trash", "text": plain()}],
        },
        {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "star", "text": plain()}],
        },
    ),
    (
        "plan",
        {
            "type": "plan",
            "title": "p",
            "tasks": [{"task_id": "1", "title": "t", "status": "error"}],
        },
        {"type": "plan", "title": "p", "tasks": [{"task_id": "1", "title": "t", "status": "odd"}]},
    ),
]


@pytest.mark.parametrize(
    ("fits", "too_much"), [one[1:] for one in EDGES], ids=[e[0] for e in EDGES]
)
def test_a_block_at_its_limit_fits_and_beyond_it_does_not(fits: Block, too_much: Block) -> None:
    assert check_message({"text": "t", "blocks": [fits]}) == []
    [problem, *_] = check_message({"text": "t", "blocks": [too_much]})
    assert problem.code == "invalid_blocks"
    assert problem.pointer.startswith("/blocks/0")


@pytest.mark.parametrize(
    ("blocks", "code", "words"),
    [
        ([{"type": "divider"}] * 51, "invalid_blocks", "no more than 50 items allowed"),
        ([table(1), data_table()], "invalid_blocks", "only_one_table_allowed"),
        ([chart()] * 3, "invalid_blocks", "no more than 2 data_visualization"),
        (
            [{"type": "markdown", "text": "x" * 6001}] * 2,
            "msg_blocks_too_long",
            "in all markdown blocks",
        ),
        (
            [section(block_id="same"), section(block_id="same")],
            "invalid_blocks",
            "`block_id` same already exists",
        ),
        ([{"type": "alert", "text": plain()}], "invalid_blocks", "unsupported type: alert"),
        ([field({"type": "file_input"})], "invalid_blocks", "unsupported type: file_input"),
        (["words"], "invalid_blocks", "unsupported type"),
    ],
)
def test_a_messages_blocks_are_judged_together(blocks: Any, code: str, words: str) -> None:
    [problem, *_] = check_message({"text": "t", "blocks": blocks})
    assert problem.code == code
    assert words in problem.text


def test_attachments_are_at_most_a_hundred_and_share_the_one_table() -> None:
    assert check_message({"attachments": [{"text": "x"}] * 100}) == []
    [problem] = check_message({"attachments": [{"text": "x"}] * 101})
    assert problem.code == "too_many_attachments"
    [problem] = check_message({"attachments": [{"blocks": [table(1), table(1)]}]})
    assert problem.code == "invalid_attachments"


def modal(*blocks: Block, **more: Any) -> Block:
    return {
        "type": "modal",
        "title": plain("T" * 24),
        "submit": plain("S"),
        "blocks": list(blocks or [section()]),
        **more,
    }


VIEWS: list[tuple[str, Block, Block]] = [
    ("title", modal(), modal(title=plain("T" * 25))),
    ("submit", modal(submit=plain("S" * 24)), modal(submit=plain("S" * 25))),
    ("close", modal(close=plain("S" * 24)), modal(close=plain("S" * 25))),
    ("metadata", modal(private_metadata="x" * 3000), modal(private_metadata="x" * 3001)),
    ("callback", modal(callback_id="x" * 255), modal(callback_id="x" * 256)),
    ("external id", modal(external_id="x" * 255), modal(external_id="x" * 256)),
    ("blocks", modal(*[section()] * 100), modal(*[section()] * 101)),
    ("an input needs submit", modal(field(select())), modal(field(select()), submit=None)),
    ("surface", modal({"type": "alert", "text": plain()}), modal(chart())),
    ("no table in a modal", modal(), modal(data_table())),
    (
        "one focus",
        modal(field(select(focus_on_load=True))),
        modal(field(select(focus_on_load=True)), field(select(focus_on_load=True))),
    ),
    (
        "home",
        {"type": "home", "blocks": [data_table()]},
        {"type": "home", "blocks": [chart()]},
    ),
    (
        "home has no title",
        {"type": "home", "blocks": []},
        {"type": "home", "blocks": [], "title": plain()},
    ),
]


@pytest.mark.parametrize(
    ("fits", "too_much"), [one[1:] for one in VIEWS], ids=[v[0] for v in VIEWS]
)
def test_a_view_at_its_limit_fits_and_beyond_it_does_not(fits: Block, too_much: Block) -> None:
    assert check_view(fits) == []
    [problem, *_] = check_view(too_much)
    assert problem.code == "invalid_arguments"
    assert problem.pointer.startswith("/view")


def test_a_view_of_250_kb_is_too_large() -> None:
    blocks = [section(text=md("x" * 2900)) for _ in range(100)]
    [problem] = check_view(modal(*blocks))
    assert problem.code == "view_too_large"


def test_what_is_no_view_is_refused() -> None:
    assert [one.code for one in check_view("a modal")] == ["invalid_arguments"]


@pytest.mark.parametrize(
    ("body", "is_fine"),
    [
        ({"options": options(100)}, True),
        ({"options": options(101)}, False),
        ({"options": []}, True),
        ({"option_groups": [{"label": plain(), "options": options(1)}]}, True),
        ({"option_groups": [{"label": plain(), "options": []}]}, False),
        ({"text": "hm"}, False),
        ("hm", False),
    ],
)
def test_suggestions_have_their_limits(body: Any, is_fine: bool) -> None:
    assert (check_ack("block_suggestion", body) == []) is is_fine
