// The middle of the page: a channel, a direct message, or the app with its tabs.
import { html } from "/static/ui.js";
import { go } from "/static/acting.js";
import { Avatar } from "/static/avatar.js";
import { Blocks } from "/static/blocks/blocks.js";
import { Icon } from "/static/icons.js";
import { Composer } from "/static/composer.js";
import { MessageList } from "/static/message_list.js";
import { useKnown } from "/static/state.js";
import { Surface } from "/static/surface.js";
import { useWords } from "/static/words.js";

export const nameOf = (channel) => (channel.kind === "channel" ? `#${channel.name}` : channel.name);

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

const Tabs = ({ channel, tab }) => {
  const w = useWords();
  const tabs = [["home", "homeTab"], ["messages", "messagesTab"]];
  const onKeyDown = (event) => {
    if (!(event.key in STEPS)) return;
    go(channel.id, tab === "home" ? "messages" : "home");
    const other = event.currentTarget.querySelector("[aria-selected=false]");
    other?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${channel.name} onKeyDown=${onKeyDown}>
      ${tabs.map(([key, words]) => html`
        <button
          type="button" key=${key} role="tab" id=${`tab-${key}`} aria-selected=${String(tab === key)}
          tabindex=${tab === key ? "0" : "-1"} aria-controls="place" onClick=${() => go(channel.id, key)}
        >${w(words)}</button>`)}
    </div>`;
};

const Home = () => {
  const w = useWords();
  const view = useKnown((known) => known.home);
  return html`
    <div
      class="home" id="place" role="tabpanel" aria-labelledby="tab-home" data-testid="home"
      data-view-id=${view?.id}
    >
      ${view
        ? html`
          <${Surface}
            key=${view.id} kind="home" container=${{ type: "view", view_id: view.id }}
            known=${view.state?.values} errors=${view.errors}
          >
            <${Blocks} blocks=${view.blocks} />
          <//>`
        : html`<p class="nothing">${w("homeEmpty")}</p>`}
    </div>`;
};

/** Leads to the newest message that is pinned here. */
const Pins = () => {
  const w = useWords();
  const messages = useKnown((known) => known.messages);
  const pinned = messages.filter((one) => one.pinned);
  if (!pinned.length) return null;
  const show = () => {
    const one = document.querySelector(`[data-testid="messages"] [data-ts="${pinned.at(-1).ts}"]`);
    one?.scrollIntoView({ block: "start" });
    one?.focus({ preventScroll: true });
  };
  const label = w("pinnedHere", { count: pinned.length });
  return html`
    <button type="button" class="pins" aria-label=${label} title=${label} onClick=${show}>
      <${Icon} name="pin" />${pinned.length}
    </button>`;
};

const Beginning = ({ channel }) => {
  const w = useWords();
  return html`<p class="beginning">${w("beginning", { place: nameOf(channel) })}</p>`;
};

const Messages = ({ channel }) => {
  const w = useWords();
  const me = useKnown((known) => known.me.id);
  const messages = useKnown((known) => known.messages);
  const isLoaded = useKnown((known) => known.messagesOf?.channel === known.place.channel);
  const place = nameOf(channel);
  const key = `${me} ${channel.id}`;
  return html`
    <${MessageList}
      key=${`list ${key}`} messages=${messages} label=${w("messageList", { place })} testid="messages"
      top=${isLoaded && messages.length < 200 && html`<${Beginning} channel=${channel} />`}
    />
    <${Composer} key=${`composer ${key}`} channel=${channel.id} label=${w("composerTo", { place })} />`;
};

export const Conversation = () => {
  const { channel: id, tab } = useKnown((known) => known.place);
  const channel = useKnown((known) => known.channels.find((one) => one.id === id));
  const app = useKnown((known) => known.app);
  const other = useKnown((known) => known.people[channel?.with]);
  if (!channel) return html`<main class="conversation"></main>`;
  const isApp = channel.with === app.bot_user_id;
  return html`
    <main class="conversation" data-channel=${channel.id} data-testid="conversation">
      <header class="place-head">
        ${other && html`<${Avatar} person=${other} size="small" />`}
        <h1>${channel.kind === "channel" ? html`<span class="hash">#</span>` : null}${channel.name}</h1>
        <span class="topic">${channel.topic}</span>
        <${Pins} />
        ${isApp && html`<${Tabs} channel=${channel} tab=${tab} />`}
      </header>
      ${isApp && tab === "home" ? html`<${Home} />` : html`<${Messages} channel=${channel} />`}
    </main>`;
};
