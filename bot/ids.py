"""Every name that Slack hands back to us, once."""

from typing import Final

# Commands
LOG: Final = "/log"
DEAL: Final = "/deal"
CRM: Final = "/crm"
COMMANDS: Final = (LOG, DEAL, CRM)

# What buttons do, as noun and verb
UNDO: Final = "act.undo"
CHOOSE: Final = "name.choose"
DEAL_SHOW: Final = "deal.show"
DEAL_LOG: Final = "deal.log"
DEAL_MOVE: Final = "deal.move"
MOVE_STAGE: Final = "move.stage"
DEAL_NEXT: Final = "deal.next"
DEAL_EDIT: Final = "deal.edit"
DEAL_WIN: Final = "deal.win"
DEAL_LOSE: Final = "deal.lose"
DEAL_HOLD: Final = "deal.hold"
DEAL_MORE: Final = "deal.more"
DEAL_REOPEN: Final = "deal.reopen"
DEALS_PAGE: Final = "deals.page"
DEAL_NEW: Final = "deal.new"
LOG_OPEN: Final = "log.open"
PLAYBOOK_SHOW: Final = "playbook.show"
PLAYBOOK_EDIT: Final = "playbook.edit"
PLAYBOOK_PROPOSE: Final = "playbook.propose"
PLAYBOOK_HISTORY: Final = "playbook.history"
PLAYBOOK_AGREE: Final = "playbook.agree"
PLAYBOOK_OBJECT: Final = "playbook.object"
PLAYBOOK_START: Final = "playbook.start"
PLAYBOOK_WITHDRAW: Final = "playbook.withdraw"
REPORT_SHOW: Final = "report.show"
REPORT_FILE: Final = "report.file"
DRAFT_STAGE: Final = "draft.stage"
DRAFT_STAGE_NEW: Final = "draft.stage_new"
DRAFT_REASONS: Final = "draft.reasons"
DRAFT_CRITERION_NEW: Final = "draft.criterion_new"
DRAFT_CRITERION_REMOVE: Final = "draft.criterion_remove"
DRAFT_DROP: Final = "draft.drop"

# Modals
LOG_FORM: Final = "log.form"
NEW_FORM: Final = "deal.new_form"
MOVE_FORM: Final = "deal.move_form"
WIN_FORM: Final = "deal.win_form"
LOSE_FORM: Final = "deal.lose_form"
NEXT_FORM: Final = "deal.next_form"
EDIT_FORM: Final = "deal.edit_form"
ASSIGN_FORM: Final = "deal.assign_form"
HOLD_FORM: Final = "deal.hold_form"
DRAFT_STAGE_FORM: Final = "draft.stage_form"
DRAFT_CRITERION_FORM: Final = "draft.criterion_form"
DRAFT_REASONS_FORM: Final = "draft.reasons_form"
PROPOSE_FORM: Final = "playbook.propose_form"
OBJECT_FORM: Final = "playbook.object_form"
START_FORM: Final = "playbook.start_form"

# Inputs of modals: the block's name is the field's name (Refusal.field), the action is VALUE
VALUE: Final = "value"
PICK_TARGET: Final = "pick.target"

# Shortcuts
SHORTCUT_LOG: Final = "shortcut.log"
SHORTCUT_NEW: Final = "shortcut.new_deal"
