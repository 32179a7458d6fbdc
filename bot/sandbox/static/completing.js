// What the composer offers while one types: commands after /, people after @.
import { withEmoji } from "/static/text/emoji.js";

const COMMAND = /^\/\S*$/;
const HINTED = /^(\/\S+)\s/;
const MENTION = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u;

const begins = (word, typed) => word.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase());

const commands = (known, text) =>
  known.commands
    .filter((one) => begins(one.command, text))
    .map((one) => ({
      key: one.command,
      label: one.command,
      hint: one.usage_hint,
      description: withEmoji(one.description ?? ""),
      replaces: [0, text.length],
      text: `${one.command} `,
      isWhole: one.command === text,
    }));

const people = (known, typed, caret) =>
  Object.values(known.people)
    .filter((one) => [one.real_name, one.name, ...one.real_name.split(" ")].some((name) => begins(name, typed)))
    .map((one) => ({
      key: one.id,
      label: one.real_name,
      description: one.title,
      person: one,
      replaces: [caret - typed.length - 1, caret],
      text: `@${one.real_name} `,
    }));

/** The kind and the lines of what is offered at the caret; null for nothing. */
export const offered = (known, text, caret) => {
  if (COMMAND.test(text)) {
    const lines = commands(known, text);
    return lines.length ? { kind: "command", typed: text, lines } : null;
  }
  const typed = MENTION.exec(text.slice(0, caret))?.[1];
  if (typed === undefined) return null;
  const lines = people(known, typed, caret);
  return lines.length ? { kind: "person", typed, lines } : null;
};

/** The command whose arguments are being typed. */
export const hinted = (known, text) => {
  const name = HINTED.exec(text)?.[1];
  return known.commands.find((one) => one.command === name) ?? null;
};
