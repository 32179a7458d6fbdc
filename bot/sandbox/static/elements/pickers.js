// Pickers of a date, a time, and both.
import { html, useState } from "/static/ui.js";
import { now } from "/static/clock_now.js";
import { clockOf, dayOf, momentIn, showClock } from "/static/dates.js";
import { Combobox } from "/static/elements/combobox.js";
import { DateField } from "/static/elements/date_field.js";
import { useMe } from "/static/state.js";
import { useElement } from "/static/surface.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

const HALF_HOURS = Array.from({ length: 48 }, (_, at) => {
  const hour = String(Math.floor(at / 2)).padStart(2, "0");
  return `${hour}:${at % 2 ? "30" : "00"}`;
});

const TYPED_TIME = /^(\d{1,2}):?(\d{2})$/;

const readTime = (typed) => {
  const [, hour, minute] = TYPED_TIME.exec(typed.trim()) ?? [];
  if (hour === undefined || hour > 23 || minute > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
};

/** Intl puts a narrow no-break space before AM, which nobody types. */
const bare = (text) => text.replace(/\s/g, "").toLowerCase();

const TimeField = ({ value, onPick, canClear, ...more }) => {
  const me = useMe();
  const w = useWords();
  const [typed, setTyped] = useState("");
  const line = (time) => ({ key: time, label: showClock(me, time), value: time });
  const all = HALF_HOURS.map(line);
  const read = readTime(typed);
  const wanted = bare(typed);
  const fits = (one) => one.key.startsWith(wanted) || bare(one.label).includes(wanted);
  const options = read ? [line(read)] : all.filter(fits);
  return html`
    <${Combobox}
      ...${more} className="time" options=${options} search=${setTyped}
      chosen=${value ? [line(value)] : []} placeholder=${more.placeholder ?? w("chooseTime")}
      onPick=${(one) => onPick(one.value)} onRemove=${canClear ? () => onPick(null) : null}
    />`;
};

const words = (element) => (element.placeholder ? plainText(element.placeholder) : undefined);

const canClear = (block) => block.type === "input" && block.optional === true;

export const DatePicker = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  return html`
    <${DateField}
      value=${state.selected_date} placeholder=${words(element)} naming=${naming}
      actionId=${element.action_id} focus=${element.focus_on_load} canClear=${canClear(block)}
      onPick=${(day) => change({ selected_date: day })}
    />`;
};

export const TimePicker = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  return html`
    <${TimeField}
      value=${state.selected_time} placeholder=${words(element)} naming=${naming}
      actionId=${element.action_id} focus=${element.focus_on_load} canClear=${canClear(block)}
      onPick=${(time) => change({ selected_time: time })}
    />`;
};

const NOON = "12:00";

export const DateTimePicker = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  const me = useMe();
  const w = useWords();
  const at = state.selected_date_time;
  const day = at === null ? null : dayOf(me, at * 1000);
  const time = at === null ? null : clockOf(me, at * 1000);
  const pick = (nextDay, nextTime) => {
    const moment = nextDay && momentIn(me, nextDay, nextTime ?? NOON).getTime() / 1000;
    change({ selected_date_time: moment || null });
  };
  const part = (name) => ({ name: w(name), field: { "aria-label": w(name) } });
  return html`
    <div class="date-and-time" role="group" ...${naming.group}>
      <${DateField}
        value=${day} naming=${part("date")} actionId=${element.action_id} focus=${element.focus_on_load}
        canClear=${canClear(block)} onPick=${(picked) => pick(picked, time)}
      />
      <${TimeField}
        value=${time} naming=${part("time")} actionId=${element.action_id}
        onPick=${(picked) => pick(day ?? dayOf(me, now()), picked)}
      />
    </div>`;
};
