// Attachments: blocks or old-style words behind a coloured bar.
import { html } from "/static/ui.js";
import { Blocks } from "/static/blocks/blocks.js";
import { Picture } from "/static/blocks/image.js";
import { Link } from "/static/text/links.js";
import { Mrkdwn } from "/static/text/mrkdwn.js";

const COLORS = { good: "#2eb67d", warning: "#daa038", danger: "#a30200" };
const HEX = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;

const colorOf = (color) => {
  const hex = HEX.exec(color ?? "");
  return COLORS[color] ?? (hex ? `#${hex[1]}` : null);
};

const Fields = ({ fields }) => html`
  <div class="fields">
    ${fields.map((one, at) => html`
      <div class="section-field" key=${at}><strong>${one.title}</strong><${Mrkdwn} text=${one.value} /></div>`)}
  </div>`;

const Old = ({ one }) => html`
  ${one.author_name && html`<div class="attachment-author">${one.author_name}</div>`}
  ${one.title && html`<strong><${Link} url=${one.title_link}>${one.title}<//></strong>`}
  ${one.text && html`<${Mrkdwn} text=${one.text} />`}
  ${one.fields?.length > 0 && html`<${Fields} fields=${one.fields} />`}
  ${one.image_url && html`<${Picture} image=${{ image_url: one.image_url, alt_text: one.fallback ?? one.title ?? "" }} />`}
  ${one.footer && html`<div class="attachment-footer">${one.footer}</div>`}
  ${!one.text && !one.title && !one.fields && !one.image_url && one.fallback && html`<${Mrkdwn} text=${one.fallback} />`}`;

export const Attachments = ({ attachments }) =>
  (attachments ?? []).map((one, at) => html`
    <div key=${at}>
      ${one.pretext && html`<${Mrkdwn} text=${one.pretext} />`}
      <div class="attachment" style=${{ borderLeftColor: colorOf(one.color) }}>
        ${one.blocks ? html`<${Blocks} blocks=${one.blocks} />` : html`<${Old} one=${one} />`}
      </div>
    </div>`);
