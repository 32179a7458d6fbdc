// What the page knows, in one place; components look at the part they need.
import { useEffect, useRef, useState } from "/static/ui.js";

export const state = {
  status: "loading",
  me: null,
  people: {},
  switchable: [],
  channels: [],
  commands: [],
  shortcuts: [],
  app: null,
  workspace: null,
  clock: null,
  clockReadAt: 0,
  stack: [],
  home: null,
  online: true,
  appConnected: true,
  journey: null,
  asking: null,
  hushed: null,
  place: { channel: null, tab: "messages" },
  messages: [],
  messagesOf: null,
  thread: null,
  replies: [],
  traffic: [],
  toasts: [],
  inspecting: false,
  sidebarOpen: false,
};

const listeners = new Set();
let isDue = false;

/** Changes what is known; all who look on are told together, before the next picture. */
export const set = (changes) => {
  Object.assign(state, changes);
  if (isDue) return;
  isDue = true;
  const tell = () => {
    if (!isDue) return;
    isDue = false;
    for (const listener of [...listeners]) listener();
  };
  requestAnimationFrame(tell);
  setTimeout(tell, 100); // a tab in the background is given no frames
};

/** The part of the state that `choose` picks; the component is drawn again when it changes. */
export const useKnown = (choose) => {
  const [, redraw] = useState(0);
  const picking = useRef();
  const shown = useRef();
  picking.current = choose;
  shown.current = choose(state);
  useEffect(() => {
    const look = () => {
      if (picking.current(state) !== shown.current) redraw((count) => count + 1);
    };
    listeners.add(look);
    look();
    return () => listeners.delete(look);
  }, []);
  return shown.current;
};

export const useMe = () => useKnown((known) => known.me);

/** The app's direct message with the person. */
export const appChannel = () =>
  state.channels.find((one) => one.kind === "im" && one.with === state.app.bot_user_id);
