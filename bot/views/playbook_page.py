"""The playbook at a glance, its versions, and one version with who said what of it."""

from collections.abc import Sequence
from datetime import date

from bot.domain.outcomes import PlaybookPage
from bot.domain.playbook_agreement import Shown, Version, Voice
from bot.domain.stages import Stage
from bot.i18n import Day, Mrkdwn, Translator
from bot.ids import (
    PLAYBOOK_AGREE,
    PLAYBOOK_EDIT,
    PLAYBOOK_HISTORY,
    PLAYBOOK_OBJECT,
    PLAYBOOK_SHOW,
    PLAYBOOK_START,
    PLAYBOOK_WITHDRAW,
)
from bot.views import carry, criteria_fields, playbook_changes
from bot.views.blocks import (
    MOST_SECTION,
    Block,
    Page,
    actions,
    button,
    clip,
    confirm,
    context,
    divider,
    page,
    section,
)

MOST_STAGES = 30
MOST_VERSIONS = 12
MOST_VOICES = 20
MOST_CONTEXT = 1900
LONGEST_NOTE = 500
LONGEST_NAME = 60


def build(shown: PlaybookPage, t: Translator, today: date) -> Page:
    """Each stage with what it is for and what must be true to leave it."""
    version = shown.version
    since = version.in_force_at.astimezone(t.zone).date() if version.in_force_at else today
    said = t.md("playbook-says", version=version.version, since=Day(since, today))
    blocks: list[Block] = [section(said), context(_story(version, t))]
    several = len(shown.stages.pipelines) > 1
    told = 0
    for pipeline in shown.stages.pipelines:
        if several:
            blocks.append(section(t.md("playbook-pipeline", pipeline=pipeline)))
        ours = shown.stages.within(pipeline.key).all
        for number, stage in enumerate(ours, 1):
            told += 1
            if told <= MOST_STAGES and not stage.ends:
                blocks.append(section(_stage(number, stage, t)))
    reasons = tuple(shown.stages.offered_lost_reasons)
    if reasons:
        blocks.append(context(t.md("playbook-reasons", reasons=reasons)))
    if shown.overrides:
        counted = [
            t(
                "playbook-override",
                stage=one.stage,
                times=one.times,
                person=clip(one.person, LONGEST_NAME),
            )
            for one in shown.overrides
        ]
        blocks.append(context(t.md("playbook-overrides", overrides=tuple(counted))))
    buttons = [button(t("playbook-history"), PLAYBOOK_HISTORY)]
    if shown.may_propose:
        buttons.insert(0, button(t("playbook-edit"), PLAYBOOK_EDIT))
    return page(said, *blocks, actions(*buttons))


def _stage(number: int, stage: Stage, t: Translator) -> Mrkdwn:
    lines = [
        t.md(
            "playbook-stage",
            number=number,
            stage=stage,
            probability=stage.probability,
            days=stage.expected_days,
        )
    ]
    if stage.purpose:
        words = stage.purpose.get(t.language) or next(iter(stage.purpose.values()))
        lines.append(t.md("playbook-purpose", purpose=words))
    if stage.exit:
        asked = "".join(f"\n   • {criteria_fields.question(one, t)}" for one in stage.exit)
        lines.append(t.md("playbook-to-leave", criteria=asked))
    else:
        lines.append(t.md("playbook-no-exit"))
    return Mrkdwn(clip("\n".join(lines), MOST_SECTION))


def _story(version: Version, t: Translator) -> Mrkdwn:
    if version.proposed_by is None:
        default = version.base_version is None
        return t.md("playbook-story-default" if default else "playbook-story-operator")
    return t.md(
        "playbook-story",
        by=proposer(version),
        agreed=version.agreed,
        asked=len(version.voices),
    )


def proposer(version: Version) -> Mrkdwn | str:
    """A mention where they are in Slack, the name where not."""
    if version.proposed_by_slack_id:
        return Mrkdwn(f"<@{version.proposed_by_slack_id}>")
    return clip(version.proposed_by or "-", LONGEST_NAME)


