// One month to pick a day from, with the week as the person's country begins it.
import { classes, html, useEffect, useRef, useState } from "/static/ui.js";
import { now } from "/static/clock_now.js";
import { addDays, dayMoment, dayOf, showDay } from "/static/dates.js";
import { IconPress } from "/static/icon_button.js";
import { useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const firstWeekday = (locale) => {
  const known = new Intl.Locale(locale);
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 7) % 7;
};

const firstOf = (day) => `${day.slice(0, 8)}01`;

const addMonths = (day, months) => {
  const at = dayMoment(firstOf(day));
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
};

const weeksOf = (month, locale) => {
  const first = firstOf(month);
  const back = (dayMoment(first).getUTCDay() - firstWeekday(locale) + 7) % 7;
  const start = addDays(first, -back);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)),
  ).filter((week) => week.some((day) => firstOf(day) === first));
};

export const Calendar = ({ value, label, takesFocus, onPick, onLeave }) => {
  const me = useMe();
  const w = useWords();
  const today = dayOf(me, now());
  const [at, setAt] = useState(value ?? today);
  const grid = useRef(null);
  const follows = useRef(takesFocus);
  useEffect(() => {
    if (follows.current) grid.current.querySelector(`[data-day="${at}"]`)?.focus();
  }, [at]);
  const onKeyDown = (event) => {
    if (event.key in STEPS) {
      follows.current = true;
      setAt(addDays(at, STEPS[event.key]));
    } else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const turn = (months) => {
    follows.current = false;
    setAt(addMonths(at, months));
  };
  const weeks = weeksOf(at, me.locale);
  const arrow = (name, icon, months) =>
    html`<${IconPress} label=${w(name)} icon=${icon} onPress=${() => turn(months)} />`;
  const weekday = (day) => html`<th scope="col">${showDay(me, day, { weekday: "narrow" })}</th>`;
  const cell = (day) => html`
    <td key=${day}>
      <button
        type="button" data-day=${day} tabindex=${day === at ? "0" : "-1"}
        aria-label=${showDay(me, day, { dateStyle: "full" })} aria-pressed=${String(day === value)}
        aria-current=${day === today ? "date" : null}
        class=${classes("calendar-day", firstOf(day) !== firstOf(at) && "other")} onClick=${() => onPick(day)}
      >${Number(day.slice(8))}</button>
    </td>`;
  return html`
    <div class="calendar" role="dialog" aria-label=${label} onKeyDown=${onKeyDown}>
      <div class="calendar-head">
        ${arrow("previousMonth", "left", -1)}
        <strong aria-live="polite">${showDay(me, at, { year: "numeric", month: "long" })}</strong>
        ${arrow("nextMonth", "right", 1)}
      </div>
      <table role="grid" ref=${grid}>
        <thead><tr>${weeks[0].map(weekday)}</tr></thead>
        <tbody>${weeks.map((week) => html`<tr key=${week[0]}>${week.map(cell)}</tr>`)}</tbody>
      </table>
    </div>`;
};
