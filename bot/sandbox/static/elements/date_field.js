// A date that can be typed (2026-01-31) or picked from a calendar.
import { classes, html, useEffect, usePressOutside, useRef, useState } from "/static/ui.js";
import { Calendar } from "/static/elements/calendar.js";
import { Floating } from "/static/floating.js";
import { Cross } from "/static/icon_button.js";
import { Icon } from "/static/icons.js";
import { showDay } from "/static/dates.js";
import { useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const TYPED_DAY = /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?$/;

const readDay = (typed) => {
  const [, year, month, day] = TYPED_DAY.exec(typed.trim()) ?? [];
  if (!year) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return read.getTime() && read.toISOString().startsWith(iso) ? iso : null;
};

export const DateField = ({ value, placeholder, naming, actionId, focus, canClear, onPick }) => {
  const me = useMe();
  const w = useWords();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(null);
  const whole = useRef(null);
  const field = useRef(null);
  const inCalendar = useRef(false);
  const shown = value ? showDay(me, value) : "";
  useEffect(() => setTyped(null), [value]);
  const settle = () => {
    const day = typed === null ? null : readDay(typed);
    if (day && day !== value) onPick(day);
    if (typed === "" && canClear && value) onPick(null);
    setTyped(null);
  };
  const close = () => {
    setOpen(false);
    settle();
  };
  usePressOutside(whole, isOpen, close);
  const pick = (day) => {
    setOpen(false);
    setTyped(null);
    if (day !== value) onPick(day);
    field.current.focus();
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter") settle();
    else if (event.key === "ArrowDown") {
      inCalendar.current = true;
      setOpen(true);
    } else if (event.key === "Escape" && isOpen) setOpen(false);
    else if (event.key === "Tab") return close();
    else return undefined;
    event.preventDefault();
    return event.stopPropagation();
  };
  const open = () => {
    inCalendar.current = false;
    setOpen(true);
  };
  return html`
    <div class=${classes("combobox date", isOpen && "open")} ref=${whole}>
      <span class="combobox-icon" aria-hidden="true"><${Icon} name="calendar" /></span>
      <input
        ref=${field} type="text" autocomplete="off" ...${naming.field} role="combobox"
        aria-haspopup="dialog" aria-expanded=${String(isOpen)} data-value=${value ?? ""}
        data-action-id=${actionId} data-focus=${focus ? "" : null}
        placeholder=${placeholder ?? w("chooseDate")} value=${typed ?? shown}
        onClick=${open} onInput=${(event) => setTyped(event.target.value)} onKeyDown=${onKeyDown}
        onBlur=${() => !isOpen && settle()}
      />
      ${value && canClear && html`
        <${Cross} look="combobox-clear" label=${w("clear")} onPress=${() => onPick(null)} />`}
      ${isOpen && html`
        <${Floating} anchor=${whole}>
          <${Calendar}
            value=${value} label=${naming.name ?? w("chooseDate")} takesFocus=${inCalendar.current}
            onPick=${pick} onLeave=${() => pick(value)}
          />
        <//>`}
    </div>`;
};
