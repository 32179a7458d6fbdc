// A pane that floats beside what opened it and stays within the window.
import { html, useLayoutEffect, useRef } from "/static/ui.js";

const GAP = 4;
const EDGE = 8;

const place = (pane, anchor, { above, end, match }) => {
  const at = anchor.getBoundingClientRect();
  if (match) pane.style.minWidth = `${Math.min(at.width, innerWidth - 2 * EDGE)}px`;
  pane.style.maxHeight = "";
  const { width, height } = pane.getBoundingClientRect();
  const below = innerHeight - at.bottom - GAP - EDGE;
  const over = at.top - GAP - EDGE;
  const goesUp = above ? over >= height || over > below : below < height && over > below;
  const room = Math.max(goesUp ? over : below, 80);
  if (height > room) pane.style.maxHeight = `${room}px`;
  const tall = Math.min(height, room);
  const left = end ? at.right - width : at.left;
  pane.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  pane.style.top = `${goesUp ? at.top - GAP - tall : at.bottom + GAP}px`;
};

/** `anchor` is a ref; `above`, `end` and `match` say where it would like to be. */
export const Floating = ({ anchor, above, end, match, children, ...more }) => {
  const pane = useRef(null);
  useLayoutEffect(() => {
    const move = () =>
      pane.current && anchor.current && place(pane.current, anchor.current, { above, end, match });
    move();
    const grown = new ResizeObserver(move);
    grown.observe(anchor.current);
    grown.observe(pane.current.firstElementChild ?? pane.current);
    addEventListener("resize", move);
    document.addEventListener("scroll", move, true);
    return () => {
      grown.disconnect();
      removeEventListener("resize", move);
      document.removeEventListener("scroll", move, true);
    };
  });
  return html`<div class="floating" ref=${pane} ...${more}>${children}</div>`;
};
