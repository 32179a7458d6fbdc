// Mentions of people, channels and everyone, as pieces of a text.
import { html } from "/static/ui.js";
import { state, useKnown } from "/static/state.js";
import { go } from "/static/acting.js";

export const PersonMention = ({ id, name }) => {
  const person = useKnown((known) => known.people[id]);
  const isMe = useKnown((known) => known.me?.id === id);
  const shown = person?.real_name ?? name ?? id;
  return html`<span class=${isMe ? "mention me" : "mention"} data-user=${id}>@${shown}</span>`;
};

export const ChannelMention = ({ id, name }) => {
  const channel = useKnown((known) => known.channels.find((one) => one.id === id));
  if (!channel) return html`<span class="mention">#${name || id}</span>`;
  const open = () => state.place.channel !== id && go(id);
  return html`<button type="button" class="mention link" onClick=${open}>#${channel.name}</button>`;
};

/** Slack calls these by the same words in every language. */
export const Broadcast = ({ range }) => html`<span class="mention me">@${range}</span>`;

export const GroupMention = ({ id, name }) =>
  html`<span class="mention">${name || `@${id}`}</span>`;
