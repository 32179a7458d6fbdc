"""The page behind a deal's link: it says nothing of any deal, and leads into Slack."""

from html import escape

from bot.i18n import translator
from bot.slack import Slack

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}

_PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pipekeeper</title>
<style>body{{font:17px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:26em;padding:0 1.2em}}
a{{display:inline-block;padding:.5em 1em;border-radius:6px;background:#1d3c34;color:#fff}}</style>
<h1>Pipekeeper</h1>
<p>{says}</p>
<p><a href="slack://user?team={team}&amp;id={bot}">{button}</a></p>
"""


async def page(slack: Slack, languages: str) -> str:
    """The same for every deal, there or not; `languages` is the browser's Accept-Language."""
    own = await slack.authorize()
    t = translator(languages.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].strip() or "en-US")
    return _PAGE.format(
        language=t.language,
        says=escape(t("link-page-says")),
        button=escape(t("link-page-open")),
        team=escape(str(own.team_id or "")),
        bot=escape(str(own.bot_user_id or "")),
    )
