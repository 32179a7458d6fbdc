"""The members of the played workspace, as Slack's API and as the page show them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.wire import Json

COLORS = ("#4f7cac", "#b5543c", "#5b8c5a", "#8a5a9e", "#c08a2d", "#3b8686", "#a34a6d", "#6b6f8a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member; `name` is the handle that Slack calls user_name, `home_team` another
    workspace's id for a stranger from Slack Connect; `dnd` from when to when (Unix seconds) they
    want no notifications."""

    id: str
    name: str
    real_name: str
    display_name: str = ""
    email: str = ""
    title: str = ""
    role_hint: str = ""
    locale: str = "en-US"
    tz: str = "America/New_York"
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    deleted: bool = False
    home_team: str | None = None
    switchable: bool = True
    bot_id: str | None = None
    dnd: tuple[int, int] | None = None

    @property
    def color(self) -> str:
        return COLORS[sum(self.id.encode()) % len(COLORS)]

    @property
    def names(self) -> tuple[str, ...]:
        """What may follow an @ to mean this member."""
        return tuple(
            dict.fromkeys(name for name in (self.display_name, self.real_name, self.name) if name)
        )


def for_api(member: Member, team_id: str, now: datetime, *, email: bool, locale: bool) -> Json:
    """Slack's user object, as users.info, users.list and user_change give it."""
    offset = now.astimezone(ZoneInfo(member.tz))
    shown: Json = {
        "id": member.id,
        "team_id": member.home_team or team_id,
        "name": member.name,
        "deleted": member.deleted,
        "profile": profile(member, team_id, email=email),
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": int(now.timestamp()),
    }
    if member.home_team is not None:
        shown["is_stranger"] = True
    if member.deleted:
        return shown
    shown |= {
        "color": member.color.removeprefix("#"),
        "real_name": member.real_name,
        "tz": member.tz,
        "tz_label": offset.tzname() or member.tz,
        "tz_offset": int((offset.utcoffset() or offset - offset).total_seconds()),
        "is_admin": member.is_admin,
        "is_owner": member.is_owner,
        "is_primary_owner": False,
        "is_restricted": member.is_restricted,
        "is_ultra_restricted": member.is_ultra_restricted,
        "is_email_confirmed": not member.is_bot,
        "who_can_share_contact_card": "EVERYONE",
    }
    if locale:
        shown["locale"] = member.locale
    return shown


def profile(member: Member, team_id: str, *, email: bool) -> Json:
    """A user's profile; the address is there only for apps that may read it."""
    first, _, last = member.real_name.partition(" ")
    shown: Json = {
        "title": member.title,
        "phone": "",
        "skype": "",
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.display_name,
        "display_name_normalized": member.display_name,
        "first_name": first,
        "last_name": last,
        "status_text": "",
        "status_emoji": "",
        "team": member.home_team or team_id,
    }
    if email and member.email:
        shown["email"] = member.email
    if member.bot_id is not None:
        shown |= {"bot_id": member.bot_id, "api_app_id": ""}
    return shown


def for_page(member: Member) -> Json:
    """The page's Person."""
    return {
        "id": member.id,
        "name": member.name,
        "real_name": member.real_name,
        "title": member.title,
        "role_hint": member.role_hint,
        "locale": member.locale,
        "tz": member.tz,
        "color": member.color,
        "is_bot": member.is_bot,
    }
