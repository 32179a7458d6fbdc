// Dates and times as the person reads them: their language, their time zone.
const formats = new Map();

/** Intl's formatter, made once for each locale, zone and choice. */
const format = (me, options) => {
  const key = `${me.locale}|${options.timeZone ?? me.tz}|${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(me.locale, { timeZone: me.tz, ...options }));
  }
  return formats.get(key);
};

export const show = (me, at, options) => format(me, options).format(at);

/** What the zone is called in the person's language. */
export const zoneName = (me, zone, at, form) =>
  new Intl.DateTimeFormat(me.locale, { timeZone: zone, timeZoneName: form })
    .formatToParts(at)
    .find((one) => one.type === "timeZoneName").value;

export const time = (me, at) => show(me, at, { timeStyle: "short" });

export const fullMoment = (me, at) => show(me, at, { dateStyle: "full", timeStyle: "medium" });

export const momentOf = (ts) => new Date(Number.parseFloat(ts) * 1000);

const ISO_DAY = { calendar: "iso8601", year: "numeric", month: "2-digit", day: "2-digit" };

const parts = (me, at, options) =>
  Object.fromEntries(format(me, options).formatToParts(at).map((one) => [one.type, one.value]));

/** The calendar day in the person's zone, as YYYY-MM-DD. */
export const dayOf = (me, at) => {
  const { year, month, day } = parts({ tz: me.tz, locale: "en-US" }, at, ISO_DAY);
  return `${year}-${month}-${day}`;
};

/** The time of day in the person's zone, as HH:MM. */
export const clockOf = (me, at) => {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const { hour, minute } = parts({ tz: me.tz, locale: "en-US" }, at, options);
  return `${hour}:${minute}`;
};

/** A calendar day as a moment that every formatter set to UTC shows as that day. */
export const dayMoment = (iso) => new Date(`${iso}T00:00:00Z`);

export const showDay = (me, iso, options = { dateStyle: "medium" }) =>
  show(me, dayMoment(iso), { timeZone: "UTC", ...options });

export const showClock = (me, hhmm) =>
  show(me, new Date(`2000-01-01T${hhmm}:00Z`), { timeZone: "UTC", timeStyle: "short" });

export const addDays = (iso, days) =>
  new Date(dayMoment(iso).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Today, Yesterday, or the day itself; `now` is the sandbox's. */
export const dayName = (me, w, at, now, options = {}) => {
  const day = dayOf(me, at);
  const today = dayOf(me, now);
  if (day === today) return w("today");
  if (day === addDays(today, -1)) return w("yesterday");
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const year = isThisYear ? {} : { year: "numeric" };
  return show(me, at, { weekday: "long", month: "long", day: "numeric", ...year, ...options });
};

/** The moment at which it is this day and time in the person's zone. */
export const momentIn = (me, iso, hhmm) => {
  const wanted = Date.parse(`${iso}T${hhmm}:00Z`);
  let guess = wanted;
  for (let round = 0; round < 3; round += 1) {
    const shown = Date.parse(`${dayOf(me, guess)}T${clockOf(me, guess)}:00Z`);
    guess += wanted - shown;
  }
  return new Date(guess);
};
