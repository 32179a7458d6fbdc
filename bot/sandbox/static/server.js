// The played Slack as the page calls it; nothing else here speaks HTTP.
/** As the server itself says it (words/slack_said.js has it in Korean). */
const UNREACHABLE = "We had some trouble connecting. Try again?";

const told = async (response) => {
  if (!response.ok && response.status >= 500) throw new Error(`HTTP ${response.status}`);
  return response.json();
};

const get = async (path, query) => told(await fetch(`${path}?${new URLSearchParams(query)}`));

const post = async (path, body) =>
  told(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

/** Without a person: as the first who may be chosen. */
export const fetchState = (as) => get("/sandbox/state", as ? { as } : {});

export const fetchMessages = async (as, channel, thread) => {
  const answer = await get("/sandbox/messages", { as, channel, ...(thread && { thread }) });
  return answer.messages ?? [];
};

export const fetchTraffic = async () =>
  (await get("/sandbox/traffic", { limit: 200 })).entries ?? [];

/** Does what a person does; a server out of reach is an answer too. */
export const postAct = async (request) => {
  try {
    return await post("/sandbox/act", request);
  } catch {
    return { ok: false, error: "connection_failed", message: UNREACHABLE };
  }
};

export const advanceClock = (seconds) =>
  post("/sandbox/clock", { advance_seconds: seconds }).catch(() => ({ ok: false }));

export const postReset = () => post("/sandbox/reset", {}).catch(() => ({ ok: false }));

/** A file that the person attached: what becomes of it in `files`. */
export const upload = async (as, file) => {
  const query = new URLSearchParams({ as, name: file.name });
  const response = await fetch(`/sandbox/upload?${query}`, { method: "POST", body: file });
  return response.json();
};
