"""One's own settings, and for admins the workspace's calendar: a form, and what was kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from bot.domain.measuring import ASKED_ABOUT
from bot.domain.names import key_of
from bot.domain.parsing_leave import read_days_off
from bot.domain.people import Person, Role, Workspace
from bot.domain.preferences import REMIND_BEFORE, Choices, Message, Ours, Reminding, zones
from bot.domain.timing import LEADS
from bot.domain.working_days import NO_COUNTRY, countries, country_of_zone
from bot.i18n import SIDE_BY_SIDE, Mrkdwn, Translator
from bot.ids import PICK_COUNTRY, PICK_ZONE, SETTINGS_FORM, VALUE
from bot.views import phrases
from bot.views.blocks import (
    Block,
    Page,
    Values,
    actions,
    channel_input,
    checkboxes,
    checked,
    chosen,
    context,
    divider,
    external_select,
    field,
    header,
    modal,
    option,
    page,
    picked_time,
    section,
    select,
    text_input,
    time_input,
    typed,
)

LOCALES = {"en": "en-US", "ko": "ko-KR"}
AS_SLACK = "slack"
NONE = "none"
"""The choice of a country without public holidays."""

YES = "yes"

OFFERED = 20
"""Options while someone types: Slack drops answers of 20 KB to Socket Mode."""


def form(person: Person, workspace: Workspace | None, carried: str, t: Translator) -> Block:
    """With a workspace for admins, who see its calendar below their own."""
    blocks = [
        *_language_and_place(person, t),
        *_hours(person, t),
        field(
            "days_off",
            t("settings-days-off"),
            text_input(VALUE, lines=True, value=_leaves(person)),
            optional=True,
            hint=t("settings-days-off-hint"),
        ),
        *_messages(person, t),
        *(_team_channel(person, t) if person.role is Role.MANAGER else ()),
    ]
    if workspace is not None:
        blocks += _workspaces(workspace, t)
    return modal(
        t,
        SETTINGS_FORM,
        t("settings-title"),
        blocks,
        submit=t("form-save"),
        carried=carried,
    )


def _language_and_place(person: Person, t: Translator) -> list[Block]:
    languages = [option(t("settings-as-slack"), AS_SLACK)]
    languages += [option(t(f"settings-language-{key}"), key) for key in LOCALES]
    own = next((key for key, locale in LOCALES.items() if locale == person.own_locale), AS_SLACK)
    zone = option(_zone(person.own_tz, t), person.own_tz) if person.own_tz else None
    country = _country_chosen(person.own_country, t)
    holds = t.country(person.country) if person.country else t("settings-no-holidays")
    return [
        field("language", t("settings-language"), select(VALUE, languages, chosen=own)),
        field(
            "zone",
            t("settings-zone"),
            external_select(PICK_ZONE, t("settings-zone-hint", zone=t.place(person.tz)), zone),
            optional=True,
        ),
        field(
            "country",
            t("settings-country"),
            external_select(PICK_COUNTRY, t("settings-country-hint", country=holds), country),
            optional=True,
        ),
    ]


def _hours(person: Person, t: Translator) -> list[Block]:
    return [
        field("week", t("settings-week"), _week(person.working_days, t)),
        field("begins", t("settings-begins"), time_input(VALUE, person.workday_start)),
        field("ends", t("settings-ends"), time_input(VALUE, person.workday_end)),
        field(
            "morning",
            t("settings-morning"),
            time_input(VALUE, person.morning_at),
            optional=True,
            hint=t("settings-morning-hint"),
        ),
    ]


def _week(days: Iterable[int], t: Translator) -> Block:
    options = [option(t.weekday(day), str(day)) for day in range(1, 8)]
    return checkboxes(VALUE, options, {str(day) for day in days})


def _messages(person: Person, t: Translator) -> list[Block]:
    kinds = [option(t(f"settings-message-{one.value}"), one.value) for one in Message]
    wanted = {one.value for one in Message if person.wants(one)}
    leads = [option(t("settings-before-minutes", count=one), str(one)) for one in LEADS]
    leads.append(option(t("settings-before-none"), "0"))
    ways = [option(t(f"settings-reminding-{one.value}"), one.value) for one in Reminding]
    return [
        field("messages", t("settings-messages"), checkboxes(VALUE, kinds, wanted), optional=True),
        field(
            "reminding",
            t("settings-reminding"),
            select(VALUE, ways, chosen=person.reminding.value),
        ),
        field(
            "before",
            t("settings-before"),
            select(VALUE, leads, chosen=str(person.remind_before)),
            hint=t("settings-before-hint"),
        ),
    ]


def _team_channel(person: Person, t: Translator) -> list[Block]:
    return [
        field(
            "team_channel",
            t("settings-team-channel"),
            channel_input(VALUE, person.team_channel),
            optional=True,
            hint=t("settings-team-channel-hint"),
        )
    ]


def _workspaces(workspace: Workspace, t: Translator) -> list[Block]:
    country = _country_chosen(workspace.country, t)
    return [
        divider(),
        header(t("settings-workspace")),
        field(
            "workspace_zone",
            t("settings-workspace-zone"),
            external_select(PICK_ZONE, workspace.tz, option(_zone(workspace.tz, t), workspace.tz)),
            hint=t("settings-workspace-zone-hint"),
        ),
        field(
            "workspace_currency",
            t("settings-workspace-currency"),
            text_input(VALUE, value=workspace.currency),
            hint=t("settings-workspace-currency-hint"),
        ),
        field(
            "workspace_country",
            t("settings-workspace-country"),
            external_select(PICK_COUNTRY, t("settings-workspace-country-hint"), country),
            optional=True,
        ),
        field(
            "workspace_week",
            t("settings-workspace-week"),
            _week(workspace.working_days, t),
            hint=t("settings-workspace-week-hint"),
        ),
        field(
            "wins_channel",
            t("settings-wins-channel"),
            channel_input(VALUE, workspace.wins_channel),
            optional=True,
            hint=t("won-form-channel-hint"),
        ),
        *_questions(workspace, t),
    ]


def _questions(workspace: Workspace, t: Translator) -> list[Block]:
    signals = [option(t(f"settings-asks-{one.replace('_', '-')}"), one) for one in ASKED_ABOUT]
    compares = [option(t("settings-compare-yes"), YES)]
    return [
        field(
            "asks_about",
            t("settings-asks"),
            checkboxes(VALUE, signals, set(ASKED_ABOUT) - workspace.quieted),
            optional=True,
        ),
        field(
            "compare",
            t("settings-compare"),
            checkboxes(VALUE, compares, {YES} if workspace.holds_back else set()),
            optional=True,
            hint=t("settings-compare-hint"),
        ),
    ]


def _leaves(person: Person) -> str:
    """A line each, in digits that both languages read back."""
    return "\n".join(
        one.first.isoformat() if one.first == one.last else f"{one.first} ~ {one.last}"
        for one in person.days_off
    )


def _country_chosen(code: str | None, t: Translator) -> Block | None:
    if code is None:
        return None
    return option(t.country(code), code) if code else option(t("settings-no-holidays"), NONE)


def _zone(tz: str, t: Translator) -> str:
    return f"{tz}{SIDE_BY_SIDE}{t.place(tz)}"


@dataclass(frozen=True, slots=True)
class Filled:
    """`ours` is what an admin set for the workspace, None where the form had no part for it."""

    choices: Choices
    ours: Ours | None


def read(values: Values, today: date) -> Filled:
    """Raises Refusal for days off that can't be read."""
    wanted = checked(values, "messages")
    ours = None
    if "workspace_week" in values:
        ours = Ours(
            country=_code(values, "workspace_country"),
            week=_days(values, "workspace_week"),
            wins_channel=chosen(values, "wins_channel") or None,
            quieted=frozenset(ASKED_ABOUT) - checked(values, "asks_about"),
            holds_back=YES in checked(values, "compare"),
            tz=chosen(values, "workspace_zone") or None,
            currency=typed(values, "workspace_currency").strip().upper() or None,
        )
    return Filled(
        Choices(
            locale=LOCALES.get(chosen(values, "language")),
            tz=chosen(values, "zone") or None,
            country=_code(values, "country"),
            workday_start=picked_time(values, "begins") or time(9),
            workday_end=picked_time(values, "ends") or time(18),
            working_days=_days(values, "week"),
            morning_at=picked_time(values, "morning"),
            days_off=read_days_off(typed(values, "days_off"), today),
            muted=frozenset(one for one in Message if one.value not in wanted),
            reminding=Reminding(chosen(values, "reminding")),
            team_channel=chosen(values, "team_channel") or None,
            remind_before=int(chosen(values, "before") or REMIND_BEFORE),
        ),
        ours,
    )


