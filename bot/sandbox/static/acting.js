// What the person does on the page: going somewhere, and acting upon the app.
import * as server from "/static/server.js";
import { appChannel, set, state } from "/static/state.js";
import { arrived, beginListening, loaded } from "/static/arriving.js";

const MOST_TRAFFIC = 300;

/** Shows the workspace as this person sees it, at the place asked for or where they were. */
export const become = async (as, asked = {}) => {
  let known;
  try {
    known = await server.fetchState(as);
  } catch {
    set({ status: "lost" });
    return false;
  }
  if (!known.me) return false;
  set({
    status: "ready",
    ...known,
    people: Object.fromEntries(known.people.map((one) => [one.id, one])),
    clockReadAt: performance.now(),
    appConnected: known.connected,
    toasts: [],
  });
  document.documentElement.lang = known.me.locale;
  document.title = `${known.workspace.name} – Slack`;
  const place = fitting({ ...state.place, ...asked });
  const stays = place.channel === state.place.channel && state.thread !== null && !asked.channel;
  const thread = stays && state.messagesOf?.as === as ? state.thread : null;
  set({ place, thread, replies: thread ? state.replies : [] });
  await Promise.all([showPlace(), thread && loadThread(), loadTraffic()]);
  return true;
};

/** The place itself where the person may see it, else the app's Messages tab. */
const fitting = ({ channel, tab }) => {
  const known = state.channels.find((one) => one.id === channel);
  const at = known ?? appChannel() ?? state.channels[0];
  const isApp = at?.id === appChannel()?.id;
  return { channel: at?.id ?? null, tab: isApp ? tab : "messages" };
};

export const go = async (channel, tab = "messages") => {
  set({ place: { channel, tab }, thread: null, replies: [], sidebarOpen: false });
  await showPlace();
};

const showPlace = async () => {
  const { channel, tab } = state.place;
  writeAddress();
  if (channel === null) return;
  const isApp = channel === appChannel()?.id;
  if (isApp) act({ kind: "home_opened", tab });
  if (tab === "messages") await loadMessages();
};

const writeAddress = () => {
  const { channel, tab } = state.place;
  const query = new URLSearchParams({ as: state.me.id });
  if (channel) query.set("channel", channel);
  if (tab === "home") query.set("home", "1");
  history.replaceState(null, "", `?${query}`);
};

const loadMessages = async () => {
  const { place, me } = state;
  const merge = beginListening();
  if (state.messagesOf?.channel !== place.channel || state.messagesOf?.as !== me.id) {
    set({ messages: [], messagesOf: null });
  }
  const found = await server.fetchMessages(me.id, place.channel);
  if (state.place.channel !== place.channel || state.me.id !== me.id) return;
  set({ messages: merge(found), messagesOf: { channel: place.channel, as: me.id } });
  markRead(place.channel);
};

export const markRead = (channel) => {
  const unread = state.channels.find((one) => one.id === channel)?.unread;
  if (unread) act({ kind: "read", channel });
};

export const openThread = async (ts) => {
  set({ thread: { channel: state.place.channel, ts }, replies: [] });
  await loadThread();
};

export const closeThread = () => set({ thread: null, replies: [] });

const loadThread = async () => {
  const { thread, me } = state;
  const replies = await server.fetchMessages(me.id, thread.channel, thread.ts);
  if (state.thread === thread) set({ replies: loaded(replies, state.replies) });
};

const loadTraffic = async () => set({ traffic: (await server.fetchTraffic()).slice(-MOST_TRAFFIC) });

const noteTraffic = (entry) => {
  if (state.traffic.at(-1)?.id >= entry.id) return;
  set({ traffic: [...state.traffic, entry].slice(-MOST_TRAFFIC) });
};

/** Acts as the person; the answer says how it went and never throws. */
export const act = async (request) => {
  const as = state.me.id;
  return server.postAct({ as, ...request });
};

export const advance = async (seconds) => {
  const from = Date.parse(state.clock.now);
  set({ journey: { from, to: from + seconds * 1000 } });
  await server.advanceClock(seconds);
  set({ journey: null });
};

export const reset = async () => {
  set({ stack: [], thread: null, replies: [], traffic: [] });
  await server.postReset();
  await become(state.me.id);
};

export const hear = (news) => {
  switch (news.type) {
    case "stack":
      return set({ stack: news.views });
    case "home":
      return set({ home: news.view });
    case "clock":
      return set({
        clock: { now: news.now, moving: news.moving },
        clockReadAt: performance.now(),
      });
    case "channels":
      return set({ channels: news.channels });
    case "traffic":
      return noteTraffic(news.entry);
    case "toast":
      return toast(news.level, news.text);
    case "reset":
      return become(state.me.id);
    default:
      return arrived(news);
  }
};

let toasts = 0;

export const toast = (level, text) => {
  if (state.hushed === text) return;
  const id = ++toasts;
  set({ toasts: [...state.toasts.filter((one) => one.text !== text), { id, level, text }] });
  setTimeout(() => dismiss(id), 8000);
};

export const dismiss = (id) => set({ toasts: state.toasts.filter((one) => one.id !== id) });

/** A failure that is told where the person is looking needs no toast. */
export const hush = (text) => {
  set({ hushed: text, toasts: state.toasts.filter((one) => one.text !== text) });
  setTimeout(() => state.hushed === text && set({ hushed: null }), 2000);
};
