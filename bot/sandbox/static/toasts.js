// Short notices over the page, gone after a while.
import { html } from "/static/ui.js";
import { dismiss } from "/static/acting.js";
import { useKnown } from "/static/state.js";
import { useWords } from "/static/words.js";

export const Toasts = () => {
  const w = useWords();
  const toasts = useKnown((known) => known.toasts);
  return html`
    <div class="toasts" role="region" aria-label=${w("notifications")} data-testid="toasts">
      ${toasts.map((one) => html`
        <div key=${one.id} class=${`toast ${one.level}`} role=${one.level === "error" ? "alert" : "status"}>
          <span>${w.slack(one.text)}</span>
          <button type="button" class="icon-button" aria-label=${w("dismiss")} onClick=${() => dismiss(one.id)}>×</button>
        </div>`)}
    </div>`;
};
