// A person's picture: initials on their colour; the app has its sign.
import { html } from "/static/ui.js";

const HANGUL = /[\uac00-\ud7a3]/;

const initials = (name) => {
  if (HANGUL.test(name)) return name.slice(-2);
  const words = name.split(/\s+/).filter(Boolean);
  return words.length > 1 ? words[0][0] + words.at(-1)[0] : name.slice(0, 2);
};

export const Avatar = ({ person, size = "normal" }) => {
  const name = person?.real_name ?? "?";
  const sign = person?.is_bot
    ? html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5h14l-5.500 7v6l-3 1.500v-7.500z" fill="#fff" /></svg>`
    : initials(name);
  const color = person?.is_bot ? "#1d6b52" : (person?.color ?? "#888");
  return html`<span class=${`avatar ${size}`} style=${{ background: color }} aria-hidden="true">${sign}</span>`;
};
