// Short notices over the page, gone after a while.
import { html } from "/static/ui.js";
import { dismiss } from "/static/acting.js";
import { Cross } from "/static/icon_button.js";
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
          <${Cross} look="icon-button" label=${w("dismiss")} onPress=${() => dismiss(one.id)} />
        </div>`)}
    </div>`;
};
