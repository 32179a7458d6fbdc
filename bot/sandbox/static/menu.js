// A button that opens a menu: arrows move, Enter picks, Escape and a press outside close.
import { classes, html, useLayoutEffect, usePressOutside, useRef, useState } from "/static/ui.js";
import { Floating } from "/static/floating.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

const moveFocus = (list, step) => {
  const items = [...list.querySelectorAll("[role^=menuitem]")];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
};

const Item = ({ item, pick }) => html`
  <button
    type="button" tabindex="-1" class=${classes("menu-item", item.isDanger && "danger")}
    role=${item.checked === undefined ? "menuitem" : "menuitemradio"}
    aria-checked=${item.checked === undefined ? null : String(item.checked)}
    data-value=${item.key} onClick=${() => pick(item)}
  >
    ${item.icon}
    <span class="menu-words">
      <span class="menu-label">${item.label}</span>
      ${item.description && html`<span class="menu-description">${item.description}</span>`}
    </span>
    ${item.checked && html`<span class="menu-tick" aria-hidden="true">✓</span>`}
  </button>`;

/** `items` are {key, label, description?, icon?, checked?, onPick}; `children` dress the button. */
export const Menu = ({ label, items, above, end, buttonClass, empty, top, children, ...more }) => {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef(null);
  const button = useRef(null);
  const list = useRef(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  usePressOutside(whole, isOpen, () => setOpen(false));
  useLayoutEffect(() => {
    if (isOpen) list.current.querySelector("[role^=menuitem]")?.focus({ preventScroll: true });
  }, [isOpen]);
  const pick = (item) => {
    close();
    item.onPick(item);
  };
  const onKeyDown = (event) => {
    if (!isOpen) return;
    if (event.key in STEPS) moveFocus(list.current, STEPS[event.key]);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") return setOpen(false);
    else return undefined;
    event.preventDefault();
    return event.stopPropagation();
  };
  return html`
    <div class="menu-holder" ref=${whole} onKeyDown=${onKeyDown}>
      <button
        type="button" ref=${button} class=${buttonClass} aria-label=${label} title=${label}
        aria-haspopup="menu" aria-expanded=${String(isOpen)}
        onClick=${() => setOpen(!isOpen)} ...${more}
      >${children}</button>
      ${isOpen && html`
        <${Floating} anchor=${button} above=${above} end=${end}>
          <div class="menu" role="menu" aria-label=${label} ref=${list}>
            ${top}
            ${items.map((item) => html`<${Item} key=${item.key} item=${item} pick=${pick} />`)}
            ${items.length === 0 && html`<p class="menu-empty">${empty}</p>`}
          </div>
        <//>`}
    </div>`;
};