def history(versions: Sequence[Version], t: Translator, today: date) -> Page:
    said = t.md("playbook-history-says")
    newest = next((one.version for one in versions if one.in_force_at), None)
    lines = [_line(one, t, today, one.version == newest) for one in versions[:MOST_VERSIONS]]
    return page(said, section(said), *lines)


def _line(version: Version, t: Translator, today: date, in_force: bool) -> Block:
    told = [
        t.md("playbook-line", version=version.version, status=_status(version, t, today, in_force))
    ]
    if version.proposed_by:
        when = Day(version.proposed_at.astimezone(t.zone).date(), today)
        told.append(t.md("playbook-line-by", by=proposer(version), when=when))
    if version.note:
        told.append(t.md("playbook-line-note", note=clip(version.note, LONGEST_NOTE)))
    value = carry.pack(version=version.version)
    look = button(t("playbook-open"), f"{PLAYBOOK_SHOW}.{version.version}", value)
    return section(Mrkdwn("\n".join(told)), look)


def _status(version: Version, t: Translator, today: date, in_force: bool) -> str:
    if version.in_force_at is not None:
        day = Day(version.in_force_at.astimezone(t.zone).date(), today)
        key = "playbook-status-in-force" if in_force else "playbook-status-was"
        return t(key, day=day)
    if version.withdrawn_at is not None:
        return t("playbook-status-withdrawn")
    if version.starts_on is not None:
        return t("playbook-status-planned", day=Day(version.starts_on, today))
    if version.is_agreed:
        return t("playbook-status-agreed")
    return t("playbook-status-open", agreed=version.agreed, asked=len(version.voices))


def version(shown: Shown, said: Mrkdwn, t: Translator, *buttons: Block) -> Page:
    """One version: what it changes, who said what, and what the reader can do about it."""
    one = shown.version
    blocks: list[Block] = [section(said)]
    if one.note:
        blocks.append(context(t.md("playbook-line-note", note=clip(one.note, LONGEST_NOTE))))
    changes = playbook_changes.bulleted(playbook_changes.lines(shown.changes, t))
    blocks.append(section(t.md("playbook-changes")))
    blocks.append(section(Mrkdwn(clip(changes, MOST_SECTION))))
    voices = [_voice(voice, t) for voice in one.voices[:MOST_VOICES]]
    if voices:
        blocks += [divider(), context(Mrkdwn(clip("\n".join(voices), MOST_CONTEXT)))]
    if buttons:
        blocks.append(actions(*buttons))
    return page(said, *blocks)


def headline(one: Version, t: Translator, today: date, newest: int) -> Mrkdwn:
    status = _status(one, t, today, one.version == newest)
    return t.md("playbook-line", version=one.version, status=status)


def _voice(voice: Voice, t: Translator) -> Mrkdwn:
    person = Mrkdwn(f"<@{voice.slack_id}>") if voice.slack_id else clip(voice.name, LONGEST_NAME)
    comment = clip(voice.comment, LONGEST_NOTE)
    if voice.agrees is None:
        return t.md("playbook-voice-waits", person=person)
    if not voice.agrees:
        return t.md("playbook-voice-objects", person=person, comment=comment)
    if comment:
        return t.md("playbook-voice-agrees-but", person=person, comment=comment)
    return t.md("playbook-voice-agrees", person=person)


def asking(version_number: int, t: Translator) -> list[Block]:
    """The buttons for someone who is asked."""
    value = carry.pack(version=version_number)
    return [
        button(t("playbook-agree"), PLAYBOOK_AGREE, value, style="primary"),
        button(t("playbook-object"), PLAYBOOK_OBJECT, value),
    ]


def starting(version_number: int, t: Translator) -> Block:
    value = carry.pack(version=version_number)
    return button(t("playbook-start"), PLAYBOOK_START, value, style="primary")


def withdrawing(version_number: int, t: Translator) -> Block:
    sure = confirm(
        t("playbook-withdraw-sure", version=version_number),
        t("playbook-withdraw-text"),
        t("playbook-withdraw"),
        t("form-cancel"),
    )
    value = carry.pack(version=version_number)
    return button(t("playbook-withdraw"), PLAYBOOK_WITHDRAW, value, confirm=sure)
