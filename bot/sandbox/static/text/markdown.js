// Standard Markdown of a markdown block: headings, lists, tables, quotes, code, links.
import { html } from "/static/ui.js";
import { withEmoji } from "/static/text/emoji.js";
import { Link } from "/static/text/links.js";
import { PersonMention } from "/static/text/mentions.js";

const SPANS = [
  [/^`([^`]+)`/, (m) => html`<code>${m[1]}</code>`],
  [/^!?\[([^\]]*)\]\(([^()\s]+(?:\([^()]*\))?)[^)]*\)/,
    (m) => html`<${Link} url=${m[2]}>${spans(m[1])}<//>`],
  [/^<@([A-Z0-9]+)(?:\|[^>]*)?>/, (m) => html`<${PersonMention} id=${m[1]} />`],
  [/^<(https?:[^>\s]+)>/, (m) => html`<${Link} url=${m[1]}>${m[1]}<//>`],
  [/^\*\*(?=\S)(.+?\S|\S)\*\*/, (m) => html`<b>${spans(m[1])}</b>`],
  [/^__(?=\S)(.+?\S|\S)__(?![\p{L}\p{N}])/u, (m) => html`<b>${spans(m[1])}</b>`],
  [/^~~(?=\S)(.+?\S|\S)~~/, (m) => html`<s>${spans(m[1])}</s>`],
  [/^\*(?=[^\s*])([^*]*[^\s*]|[^\s*])\*/, (m) => html`<i>${spans(m[1])}</i>`],
  [/^_(?=[^\s_])([^_]*[^\s_]|[^\s_])_(?![\p{L}\p{N}])/u, (m) => html`<i>${spans(m[1])}</i>`],
  [/^\\([\\`*_{}[\]()#+.!~>|-])/, (m) => m[1]],
  [/^https?:\/\/[^\s<>]*[^\s<>.,;:!?)]/, (m) => html`<${Link} url=${m[0]}>${m[0]}<//>`],
];

const spans = (text) => {
  const pieces = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const inWord = plain !== "" && /[\p{L}\p{N}]$/u.test(plain);
    const found = SPANS.map(([pattern, draw]) => [pattern.exec(rest), draw]).find(
      ([match]) => match && !(inWord && /[_h]/.test(match[0][0])),
    );
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) pieces.push(withEmoji(plain));
    plain = "";
    pieces.push(found[1](found[0]));
    at += found[0][0].length;
  }
  if (plain) pieces.push(withEmoji(plain));
  return pieces;
};

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Takes lines off the front while they fit. */
const taken = (rest, fits) => {
  const list = [];
  while (rest.length && fits(rest[0])) list.push(rest.shift());
  return list;
};

const fence = (rest) => {
  rest.shift();
  const inside = taken(rest, (line) => !line.startsWith("```"));
  rest.shift();
  return html`<pre>${inside.join("\n")}</pre>`;
};

const quote = (rest) => {
  const inside = taken(rest, (line) => line.startsWith(">")).map((line) => line.replace(/^>\s?/, ""));
  return html`<blockquote>${blocks(inside)}</blockquote>`;
};

const cells = (line) =>
  line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim());

const table = (rest) => {
  const [head, rule, ...body] = taken(rest, (line) => line.includes("|"));
  const sides = cells(rule).map((one) =>
    one.endsWith(":") ? (one.startsWith(":") ? "center" : "right") : "left",
  );
  const row = (line, Cell) =>
    html`<tr>${cells(line).map((one, at) => html`<${Cell} class=${`at-${sides[at]}`}>${spans(one)}<//>`)}</tr>`;
  return html`<div class="table-frame"><table>
    <thead>${row(head, "th")}</thead><tbody>${body.map((line) => row(line, "td"))}</tbody>
  </table></div>`;
};

const TASK = /^\[([ xX])\]\s+/;

const item = (text, inner) => {
  const task = TASK.exec(text);
  const sign = task && (task[1] === " " ? "☐ " : "☑ ");
  const beneath = inner.length ? blocks(inner) : null;
  return html`<li class=${task ? "task" : null}>${sign}${spans(text.replace(TASK, ""))}${beneath}</li>`;
};

const list = (rest) => {
  const [, indent, sign] = ITEM.exec(rest[0]);
  const isOrdered = /\d/.test(sign);
  const items = [];
  while (rest.length) {
    const found = ITEM.exec(rest[0]);
    if (!found || found[1].length !== indent.length || /\d/.test(found[2]) !== isOrdered) break;
    rest.shift();
    const inner = taken(rest, (line) => line.trim() && /^\s*/.exec(line)[0].length > indent.length);
    items.push(item(found[3], inner));
  }
  if (isOrdered) return html`<ol start=${Number.parseInt(sign, 10)}>${items}</ol>`;
  return html`<ul>${items}</ul>`;
};

const paragraph = (rest) => {
  const own = [rest.shift(), ...taken(rest, (line) => line.trim() && !opensBlock(line))];
  return html`<p>${own.flatMap((line, at) => (at ? [html`<br />`, ...spans(line.trim())] : spans(line.trim())))}</p>`;
};

const opensBlock = (line) =>
  line.startsWith("```") || line.startsWith(">") || HEADING.test(line) || ITEM.test(line) || RULE.test(line);

const next = (rest) => {
  const line = rest[0];
  if (!line.trim()) return void rest.shift();
  if (line.startsWith("```")) return fence(rest);
  const heading = HEADING.exec(line);
  if (heading) {
    rest.shift();
    const level = heading[1].length;
    return html`<div class=${`md-h${level}`} role="heading" aria-level=${level}>${spans(heading[2])}</div>`;
  }
  if (RULE.test(line)) {
    rest.shift();
    return html`<hr />`;
  }
  if (line.startsWith(">")) return quote(rest);
  if (ITEM.test(line)) return list(rest);
  if (line.includes("|") && TABLE_RULE.test(rest[1] ?? "")) return table(rest);
  return paragraph(rest);
};

const blocks = (lines) => {
  const rest = [...lines];
  const drawn = [];
  while (rest.length) drawn.push(next(rest));
  return drawn.filter(Boolean);
};

export const Markdown = ({ text }) =>
  html`<div class="markdown">${blocks(String(text ?? "").split("\n"))}</div>`;
