// The person's stack of modals; only the top one is seen, those beneath keep what was typed.
import { classes, html, useEffect, useId, useRef, useState } from "/static/ui.js";
import { act, hush } from "/static/acting.js";
import { Avatar } from "/static/avatar.js";
import { Blocks } from "/static/blocks/blocks.js";
import { Dialog } from "/static/dialog.js";
import { IconPress } from "/static/icon_button.js";
import { useKnown } from "/static/state.js";
import { Surface } from "/static/surface.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

const blockIds = (view) => new Set(view.blocks.map((one) => one.block_id));

/** Errors of blocks that aren't there stand on top, so that none goes unseen. */
const homeless = (view) => {
  const own = blockIds(view);
  return Object.entries(view.errors ?? {}).flatMap(([id, text]) => (own.has(id) ? [] : [text]));
};

const useForm = (view, values) => {
  const w = useWords();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const submit = async (event) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    const answer = await act({ kind: "view_submit", view_id: view.id, values: values.current });
    setBusy(false);
    if (answer.ok || answer.error === "incomplete") return;
    hush(answer.message);
    setTrouble(w.slack(answer.message) || w("trouble"));
  };
  const close = (clear) => act({ kind: "view_close", view_id: view.id, clear });
  return { isBusy, trouble, submit, close };
};

const Head = ({ view, id, close, app }) => {
  const w = useWords();
  return html`
    <header class="modal-head">
      <${Avatar} person=${app} size="small" />
      <h2 id=${id}>${plainText(view.title)}</h2>
      <${IconPress} label=${w("close")} icon="close" onPress=${close} />
    </header>`;
};

const Foot = ({ view, form }) => {
  const w = useWords();
  const hasInput = view.blocks.some((one) => one.type === "input");
  const submitWords = view.submit ? plainText(view.submit) : hasInput ? w("submit") : null;
  return html`
    <footer class="modal-foot">
      <button type="button" class="button" onClick=${() => form.close(false)}>
        ${view.close ? plainText(view.close) : w(submitWords ? "cancel" : "close")}
      </button>
      ${submitWords && html`
        <button
          type="submit" class=${classes("button solid-primary", form.isBusy && "busy")}
          aria-busy=${form.isBusy ? "true" : null}
        >${submitWords}</button>`}
    </footer>`;
};

const Modal = ({ view, isTop, depth }) => {
  const w = useWords();
  const id = useId("title");
  const values = useRef({});
  const body = useRef(null);
  const form = useForm(view, values);
  const app = useKnown((known) => known.people[known.app.bot_user_id]);
  useEffect(() => {
    if (view.errors) body.current.querySelector("[aria-invalid]")?.focus();
  }, [view.errors && JSON.stringify(view.errors)]);
  const troubles = [...homeless(view).map(w.slack), form.trouble].filter(Boolean);
  return html`
    <${Dialog}
      labelledBy=${id} isHidden=${!isTop} onClose=${() => form.close(false)}
      data-testid="modal" data-view-id=${view.id} data-callback-id=${view.callback_id}
    >
      <form novalidate onSubmit=${form.submit}>
        <${Head} view=${view} id=${id} app=${app} close=${() => form.close(depth > 1)} />
        <div class="modal-body" ref=${body}>
          ${troubles.map((text) => html`<div class="alert-box error" role="alert">${text}</div>`)}
          <${Surface}
            kind="modal" container=${{ type: "view", view_id: view.id }} known=${view.state?.values}
            errors=${view.errors} valuesRef=${values}
          ><${Blocks} blocks=${view.blocks} /><//>
        </div>
        <${Foot} view=${view} form=${form} />
      </form>
    <//>`;
};

export const Modals = () => {
  const stack = useKnown((known) => known.stack);
  const depth = stack.length;
  const draw = (view, at) =>
    html`<${Modal} key=${view.id} view=${view} isTop=${at === depth - 1} depth=${depth} />`;
  return html`<div>${stack.map(draw)}</div>`;
};
