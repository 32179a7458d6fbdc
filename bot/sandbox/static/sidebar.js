// Where one can go: channels, direct messages, the app.
import { classes, html } from "/static/ui.js";
import { go } from "/static/acting.js";
import { Avatar } from "/static/avatar.js";
import { set, useKnown } from "/static/state.js";
import { useWords } from "/static/words.js";

const Row = ({ channel }) => {
  const w = useWords();
  const isHere = useKnown((known) => known.place.channel === channel.id);
  const other = useKnown((known) => known.people[channel.with]);
  const unread = isHere ? 0 : channel.unread;
  const isIm = channel.kind === "im";
  const open = () => go(channel.id);
  return html`
    <li>
      <button
        type="button" class=${classes("row", isHere && "here", unread > 0 && "unread")} data-channel=${channel.id}
        aria-current=${isHere ? "page" : null} onClick=${open}
      >
        ${isIm ? html`<${Avatar} person=${other} size="tiny" />` : html`<span class="hash" aria-hidden="true">#</span>`}
        <span class="row-name">${channel.name}</span>
        ${unread > 0 && html`
          <span class=${isIm ? "count" : "count quiet"} title=${w("unread", { count: unread })}>${unread}</span>`}
      </button>
    </li>`;
};

const Group = ({ title, channels }) =>
  channels.length > 0 && html`
    <section class="group">
      <h2>${title}</h2>
      <ul>${channels.map((one) => html`<${Row} key=${one.id} channel=${one} />`)}</ul>
    </section>`;

export const Sidebar = () => {
  const w = useWords();
  const channels = useKnown((known) => known.channels);
  const workspace = useKnown((known) => known.workspace);
  const app = useKnown((known) => known.app);
  const isOpen = useKnown((known) => known.sidebarOpen);
  const isApp = (one) => one.with === app.bot_user_id;
  return html`
    <nav class=${classes("sidebar", isOpen && "open")} id="sidebar" aria-label=${w("workspace")} data-testid="sidebar">
      <div class="workspace-name">${workspace.name}</div>
      <${Group} title=${w("channels")} channels=${channels.filter((one) => one.kind === "channel")} />
      <${Group} title=${w("directMessages")} channels=${channels.filter((one) => one.kind === "im" && !isApp(one))} />
      <${Group} title=${w("apps")} channels=${channels.filter(isApp)} />
    </nav>
    <div class=${classes("sidebar-veil", isOpen && "open")} onClick=${() => set({ sidebarOpen: false })}></div>`;
};
