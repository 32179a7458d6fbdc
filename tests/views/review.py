"""Writes the pages' snapshots anew, to be read before they are committed."""

import json

from bot.i18n import LANGUAGES, translator
from tests.views import gallery
from tests.views.test_pages import SNAPSHOTS, as_it_is

if __name__ == "__main__":
    for language in LANGUAGES:
        pages = dict(gallery.pages(translator(language), as_it_is))
        text = json.dumps(pages, ensure_ascii=False, indent=1, sort_keys=True)
        (SNAPSHOTS / f"pages.{language}.json").write_text(text + "\n", encoding="utf-8")
