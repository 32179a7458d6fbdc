// Links out of data: only addresses that can do no harm become links.
import { html } from "/static/ui.js";

const HARMLESS = /^(https?:|mailto:|tel:)/i;

export const safeUrl = (url) => (HARMLESS.test(String(url ?? "").trim()) ? String(url).trim() : null);

export const Link = ({ url, children, ...more }) => {
  const href = safeUrl(url);
  if (!href) return html`<span ...${more}>${children}</span>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" ...${more}>${children}</a>`;
};
