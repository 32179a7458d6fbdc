// Messages under each other, days between them; it stays at the newest while one is there.
import { html, useEffect, useLayoutEffect, useRef, useState } from "/static/ui.js";
import { now } from "/static/clock_now.js";
import { dayName, dayOf, momentOf } from "/static/dates.js";
import { Message } from "/static/message.js";
import { state, useKnown, useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const SOON_SECONDS = 300;
const NEAR_PX = 120;

const follows = (message, before) =>
  before !== undefined &&
  before.user === message.user &&
  !before.ephemeral &&
  !message.ephemeral &&
  Number(message.ts) - Number(before.ts) < SOON_SECONDS;

/** Keeps to the end, unless the person has scrolled up. */
const useStick = (list, messages) => {
  const [hasNew, setNew] = useState(false);
  const isNear = useRef(true);
  const toEnd = () => {
    list.current.scrollTop = list.current.scrollHeight;
    setNew(false);
  };
  const last = messages.at(-1);
  useLayoutEffect(() => {
    if (isNear.current || last?.user === state.me.id) toEnd();
    else setNew(true);
  }, [last?.ts]);
  useEffect(() => {
    const grown = new ResizeObserver(() => isNear.current && toEnd());
    grown.observe(list.current);
    grown.observe(list.current.firstElementChild);
    return () => grown.disconnect();
  }, []);
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = list.current;
    isNear.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (isNear.current) setNew(false);
  };
  return { onScroll, hasNew, toEnd };
};

const Day = ({ at }) => {
  const me = useMe();
  const w = useWords();
  useKnown((known) => known.clock && dayOf(me, new Date(known.clock.now)));
  return html`<div class="day" role="separator"><span>${dayName(me, w, at, now())}</span></div>`;
};

export const MessageList = ({ messages, label, inThread, top, testid }) => {
  const me = useMe();
  const w = useWords();
  const list = useRef(null);
  const { onScroll, hasNew, toEnd } = useStick(list, messages);
  const rows = messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const day = dayOf(me, momentOf(message.ts));
    const isNewDay = !before || dayOf(me, momentOf(before.ts)) !== day;
    const isNext = !isNewDay && follows(message, before);
    const row = html`<${Message} key=${message.ts} message=${message} inThread=${inThread} follows=${isNext} />`;
    return isNewDay ? [html`<${Day} key=${day} at=${momentOf(message.ts)} />`, row] : [row];
  });
  return html`
    <div
      class="messages" role="log" aria-label=${label} tabindex="0" ref=${list} onScroll=${onScroll}
      data-testid=${testid}
    >
      <div class="messages-inside">${top}${rows}</div>
      ${hasNew && html`<button type="button" class="new-messages" onClick=${toEnd}>↓ ${w("newMessages")}</button>`}
    </div>`;
};
