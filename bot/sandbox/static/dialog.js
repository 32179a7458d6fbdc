// A dialog over the page: keeps the focus inside, gives it back, closes with Escape.
import { html, useEffect, useRef } from "/static/ui.js";

const FOCUSABLE =
  "button:not([disabled]), input:not([disabled]), textarea, select, a[href], [tabindex='0']";

const keepInside = (event, box) => {
  const all = [...box.querySelectorAll(FOCUSABLE)].filter((one) => one.offsetParent !== null);
  if (!all.length) return;
  const [first, last] = [all[0], all.at(-1)];
  const leaves = event.shiftKey ? document.activeElement === first : document.activeElement === last;
  if (leaves) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
};

/** Focus on opening goes to what asks for it, else to the first field, else to the dialog. */
const enter = (box) => {
  const wanted = box.querySelector("[data-focus]") ?? box.querySelector(".modal-body input, .modal-body textarea");
  (wanted ?? box).focus({ preventScroll: true });
};

/** `isHidden` keeps a dialog alive under another one. */
export const Dialog = ({ role = "dialog", labelledBy, isHidden, onClose, children, ...more }) => {
  const box = useRef(null);
  const opener = useRef(document.activeElement);
  useEffect(() => {
    if (!isHidden) enter(box.current);
  }, [isHidden]);
  useEffect(() => () => opener.current?.isConnected && opener.current.focus(), []);
  const onKeyDown = (event) => {
    if (event.key === "Tab") keepInside(event, box.current);
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return html`
    <div class="veil" hidden=${isHidden}>
      <div
        class="modal" role=${role} aria-modal="true" aria-labelledby=${labelledBy} tabindex="-1"
        ref=${box} onKeyDown=${onKeyDown} ...${more}
      >${children}</div>
    </div>`;
};
