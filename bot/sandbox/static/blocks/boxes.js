// Blocks that frame others or announce: alert, container, plan and task cards.
import { html } from "/static/ui.js";
import { Blocks } from "/static/blocks/blocks.js";
import { RichText } from "/static/blocks/rich_text.js";
import { Link } from "/static/text/links.js";
import { plainText, TextObject } from "/static/text/mrkdwn.js";

const SIGNS = { default: "•", info: "ℹ️", warning: "⚠️", error: "⛔", success: "✅" };

export const Alert = ({ block }) => {
  const level = block.level ?? "default";
  return html`
    <div class=${`alert-box ${level}`} role=${level === "error" || level === "warning" ? "alert" : "status"}>
      <span aria-hidden="true">${SIGNS[level] ?? SIGNS.default}</span><${TextObject} text=${block.text} />
    </div>`;
};

export const Container = ({ block }) => {
  const title = block.rich_text_title
    ? html`<${RichText} block=${block.rich_text_title} />`
    : html`<strong>${plainText(block.title)}</strong>`;
  const inside = html`<${Blocks} blocks=${block.child_blocks} />`;
  if (!block.is_collapsible) return html`<div class="container-box">${title}${inside}</div>`;
  return html`
    <details class="container-box" open=${!block.default_collapsed}>
      <summary>${title}</summary>${inside}
    </details>`;
};

const STATUSES = { pending: "○", in_progress: "◐", complete: "✓", error: "✕" };

export const TaskCard = ({ block }) => html`
  <div class=${`task-box ${block.status}`}>
    <strong><span aria-hidden="true">${STATUSES[block.status] ?? "○"}</span> ${block.title}</strong>
    ${block.details && html`<${RichText} block=${block.details} />`}
    ${block.output && html`<${RichText} block=${block.output} />`}
    ${(block.sources ?? []).map((one) => html`<div><${Link} url=${one.url}>${one.text}<//></div>`)}
  </div>`;

export const Plan = ({ block }) => html`
  <div class="container-box">
    <strong>${plainText(block.title)}</strong>
    ${(block.tasks ?? []).map((task) => html`<${TaskCard} key=${task.task_id} block=${task} />`)}
  </div>`;
