// Fields that are typed into: text, number, address, link.
import { html, useEffect, useRef } from "/static/ui.js";
import { useElement } from "/static/surface.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useMe } from "/static/state.js";

const PAUSE_MS = 300;
const NEAR_THE_END = 100;

const MODES = {
  number_input: { inputmode: "decimal" },
  email_text_input: { type: "email", inputmode: "email", autocomplete: "off" },
  url_text_input: { type: "url", inputmode: "url" },
};

/** When the app wants to hear of it: on Enter, or at each pause in typing. */
const useTelling = (element, isDispatched, dispatch) => {
  const wanted = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const timer = useRef(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onTyped = (value) => {
    if (!isDispatched || !wanted.includes("on_character_entered")) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => dispatch({ value }), PAUSE_MS);
  };
  const onEnter = (value) => {
    if (!isDispatched || !wanted.includes("on_enter_pressed")) return false;
    dispatch({ value });
    return true;
  };
  return { onTyped, onEnter };
};

const Left = ({ element, value }) => {
  const me = useMe();
  const left = (element.max_length ?? 3000) - value.length;
  if (!element.max_length || left > Math.min(NEAR_THE_END, element.max_length / 2)) return null;
  return html`<span class="left" aria-live="polite">${left.toLocaleString(me.locale)}</span>`;
};

export const Typed = ({ block, element, naming }) => {
  const { state, write, dispatch, isDispatched } = useElement(block, element);
  const { onTyped, onEnter } = useTelling(element, isDispatched, dispatch);
  const value = state.value ?? "";
  const isLong = element.multiline === true;
  const onKeyDown = (event) => {
    if (event.key !== "Enter" || event.isComposing || (isLong && !event.ctrlKey)) return;
    if (onEnter(value || null)) event.preventDefault();
  };
  const field = {
    value,
    ...naming.field,
    class: "field",
    placeholder: element.placeholder && plainText(element.placeholder),
    maxLength: element.max_length ?? 3000,
    "data-action-id": element.action_id,
    "data-focus": element.focus_on_load ? "" : null,
    onKeyDown,
    onInput: (event) => {
      const typed = event.target.value || null;
      write({ value: typed });
      onTyped(typed);
    },
  };
  return html`<div class="typed">
    ${isLong
      ? html`<textarea rows="4" ...${field}></textarea>`
      : html`<input type="text" ...${MODES[element.type]} ...${field} />`}
    <${Left} element=${element} value=${value} />
  </div>`;
};
