// An input block: a label, its element, a hint, and what is wrong beside it.
import { classes, html, useId } from "/static/ui.js";
import { Element } from "/static/elements/element.js";
import { useSurface } from "/static/surface.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

const GROUPS = new Set(["checkboxes", "radio_buttons", "datetimepicker"]);

export const Input = ({ block }) => {
  const w = useWords();
  const id = useId("input");
  const { errors } = useSurface();
  const error = errors[block.block_id];
  const name = plainText(block.label);
  const [labelId, hintId, errorId] = [`${id}-label`, `${id}-hint`, `${id}-error`];
  const described = {
    "aria-describedby": classes(block.hint && hintId, error && errorId) || null,
    "aria-invalid": error ? "true" : null,
    "aria-required": block.optional ? null : "true",
  };
  const naming = {
    name,
    field: { id, ...described },
    group: { "aria-labelledby": labelId, ...described, "aria-required": null },
  };
  const words = html`${name}${block.optional && html` <span class="optional">${w("optional")}</span>`}`;
  const isGroup = GROUPS.has(block.element?.type);
  return html`
    ${isGroup
      ? html`<div class="input-label" id=${labelId}>${words}</div>`
      : html`<label class="input-label" id=${labelId} for=${id}>${words}</label>`}
    <${Element} block=${block} element=${block.element} naming=${naming} />
    ${error && html`<div class="input-error" id=${errorId} role="alert">${w.slack(error)}</div>`}
    ${block.hint && html`<div class="input-hint" id=${hintId}>${plainText(block.hint)}</div>`}`;
};
