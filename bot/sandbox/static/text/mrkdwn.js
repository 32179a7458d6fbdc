// Slack's mrkdwn drawn as Slack draws it, as elements and never as HTML.
import { html } from "/static/ui.js";
import { withEmoji } from "/static/text/emoji.js";
import { Link } from "/static/text/links.js";
import { Broadcast, ChannelMention, GroupMention, PersonMention } from "/static/text/mentions.js";
import { SlackDate } from "/static/text/slack_date.js";

const MARKS = { "*": "b", _: "i", "~": "s" };
const LETTER = /[\p{L}\p{N}]/u;
const BARE_URL = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"]/;

/** &amp;, &lt; and &gt; are all that Slack escapes. */
const unescaped = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What stands between < and >. */
const token = (inner) => {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? null : inner.slice(bar + 1);
  const sign = target[0];
  if (sign === "@") return html`<${PersonMention} id=${target.slice(1)} name=${label} />`;
  if (sign === "#") return html`<${ChannelMention} id=${target.slice(1)} name=${label} />`;
  if (sign === "!") return special(target.slice(1), label);
  const url = unescaped(target);
  const shown = label === null ? url.replace(/^mailto:/, "") : withEmoji(unescaped(label));
  return html`<${Link} url=${url}>${shown}<//>`;
};

const special = (target, label) => {
  const [kind, ...rest] = target.split("^");
  if (kind === "date") {
    const [timestamp, format, url] = rest;
    const fallback = label === null ? null : unescaped(label);
    return html`<${SlackDate} ...${{ timestamp, format: format ?? "", url, fallback }} />`;
  }
  if (kind === "subteam") return html`<${GroupMention} id=${rest[0]} name=${label} />`;
  return html`<${Broadcast} range=${kind} />`;
};

/** Where the mark opened at `start` closes on its line; -1 where it is no mark. */
const closing = (line, start) => {
  const mark = line[start];
  if (LETTER.test(before(line, start)) || /\s/.test(line[start + 1] ?? " ")) return -1;
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] === "<" && line.indexOf(">", at) > at) at = line.indexOf(">", at);
    if (line[at] !== mark) continue;
    const isEnd = at > start + 1 && !/\s/.test(line[at - 1]) && !LETTER.test(after(line, at));
    return isEnd ? at : -1;
  }
  return -1;
};

const before = (line, at) => (at === 0 ? "" : [...line.slice(Math.max(0, at - 2), at)].at(-1));
const after = (line, at) => [...line.slice(at + 1, at + 3)][0] ?? "";

/** The pieces of one line. */
const inline = (line) => {
  const pieces = [];
  let plain = "";
  const put = (piece, length) => {
    if (plain) pieces.push(withEmoji(unescaped(plain)));
    plain = "";
    pieces.push(piece);
    return length;
  };
  for (let at = 0; at < line.length; ) at += oneOf(line, at, put) ?? ((plain += line[at]), 1);
  if (plain) pieces.push(withEmoji(unescaped(plain)));
  return pieces;
};

/** Draws the special piece that begins here, and gives its length; null for plain text. */
const oneOf = (line, at, put) => {
  const sign = line[at];
  if (sign === "<") {
    const end = line.indexOf(">", at);
    return end > at + 1 ? put(token(line.slice(at + 1, end)), end + 1 - at) : null;
  }
  if (sign === "`") {
    const end = line.indexOf("`", at + 1);
    if (end <= at + 1) return null;
    return put(html`<code>${codeText(line.slice(at + 1, end))}</code>`, end + 1 - at);
  }
  if (sign in MARKS) {
    const end = closing(line, at);
    if (end < 0) return null;
    return put(html`<${MARKS[sign]}>${inline(line.slice(at + 1, end))}<//>`, end + 1 - at);
  }
  if (sign === "h" && !LETTER.test(before(line, at))) {
    const url = BARE_URL.exec(line.slice(at))?.[0];
    return url ? put(html`<${Link} url=${unescaped(url)}>${unescaped(url)}<//>`, url.length) : null;
  }
  return null;
};

/** In code nothing is formatted, but links stay what they point at. */
const codeText = (text) =>
  unescaped(text.replace(/<([^<>|]+)\|([^<>]*)>/g, "$2").replace(/<(https?:[^<>]+)>/g, "$1"));

const lines = (list) => list.flatMap((line, at) => (at ? [html`<br />`, ...inline(line)] : inline(line)));

const QUOTED = /^(?:&gt;|>)(?:&gt;|>)?(?:&gt;|>)?\s?/;
const QUOTED_TO_THE_END = /^(?:&gt;|>){3}/;

/** Runs of quoted and of plain lines. */
const paragraphs = (text) => {
  const runs = [];
  let toTheEnd = false;
  for (const line of text.split("\n")) {
    const isQuoted = toTheEnd || QUOTED.test(line);
    const shown = isQuoted && !toTheEnd ? line.replace(QUOTED, "") : line;
    toTheEnd ||= QUOTED_TO_THE_END.test(line);
    if (runs.length && runs.at(-1).isQuoted === isQuoted) runs.at(-1).list.push(shown);
    else runs.push({ isQuoted, list: [shown] });
  }
  return runs.map(({ isQuoted, list }) =>
    isQuoted ? html`<blockquote>${lines(list)}</blockquote>` : html`<span>${lines(list)}</span>`,
  );
};

export const mrkdwn = (text) =>
  String(text ?? "")
    .split("```")
    .flatMap((part, at, all) => {
      const isFence = at % 2 === 1 && at < all.length - 1;
      if (isFence) return [html`<pre>${codeText(part.replace(/^\n|\n$/g, ""))}</pre>`];
      const whole = at % 2 === 1 ? `\`\`\`${part}` : part;
      const afterFence = at > 1 ? whole.replace(/^\n/, "") : whole;
      const trimmed = at < all.length - 2 ? afterFence.replace(/\n$/, "") : afterFence;
      return trimmed ? paragraphs(trimmed) : [];
    });

export const Mrkdwn = ({ text }) => html`<div class="mrkdwn">${mrkdwn(text)}</div>`;

/** A text object, in whichever of the two ways it wants to be read. */
export const TextObject = ({ text }) => {
  if (!text) return null;
  if (typeof text === "string") return html`<span class="plain">${text}</span>`;
  if (text.type === "mrkdwn") return html`<${Mrkdwn} text=${text.text} />`;
  return html`<span class="plain">${plainText(text)}</span>`;
};

export const plainText = (text) => {
  if (typeof text === "string") return text;
  return text?.emoji === false ? (text.text ?? "") : withEmoji(text?.text ?? "");
};
