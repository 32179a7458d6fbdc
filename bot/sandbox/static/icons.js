// The page's own signs, drawn as lines in the colour of the text around them.
import { html } from "/static/ui.js";

const PATHS = {
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6L6 18",
  dots: "M6 12h.01M12 12h.01M18 12h.01",
  down: "M6 9l6 6 6-6",
  up: "M6 15l6-6 6 6",
  left: "M15 6l-6 6 6 6",
  right: "M9 6l6 6-6 6",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 3",
  thread: "M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  at: "M16 12a4 4 0 11-8 0 4 4 0 018 0zm0 0v2a2.5 2.5 0 005 0v-2a9 9 0 10-4 7.5",
  send: "M4 4l17 8-17 8 3-8zM7 12h14",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm13 0a3 3 0 11-6 0 3 3 0 016 0z",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6",
  thumbUp: "M7 11v9H4v-9zM7 11l4-8c2 0 3 1 3 3l-1 4h5c2 0 2 2 2 3l-2 6c0 1-1 1-2 1H7",
  thumbDown: "M7 13V4H4v9zM7 13l4 8c2 0 3-1 3-3l-1-4h5c2 0 2-2 2-3l-2-6c0-1-1-1-2-1H7",
  inspect: "M8 6l-5 6 5 6M16 6l5 6-5 6M14 4l-4 16",
  clip: "M20 11l-8.5 8.5a5 5 0 01-7-7L13 4a3.3 3.3 0 015 5l-8.5 8.5a1.7 1.7 0 01-2.5-2.5L14.5 7.5",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  reset: "M4 12a8 8 0 108-8H6M9 1L6 4l3 3",
};

export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${PATHS[name]} fill="none" stroke="currentColor" stroke-width=${name === "dots" ? 3 : 1.8}
      stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
