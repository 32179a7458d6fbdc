// The page as a whole: draws it, and begins with the person and place that the address names.
import { html, render, useEffect } from "/static/ui.js";
import { markRead } from "/static/acting.js";
import { Confirm } from "/static/confirm.js";
import { Conversation } from "/static/conversation.js";
import { listen } from "/static/feed.js";
import { Inspector } from "/static/inspector.js";
import { Modals } from "/static/modal.js";
import { Sidebar } from "/static/sidebar.js";
import { fetchState } from "/static/server.js";
import { set, state, useKnown } from "/static/state.js";
import { Thread } from "/static/thread.js";
import { Toasts } from "/static/toasts.js";
import { Topbar } from "/static/topbar.js";
import { useWords } from "/static/words.js";

/** What comes into the channel one looks at is read. */
const useReading = () => {
  const channel = useKnown((known) => known.place.tab === "messages" && known.place.channel);
  const unread = useKnown((known) => known.channels.find((one) => one.id === channel)?.unread ?? 0);
  useEffect(() => {
    if (channel && unread && document.visibilityState === "visible") markRead(channel);
  }, [channel, unread]);
};

const Notice = () => {
  const w = useWords();
  const isOnline = useKnown((known) => known.online);
  const isAppThere = useKnown((known) => known.appConnected);
  const app = useKnown((known) => known.app);
  if (!isOnline) return html`<div class="notice" role="status">${w("offline")}</div>`;
  if (isAppThere === false) return html`<div class="notice" role="status">${w("appOffline", { app: app.name })}</div>`;
  return null;
};

const Workspace = () => {
  useReading();
  const hasPane = useKnown((known) => Boolean(known.thread) || known.inspecting);
  return html`
    <div class="page" data-testid="page" data-pane=${hasPane ? "true" : null}>
      <${Topbar} />
      <${Notice} />
      <div class="columns">
        <${Sidebar} />
        <${Conversation} />
        <${Thread} />
        <${Inspector} />
      </div>
      <${Modals} />
      <${Confirm} />
      <${Toasts} />
    </div>`;
};

const App = () => {
  const w = useWords();
  const status = useKnown((known) => known.status);
  if (status === "ready") return html`<${Workspace} />`;
  return html`<p class="waiting" role="status">${w(status === "lost" ? "lost" : "loading")}</p>`;
};

const onKeyDown = (event) => {
  if (event.key === "Escape" && state.sidebarOpen) set({ sidebarOpen: false });
};

/** The person that the address names, if there is one of that id; else the first. */
const whoTo = async (named) => {
  const known = await fetchState(named).catch(() => null);
  if (known?.me || !named) return known?.me?.id ?? null;
  return whoTo(null);
};

const RETRY_MS = 1000;

const begin = async () => {
  const query = new URLSearchParams(location.search);
  const asked = {};
  if (query.has("channel")) asked.channel = query.get("channel");
  if (query.has("home")) asked.tab = "home";
  const me = await whoTo(query.get("as"));
  if (me !== null) return listen(me, asked);
  set({ status: "lost" });
  return setTimeout(begin, RETRY_MS);
};

document.addEventListener("keydown", onKeyDown);
render(html`<${App} />`, document.getElementById("app"));
begin();