def _code(values: Values, name: str) -> str | None:
    picked = chosen(values, name)
    return NO_COUNTRY if picked == NONE else picked or None


def _days(values: Values, name: str) -> frozenset[int]:
    return frozenset(int(day) for day in checked(values, name))


def offered_zones(words: str, t: Translator) -> list[Block]:
    """The time zones whose name or city holds the words, in either script."""
    named = ((tz, _zone(tz, t)) for tz in zones())
    return _fitting(words, ((label, tz, t.country(country_of_zone(tz))) for tz, label in named))


def offered_countries(words: str, t: Translator) -> list[Block]:
    """The countries whose holidays are known, by their names or codes; none at all goes first."""
    named = sorted((t.country(code), code) for code in countries())
    offered = [(t("settings-no-holidays"), NONE, ""), *((name, code, code) for name, code in named)]
    return _fitting(words, offered)


def _fitting(words: str, offered: Iterable[tuple[str, str, str]]) -> list[Block]:
    wanted = key_of(words)
    found = (
        option(label, value)
        for label, value, also in offered
        if wanted in key_of(label) or wanted in key_of(also)
    )
    return [one for one, _ in zip(found, range(OFFERED), strict=False)]


def kept(person: Person, act_id: int, t: Translator) -> Page:
    """What holds from now on, in the language chosen."""
    said = t.md("settings-kept")
    week = [t.weekday(day) for day in sorted(person.working_days)]
    holidays = t.country(person.country) if person.country else t("settings-no-holidays")
    lines = [
        t.md(
            "settings-kept-hours",
            week=week,
            begins=t.clock(person.workday_start),
            ends=t.clock(person.workday_end),
            zone=t.place(person.tz),
            holidays=holidays,
        ),
        t.md("settings-kept-morning", at=t.clock(person.morning)),
    ]
    if person.days_off:
        leaves = [
            t.day(one.first) if one.first == one.last else f"{t.day(one.first)} – {t.day(one.last)}"
            for one in person.days_off
        ]
        lines.append(t.md("settings-kept-days-off", leaves=leaves))
    return page(
        said,
        section(said),
        context(Mrkdwn("\n".join(lines))),
        actions(phrases.undo_button(act_id, t)),
    )
