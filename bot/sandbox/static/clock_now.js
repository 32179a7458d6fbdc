// What time it is in the sandbox: the last the server said, and what has passed since.
import { state } from "/static/state.js";

export const now = () => {
  if (!state.clock) return new Date(0);
  const passed = state.clock.moving ? 0 : performance.now() - state.clockReadAt;
  return new Date(Date.parse(state.clock.now) + passed);
};
