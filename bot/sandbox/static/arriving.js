// Messages as they come in: new, changed, deleted, in the channel and in the open thread.
import { set, state } from "/static/state.js";

let heard = null;

const byTs = (a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

const isTopLevel = (message) => !message.thread_ts || message.thread_ts === message.ts;

/** The older of two lists with what the newer list adds or changes. */
export const loaded = (older, newer) => {
  const all = new Map(older.map((one) => [one.ts, one]));
  for (const one of newer) all.set(one.ts, one);
  return [...all.values()].sort(byTs);
};

/** Remembers what comes in while the channel is fetched; gives what puts both together. */
export const beginListening = () => {
  const mine = (heard = []);
  return (fetched) => {
    if (heard === mine) heard = null;
    const gone = new Set(mine.filter((one) => one.ts && one.isGone).map((one) => one.ts));
    const came = mine.filter((one) => !one.isGone);
    return loaded(fetched, came).filter((one) => !gone.has(one.ts));
  };
};

const keepIn = (list, message, isNew) => {
  if (!isNew && !list.some((one) => one.ts === message.ts)) return list;
  return loaded(list, [message]);
};

const keep = (message, isNew) => {
  if (message.channel === state.place.channel && isTopLevel(message)) {
    heard?.push(message);
    set({ messages: keepIn(state.messages, message, isNew) });
  }
  const { thread } = state;
  const inThread = thread && [message.ts, message.thread_ts].includes(thread.ts);
  if (inThread && message.channel === thread.channel) {
    set({ replies: keepIn(state.replies, message, isNew) });
  }
};

const drop = ({ channel, ts }) => {
  const without = (list) => list.filter((one) => one.ts !== ts);
  if (channel === state.place.channel) {
    heard?.push({ ts, isGone: true });
    set({ messages: without(state.messages), replies: without(state.replies) });
    if (state.thread?.ts === ts) set({ thread: null, replies: [] });
  }
};

export const arrived = (news) => {
  if (news.type === "message") keep(news.message, true);
  if (news.type === "message_changed") keep(news.message, false);
  if (news.type === "message_deleted") drop(news);
};
