// rich_text: sections, lists, quotes and code, of styled pieces.
import { html } from "/static/ui.js";
import { emoji } from "/static/text/emoji.js";
import { Link } from "/static/text/links.js";
import { Broadcast, ChannelMention, GroupMention, PersonMention } from "/static/text/mentions.js";
import { SlackDate } from "/static/text/slack_date.js";

const STYLES = [["code", "code"], ["bold", "b"], ["italic", "i"], ["strike", "s"], ["underline", "u"], ["highlight", "mark"]];

const styled = (inside, style = {}) =>
  STYLES.reduce((drawn, [name, tag]) => (style[name] ? html`<${tag}>${drawn}<//>` : drawn), inside);

const PIECES = {
  text: (one) => one.text,
  link: (one) => html`<${Link} url=${one.url}>${one.text ?? one.url}<//>`,
  emoji: (one) => emoji(one.name, one.skin_tone) ?? fromCodes(one.unicode) ?? `:${one.name}:`,
  user: (one) => html`<${PersonMention} id=${one.user_id} />`,
  usergroup: (one) => html`<${GroupMention} id=${one.usergroup_id} />`,
  channel: (one) => html`<${ChannelMention} id=${one.channel_id} />`,
  broadcast: (one) => html`<${Broadcast} range=${one.range} />`,
  date: (one) => html`<${SlackDate} ...${one} />`,
  color: (one) => html`<span class="color"><i style=${{ background: one.value }}></i>${one.value}</span>`,
  team: (one) => one.team_id,
};

const fromCodes = (codes) =>
  codes ? String.fromCodePoint(...codes.split("-").map((one) => Number.parseInt(one, 16))) : null;

export const pieces = (elements) =>
  (elements ?? []).map((one) => styled(PIECES[one.type]?.(one) ?? one.text ?? `[${one.type}]`, one.style));

const MARKERS = ["decimal", "lower-alpha", "lower-roman"];
const BULLETS = ["disc", "circle", "square"];

const List = ({ part }) => {
  const indent = part.indent ?? 0;
  const isOrdered = part.style === "ordered";
  const look = {
    listStyleType: (isOrdered ? MARKERS : BULLETS)[indent % 3],
    marginLeft: `${indent * 1.5}em`,
  };
  const items = part.elements.map((one, at) => html`<li key=${at}>${pieces(one.elements)}</li>`);
  if (isOrdered) return html`<ol style=${look} start=${(part.offset ?? 0) + 1}>${items}</ol>`;
  return html`<ul style=${look}>${items}</ul>`;
};

const PARTS = {
  rich_text_section: (part) => html`<div class="rich-section">${pieces(part.elements)}</div>`,
  rich_text_quote: (part) => html`<blockquote>${pieces(part.elements)}</blockquote>`,
  rich_text_preformatted: (part) => html`<pre>${pieces(part.elements)}</pre>`,
  rich_text_list: (part) => html`<${List} part=${part} />`,
};

export const RichText = ({ block }) =>
  html`<div class="rich-text">
    ${(block.elements ?? []).map((part) => PARTS[part.type]?.(part) ?? html`<span>[${part.type}]</span>`)}
  </div>`;
