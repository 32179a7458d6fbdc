// Asking once more before an act: a block's own confirm dialog, or the page's.
import { classes, html, useId } from "/static/ui.js";
import { Dialog } from "/static/dialog.js";
import { set, useKnown } from "/static/state.js";
import { plainText, TextObject } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

/** Resolves to whether the person agreed; `question` is Slack's confirm object. */
export const ask = (question) =>
  new Promise((resolve) => {
    const answer = (isAgreed) => {
      set({ asking: null });
      resolve(isAgreed);
    };
    set({ asking: { question, answer } });
  });

export const Confirm = () => {
  const asking = useKnown((known) => known.asking);
  const w = useWords();
  const id = useId("confirm");
  if (!asking) return null;
  const { question, answer } = asking;
  const isDanger = question.style === "danger";
  return html`
    <${Dialog} role="alertdialog" labelledBy=${id} onClose=${() => answer(false)} data-testid="confirm">
      <header class="modal-head"><h2 id=${id}>${plainText(question.title)}</h2></header>
      <div class="modal-body"><${TextObject} text=${question.text} /></div>
      <footer class="modal-foot">
        <button type="button" class="button" onClick=${() => answer(false)}>
          ${plainText(question.deny ?? w("cancel"))}
        </button>
        <button
          type="button" data-focus onClick=${() => answer(true)}
          class=${classes("button", isDanger ? "solid-danger" : "solid-primary")}
        >${plainText(question.confirm ?? w("ok"))}</button>
      </footer>
    <//>`;
};
