// The sandbox's clock: what time it is for the person, and letting time pass.
import { html, useEffect, useState } from "/static/ui.js";
import { advance } from "/static/acting.js";
import { now } from "/static/clock_now.js";
import { show, zoneName } from "/static/dates.js";
import { Icon } from "/static/icons.js";
import { Menu } from "/static/menu.js";
import { useKnown, useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const HOUR = 3600;
const STEPS = [["plusHour", HOUR], ["plusDay", 24 * HOUR], ["plusWeek", 168 * HOUR], ["plusTwoWeeks", 336 * HOUR]];
const LONG = { weekday: "short", year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" };
const SHORT = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" };
const REFRESH_MS = 5000;

const useTicking = () => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
};

/** How far it has come; without an end in sight where another page let the time pass. */
const Journey = ({ journey, at }) => {
  const w = useWords();
  if (!journey) return html`<progress class="journey" aria-label=${w("timePasses")}></progress>`;
  const part = Math.min(1, Math.max(0, (at - journey.from) / (journey.to - journey.from)));
  return html`<progress class="journey" aria-label=${w("timePasses")} value=${part} max="1"></progress>`;
};

export const Clock = () => {
  const me = useMe();
  const w = useWords();
  const clock = useKnown((known) => known.clock);
  const journey = useKnown((known) => known.journey);
  useTicking();
  const at = now();
  const isMoving = clock.moving || Boolean(journey);
  const items = STEPS.map(([words, seconds]) => ({
    key: String(seconds), label: w(words), onPick: () => !isMoving && advance(seconds),
  }));
  const top = html`
    <div class="menu-top">
      <strong>${show(me, at, { dateStyle: "full", timeStyle: "short" })}</strong>
      <span>${zoneName(me, me.tz, at, "longGeneric")} · ${w("letPass")}</span>
    </div>`;
  return html`
    <div class="clock" data-testid="clock" data-now=${clock.now} data-moving=${String(isMoving)}>
      <${Menu} label=${w("clock")} items=${items} top=${top} end buttonClass="clock-button" data-testid="clock-button">
        <${Icon} name="clock" />
        <span class="clock-long">${show(me, at, LONG)} <small>${zoneName(me, me.tz, at, "shortGeneric")}</small></span>
        <span class="clock-short">${show(me, at, SHORT)}</span>
      <//>
      ${isMoving && html`<span class="out-of-sight" role="status">${w("timePasses")}</span>`}
      ${isMoving && html`<${Journey} journey=${journey} at=${at} />`}
    </div>`;
};
