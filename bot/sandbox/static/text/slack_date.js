// Slack's date tokens, {date_short_pretty} and the like, in the reader's language and zone.
import { html } from "/static/ui.js";
import { useKnown, useMe } from "/static/state.js";
import { useWords } from "/static/words.js";
import { addDays, dayOf, fullMoment, show, time } from "/static/dates.js";
import { now } from "/static/clock_now.js";
import { Link } from "/static/text/links.js";

const LONG = { weekday: "long", year: "numeric", month: "long", day: "numeric" };
const SHAPES = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date_slash: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_long: LONG,
  date_long_full: LONG,
  date_short: { year: "numeric", month: "short", day: "numeric" },
  day_divider_pretty: { weekday: "long", month: "long", day: "numeric" },
  time_secs: { timeStyle: "medium" },
};

const relativeDay = (me, at) => {
  const days = [-1, 0, 1].find((step) => dayOf(me, at) === addDays(dayOf(me, now()), step));
  if (days === undefined) return null;
  return new Intl.RelativeTimeFormat(me.locale, { numeric: "auto" }).format(days, "day");
};

const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60]];

const ago = (me, at) => {
  const seconds = (at - now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  const words = new Intl.RelativeTimeFormat(me.locale, { numeric: "auto" });
  return words.format(Math.round(seconds / size), unit);
};

const token = (me, at, name) => {
  if (name === "time") return time(me, at);
  if (name === "ago") return ago(me, at);
  const isPretty = name.endsWith("_pretty");
  const plain = isPretty && !(name in SHAPES) ? name.slice(0, -"_pretty".length) : name;
  if (!(plain in SHAPES)) return null;
  return (isPretty && relativeDay(me, at)) || show(me, at, SHAPES[plain]);
};

/** The format with its tokens filled in; null where it holds one that Slack doesn't know. */
export const slackDate = (me, timestamp, format) => {
  const at = new Date(Number(timestamp) * 1000);
  if (!Number.isFinite(at.getTime())) return null;
  let isKnown = true;
  const shown = format.replace(/\{(\w+)\}/g, (_, name) => {
    const filled = token(me, at, name);
    isKnown &&= filled !== null;
    return filled;
  });
  return isKnown ? shown : null;
};

export const SlackDate = ({ timestamp, format, url, fallback }) => {
  const me = useMe();
  useWords();
  useKnown((known) => known.clock && dayOf(me, known.clock.now ? new Date(known.clock.now) : 0));
  const shown = slackDate(me, timestamp, format) ?? fallback ?? format;
  const title = fullMoment(me, new Date(Number(timestamp) * 1000 || 0));
  if (url) return html`<${Link} url=${url} class="date" title=${title}>${shown}<//>`;
  return html`<span class="date" title=${title}>${shown}</span>`;
};
