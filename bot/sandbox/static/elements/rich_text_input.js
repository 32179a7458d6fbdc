// A formatted text that is typed with marks (*bold*, _italic_, ~struck~, `code`, "- " for lists).
import { html, useRef, useState } from "/static/ui.js";
import { useElement } from "/static/surface.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

const STYLES = { "*": "bold", _: "italic", "~": "strike", "`": "code" };
const MARKED = /([*_~`])(?=\S)(.*?\S)\1/g;
const ITEM = /^(?:- |• )/;

const piece = (text, style) => ({ type: "text", text, ...(style && { style: { [style]: true } }) });

const pieces = (line) => {
  const made = [];
  let at = 0;
  for (const found of line.matchAll(MARKED)) {
    if (found.index > at) made.push(piece(line.slice(at, found.index)));
    made.push(piece(found[2], STYLES[found[1]]));
    at = found.index + found[0].length;
  }
  if (at < line.length) made.push(piece(line.slice(at)));
  return made;
};

const section = (line) => ({ type: "rich_text_section", elements: pieces(line) });

/** What was typed, as a rich_text block; null for nothing. */
const fromMarks = (typed) => {
  if (!typed.trim()) return null;
  const elements = [];
  for (const line of typed.split("\n")) {
    const last = elements.at(-1);
    if (ITEM.test(line)) {
      const item = section(line.replace(ITEM, ""));
      if (last?.type === "rich_text_list") last.elements.push(item);
      else elements.push({ type: "rich_text_list", style: "bullet", elements: [item] });
    } else if (last?.type === "rich_text_section") {
      last.elements.push(piece("\n"), ...pieces(line));
    } else elements.push(section(line));
  }
  return { type: "rich_text", elements };
};

const SIGNS = Object.fromEntries(Object.entries(STYLES).map(([sign, style]) => [style, sign]));

const marked = ({ text = "", url, name, style = {} }) => {
  const sign = SIGNS[Object.keys(style).find((one) => style[one])] ?? "";
  return `${sign}${text || url || (name ? `:${name}:` : "")}${sign}`;
};

/** A rich_text block as it would have been typed. */
const toMarks = (block) =>
  (block?.elements ?? [])
    .map((one) =>
      one.type === "rich_text_list"
        ? one.elements.map((item) => `- ${item.elements.map(marked).join("")}`).join("\n")
        : one.elements.map(marked).join(""),
    )
    .join("\n");

const BUTTONS = [["bold", "*", "B"], ["italic", "_", "I"], ["strike", "~", "S"]];

export const RichTextInput = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  const w = useWords();
  const field = useRef(null);
  const [typed, setTyped] = useState(() => toMarks(state.rich_text_value));
  const type = (text) => {
    setTyped(text);
    change({ rich_text_value: fromMarks(text) });
  };
  const wrap = (sign) => {
    const { selectionStart: from, selectionEnd: to, value } = field.current;
    type(`${value.slice(0, from)}${sign}${value.slice(from, to)}${sign}${value.slice(to)}`);
    field.current.focus();
  };
  const mark = (name, letter, onClick) => html`
    <button type="button" key=${name} class=${`mark ${name}`} aria-label=${w(name)} title=${w(name)} onClick=${onClick}>
      ${letter}
    </button>`;
  return html`
    <div class="rich-field">
      <div class="rich-marks">
        ${BUTTONS.map(([name, sign, letter]) => mark(name, letter, () => wrap(sign)))}
        ${mark("bulletList", "•", () => type(`${typed}${typed ? "\n" : ""}- `))}
      </div>
      <textarea
        ref=${field} class="field" ...${naming.field} rows=${element.min_lines ?? 4} value=${typed}
        placeholder=${element.placeholder && plainText(element.placeholder)}
        data-action-id=${element.action_id} data-focus=${element.focus_on_load ? "" : null}
        onInput=${(event) => type(event.target.value)}
      ></textarea>
    </div>`;
};
