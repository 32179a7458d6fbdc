"""The pages and forms of the playbook, in a telling state."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.outcomes import (
    Overridden,
    PlaybookPage,
)
from bot.domain.playbook import DEFAULT_STAGES, default
from bot.domain.playbook_agreement import Shown, Version, Voice
from bot.domain.playbook_diff import Change, between
from bot.domain.playbook_document import Document, plain
from bot.domain.trying import Lack, Trial
from bot.i18n import Translator
from bot.views import (
    playbook_changes,
    playbook_draft,
    playbook_forms,
    playbook_news,
    playbook_page,
)
from tests.views.cast import BOSS, DAY, NOW, REP, Scale


def pages(t: Translator, scale: Scale) -> Iterator[tuple[str, dict[str, Any]]]:
    yes = Voice(1, scale("Mona"), None, True, scale("at last"), NOW)
    voices = (yes, replace(yes, agrees=False, slack_id="U2"), replace(yes, agrees=None, comment=""))
    proposed = Version(
        id=2,
        version=2,
        note=scale("too many surprises"),
        base_version=1,
        share=60,
        proposed_by_id=1,
        proposed_by=scale("Rob Rep"),
        proposed_by_slack_id=None,
        proposed_at=NOW,
        withdrawn_at=None,
        starts_on=None,
        started_by=None,
        started_by_slack_id=None,
        in_force_at=None,
        voices=voices,
    )
    first = replace(proposed, version=1, proposed_by=None, voices=(), in_force_at=NOW, note="")
    counted = (Overridden(DEFAULT_STAGES.first, scale("Rob"), 3),)
    shown = PlaybookPage(DEFAULT_STAGES, first, True, counted)
    yield "playbook", playbook_page.build(shown, t, DAY)
    planned = replace(proposed, version=3, starts_on=DAY + timedelta(days=3))
    withdrawn = replace(proposed, version=4, withdrawn_at=NOW)
    versions = [withdrawn, planned, proposed, first]
    yield "playbook.history", playbook_page.history(versions, t, DAY)
    changes = _changes()
    one = Shown(proposed, DEFAULT_STAGES, changes)
    yield "playbook.asked", playbook_news.asked(one, t)
    yield "playbook.heard", playbook_news.heard(one, REP, agrees=True, t=t)
    yield "playbook.objected", playbook_news.heard(one, BOSS, agrees=False, t=t)
    yield "playbook.agreed", playbook_news.agreed(one, t)
    yield "playbook.started", playbook_news.started(one, t)
    yield "draft", playbook_draft.build(DEFAULT_STAGES, changes, t)
    stage = DEFAULT_STAGES.first
    yield "draft.stage", playbook_draft.stage_form(DEFAULT_STAGES, stage, t)
    yield "draft.criteria", playbook_draft.criteria(stage, t)
    yield "draft.criterion", playbook_draft.criterion_form(stage, (), t)
    yield "draft.reasons", playbook_draft.reasons_form("lost", scale("Price = 가격"), t)
    lack = Lack(stage, stage.exit[0], 14)
    trial = Trial(100, 100, (lack,), 6, 2, ((DEFAULT_STAGES.get("proposal"), 3),))
    found = playbook_changes.bulleted(playbook_changes.found(trial, t))
    yield "propose", playbook_forms.propose(changes, found, ["U1", "U2"], 100, t)
    running = playbook_changes.running(replace(trial, seen=42), t)
    yield "propose.running", playbook_forms.propose(changes, running, ["U1"], 100, t)
    yield "object", playbook_forms.object_to("version=2", t)
    yield "start", playbook_forms.start(2, DAY, t, "version=2")


def _changes() -> tuple[Change, ...]:
    """The default playbook against one in which nearly everything differs."""
    told = plain(default())
    first = told["pipelines"][0]["stages"][0]
    first |= {"names": {"en": "First look", "ko": "첫 만남"}, "silent_after": 3, "probability": 5}
    first |= {"forecast": "omitted", "exit": [{"contact": "decision_maker"}]}
    renewal = {"key": "renewal", "names": {"en": "Renewal", "ko": "갱신"}}
    stages = [
        {"key": "due", "names": {"en": "Due", "ko": "도래"}},
        {"key": "renewed", "names": {"en": "Renewed", "ko": "갱신 완료"}, "ends": "won"},
        {"key": "churned", "names": {"en": "Churned", "ko": "이탈"}, "ends": "lost"},
    ]
    told["pipelines"].append(renewal | {"stages": stages})
    told["fields"] = [{"key": "plants", "names": {"en": "Plants", "ko": "공장"}, "kind": "number"}]
    told["lost_reasons"] = told["lost_reasons"][1:]
    told["agreement"] = {"share": 60}
    return between(default(), Document.model_validate(told))
