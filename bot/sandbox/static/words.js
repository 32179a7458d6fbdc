// The page's own words, in the person's language.
import { useMe } from "/static/state.js";
import { en } from "/static/words/en.js";
import { ko } from "/static/words/ko.js";
import { slackSaid } from "/static/words/slack_said.js";

const CATALOGUES = { en, ko };

export const languageOf = (locale = "en") => {
  const language = locale.split("-")[0];
  return language in CATALOGUES ? language : "en";
};

const chosen = (entry, locale, count) => {
  if (typeof entry === "string") return entry;
  return entry[new Intl.PluralRules(locale).select(count)] ?? entry.other;
};

const fill = (sentence, facts) => sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

const made = new Map();

const speaker = (locale) => {
  const catalogue = CATALOGUES[languageOf(locale)];
  const say = (key, facts = {}) => {
    if (!(key in catalogue)) throw new Error(`No words for ${key}`);
    const shown = { ...facts };
    if (typeof facts.count === "number") shown.count = facts.count.toLocaleString(locale);
    return fill(chosen(catalogue[key], locale, facts.count), shown);
  };
  say.slack = (text) => slackSaid(languageOf(locale), text);
  return say;
};

/** `w(key, {fact})` in this locale's language; `w.slack(text)` for what the server says. */
export const words = (locale = "en-US") => {
  if (!made.has(locale)) made.set(locale, speaker(locale));
  return made.get(locale);
};

export const useWords = () => words(useMe()?.locale ?? navigator.language);
