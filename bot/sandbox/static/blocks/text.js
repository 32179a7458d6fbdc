// The blocks that are mostly words: section, header, context, divider, actions, markdown.
import { html } from "/static/ui.js";
import { Picture } from "/static/blocks/image.js";
import { Element } from "/static/elements/element.js";
import { Markdown } from "/static/text/markdown.js";
import { plainText, TextObject } from "/static/text/mrkdwn.js";

const Accessory = ({ block }) => {
  const { accessory } = block;
  if (!accessory) return null;
  if (accessory.type === "image") {
    return html`<div class="accessory picture"><${Picture} image=${accessory} /></div>`;
  }
  return html`<div class="accessory"><${Element} block=${block} element=${accessory} /></div>`;
};

export const Section = ({ block }) => html`
  <div class="section-words">
    ${block.text && html`<${TextObject} text=${block.text} />`}
    ${block.fields && html`<div class="fields">
      ${block.fields.map((one, at) => html`<div class="section-field" key=${at}><${TextObject} text=${one} /></div>`)}
    </div>`}
  </div>
  <${Accessory} block=${block} />`;

export const Header = ({ block }) => {
  const level = Math.min(Math.max(block.level ?? 3, 1), 4);
  return html`<div class=${`header-${block.level ?? 0}`} role="heading" aria-level=${level}>${plainText(block.text)}</div>`;
};

export const Divider = () => html`<hr />`;

export const Context = ({ block }) => html`
  ${block.elements.map((one, at) =>
    one.type === "image"
      ? html`<${Picture} key=${at} image=${one} />`
      : html`<${TextObject} key=${at} text=${one} />`,
  )}`;

export const Actions = ({ block }) => html`
  ${block.elements.map((one, at) => html`<${Element} key=${one.action_id ?? at} block=${block} element=${one} />`)}`;

export const ContextActions = Actions;

export const MarkdownBlock = ({ block }) => html`<${Markdown} text=${block.text} />`;
