// Who one is on this page, and becoming somebody else; starting over.
import { html } from "/static/ui.js";
import { reset } from "/static/acting.js";
import { Avatar } from "/static/avatar.js";
import { now } from "/static/clock_now.js";
import { ask } from "/static/confirm.js";
import { zoneName } from "/static/dates.js";
import { listen } from "/static/feed.js";
import { Icon } from "/static/icons.js";
import { Menu } from "/static/menu.js";
import { useKnown, useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const languageName = (me, locale) => {
  const names = new Intl.DisplayNames([me.locale], { type: "language" });
  return names.of(locale);
};

const described = (me, person) =>
  [person.title, languageName(me, person.locale), zoneName(me, person.tz, now(), "longGeneric")]
    .filter(Boolean)
    .join(" · ");

const startOver = async (w) => {
  const plain = (text) => ({ type: "plain_text", text, emoji: false });
  const isSure = await ask({
    title: plain(w("resetAsk")),
    text: plain(w("resetExplained")),
    confirm: plain(w("reset")),
    deny: plain(w("cancel")),
    style: "danger",
  });
  if (isSure) await reset();
};

export const PersonMenu = () => {
  const me = useMe();
  const w = useWords();
  const people = useKnown((known) => known.people);
  const switchable = useKnown((known) => known.switchable);
  const items = switchable.map((id) => ({
    key: id,
    label: people[id].real_name,
    description: described(me, people[id]),
    icon: html`<${Avatar} person=${people[id]} size="small" />`,
    checked: id === me.id,
    onPick: () => id !== me.id && listen(id),
  }));
  const again = {
    key: "reset",
    label: w("reset"),
    icon: html`<span class="menu-icon"><${Icon} name="reset" /></span>`,
    isDanger: true,
    onPick: () => startOver(w),
  };
  const acting = w("actingAs", { name: me.real_name });
  const top = html`
    <div class="menu-top"><strong>${w("switchPerson")}</strong><span>${acting}</span></div>`;
  return html`
    <${Menu}
      label=${acting} items=${[...items, again]} top=${top} end buttonClass="person-button"
      data-testid="person-menu" data-user=${me.id}
    >
      <${Avatar} person=${me} size="small" /><span class="person-name">${me.real_name}</span>
    <//>`;
};
