// A field with a list under it, filtered by typing: what every select and the time picker are.
import { classes, html, useEffect, useId, useRef, useState } from "/static/ui.js";
import { Floating } from "/static/floating.js";
import { Cross } from "/static/icon_button.js";
import { Icon } from "/static/icons.js";
import { useWords } from "/static/words.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

const matches = (option, typed) =>
  `${option.label} ${option.description ?? ""} ${option.also ?? ""}`
    .toLocaleLowerCase()
    .includes(typed.trim().toLocaleLowerCase());

const Options = ({ id, label, options, at, chosen, note, pick, isMany }) => {
  const list = useRef(null);
  useEffect(() => {
    list.current.querySelector("[data-at]")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  let group = null;
  const rows = options.flatMap((option, index) => {
    const head = option.group && option.group !== group
      ? [html`<li class="option-group" role="presentation" key=${`g${option.group}`}>${option.group}</li>`]
      : [];
    group = option.group;
    return [...head, html`
      <li
        key=${option.key} id=${`${id}-${index}`} role="option" data-value=${option.key}
        aria-selected=${String(chosen.includes(option.key))} data-at=${index === at ? "" : null}
        class=${classes("option", index === at && "at")}
        onMouseDown=${(event) => event.preventDefault()} onClick=${() => pick(option)}
      >
        ${option.icon}
        <span class="option-words">
          <span class="option-label">${option.label}</span>
          ${option.description && html`<span class="option-more">${option.description}</span>`}
        </span>
        ${chosen.includes(option.key) && html`<span class="menu-tick" aria-hidden="true">✓</span>`}
      </li>`];
  });
  return html`
    <ul
      class="options" id=${id} role="listbox" aria-label=${label} ref=${list}
      aria-multiselectable=${isMany ? "true" : null}
    >
      ${rows}
      ${note && html`<li class="option-note" role="presentation">${note}</li>`}
    </ul>`;
};

const Chip = ({ option, remove, w }) => html`
  <span class="chip">
    ${option.icon}<span>${option.label}</span>
    <${Cross} look="chip-remove" label=${w("remove", { name: option.label })} onPress=${remove} />
  </span>`;

/** The list, the marked line in it, and the keys that move it. */
const useList = ({ options, search, onPick, chosen, isMany }) => {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const shown = search ? options : options.filter((one) => matches(one, typed));
  const open = () => {
    if (isOpen) return;
    setOpen(true);
    setTyped("");
    search?.("");
    setAt(Math.max(0, isMany ? 0 : options.findIndex((one) => one.key === chosen[0])));
  };
  const close = () => {
    setOpen(false);
    setTyped("");
  };
  const pick = (option) => {
    onPick(option);
    if (isMany) setTyped("");
    else close();
  };
  const type = (text) => {
    setOpen(true);
    setTyped(text);
    setAt(0);
    search?.(text);
  };
  return { isOpen, typed, at: Math.min(at, shown.length - 1), shown, setAt, open, close, pick, type };
};

const onKeys = (list, isMany, removeLast) => (event) => {
  if (event.isComposing) return;
  const { isOpen, at, shown, typed } = list;
  if (event.key in STEPS) {
    event.preventDefault();
    if (!isOpen) list.open();
    else list.setAt((at + STEPS[event.key] + shown.length) % Math.max(1, shown.length));
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (!isOpen) list.open();
    else if (shown[at]) list.pick(shown[at]);
  } else if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    list.close();
  } else if (event.key === "Backspace" && isMany && !typed) removeLast();
};

/** `options` are {key, label, description?, icon?, group?}; `search` asks elsewhere for them. */
export const Combobox = (props) => {
  const { options, chosen, isMany, note, placeholder, naming, actionId, focus, onPick, onRemove } = props;
  const w = useWords();
  const id = useId("list");
  const frame = useRef(null);
  const field = useRef(null);
  const keys = chosen.map((one) => one.key);
  const list = useList({ ...props, chosen: keys });
  const single = isMany ? null : chosen[0];
  const hint = single ? single.label : placeholder;
  const noneFound = list.shown.length === 0 ? w("noResults") : null;
  const listNote = note ?? noneFound;
  return html`
    <div
      class=${classes("combobox", list.isOpen && "open", props.className)} ref=${frame}
      onClick=${() => field.current.focus()}
    >
      ${isMany && chosen.map((one) => html`<${Chip} key=${one.key} option=${one} w=${w} remove=${() => onRemove(one)} />`)}
      ${single?.icon}
      <input
        ref=${field} type="text" role="combobox" autocomplete="off" spellcheck=${false} ...${naming.field}
        aria-expanded=${String(list.isOpen)} aria-controls=${id} aria-haspopup="listbox" aria-autocomplete="list"
        aria-activedescendant=${list.isOpen && list.at >= 0 ? `${id}-${list.at}` : null}
        data-action-id=${actionId} data-focus=${focus ? "" : null}
        class=${single ? "has-choice" : null} placeholder=${isMany && chosen.length ? "" : hint}
        value=${list.isOpen ? list.typed : (single?.label ?? "")}
        onClick=${list.open} onBlur=${list.close} onInput=${(event) => list.type(event.target.value)}
        onKeyDown=${onKeys(list, isMany, () => chosen.length && onRemove(chosen.at(-1)))}
      />
      ${single && onRemove
        ? html`<${Cross} look="combobox-clear" label=${w("clear")} onPress=${() => onRemove(single)} />`
        : html`<span class="combobox-arrow" aria-hidden="true"><${Icon} name="down" /></span>`}
      ${list.isOpen && html`
        <${Floating} anchor=${frame} match>
          <${Options}
            id=${id} label=${naming.name} options=${list.shown} at=${list.at} chosen=${keys}
            note=${listNote} pick=${list.pick} isMany=${isMany}
          />
        <//>`}
    </div>`;
};
