// The live line to the played Slack: hears the news, and finds its way back when cut off.
import { become, hear } from "/static/acting.js";
import { set, state } from "/static/state.js";

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;

let line = null;

/** Is this person from now on, at the place asked for; what another's line brings is let go. */
export const listen = (as, asked = {}) => {
  line?.close();
  connect(as, asked, FIRST_WAIT_MS);
};

const connect = (as, asked, wait) => {
  const protocol = location.protocol === "https:" ? "wss" : "ws";
  const mine = new WebSocket(`${protocol}://${location.host}/sandbox/feed?as=${as}`);
  line = mine;
  const early = [];
  let isUp = false;
  mine.onopen = async () => {
    if (!(await become(as, asked)) || line !== mine) return;
    isUp = true;
    set({ online: true });
    early.splice(0).forEach(hear); // the state may be older than what came meanwhile
  };
  mine.onmessage = (event) => {
    if (line !== mine) return;
    const news = JSON.parse(event.data);
    if (isUp && state.me.id === as) hear(news);
    else early.push(news);
  };
  mine.onclose = () => {
    if (line !== mine) return;
    set({ online: false });
    const next = isUp ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
    setTimeout(() => line === mine && connect(as, {}, next), next);
  };
};
