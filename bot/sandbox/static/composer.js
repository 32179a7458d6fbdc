// Where messages and commands are typed; what fails is told beneath, and what was typed stays.
import { classes, html, useEffect, useId, useLayoutEffect, useRef, useState } from "/static/ui.js";
import { act, hush } from "/static/acting.js";
import { Attached, AttachPress, useAttached } from "/static/attaching.js";
import { Avatar } from "/static/avatar.js";
import { hinted, offered } from "/static/completing.js";
import { IconPress } from "/static/icon_button.js";
import { Icon } from "/static/icons.js";
import { ShortcutsMenu } from "/static/shortcuts_menu.js";
import { state } from "/static/state.js";
import { useWords } from "/static/words.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const drafts = new Map();

const requestFor = (text, channel, thread) => {
  const found = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text);
  const place = { channel, ...(thread && { thread_ts: thread }) };
  if (found) return { kind: "command", command: found[1], text: (found[2] ?? "").trim(), ...place };
  return { kind: "message", text, ...place };
};

/** The text, what is offered for it, and sending it. */
const useTyping = (channel, thread, attached) => {
  const key = `${state.me.id} ${channel} ${thread ?? ""}`;
  const [text, setText] = useState(() => drafts.get(key) ?? "");
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const type = (typed, position) => {
    drafts.set(key, typed);
    setText(typed);
    setCaret(position);
    setAt(0);
    setClosed(false);
    setTrouble(null);
  };
  const send = async () => {
    if ((!text.trim() && attached.files.length === 0) || isSending || attached.isBusy) return;
    setSending(true);
    setTrouble(null);
    const files = attached.files.map((one) => one.id);
    const request = requestFor(text.trim(), channel, thread);
    const answer = await act(files.length > 0 ? { ...request, kind: "message", text: text.trim(), files } : request);
    setSending(false);
    if (answer.ok) {
      attached.clear();
      return type("", 0);
    }
    hush(answer.message);
    setTrouble(answer.message || answer.error);
    return undefined;
  };
  const list = isClosed || isSending ? null : offered(state, text, caret);
  return { text, list, at, setAt, setClosed, setCaret, isSending, trouble, type, send };
};

const Offers = ({ id, list, at, pick }) => {
  const w = useWords();
  const head = list.kind === "command" ? w("commandsFound", { typed: list.typed }) : w("peopleFound");
  return html`
    <div class="offers">
      <div class="offers-head" aria-hidden="true">${head}</div>
      <ul id=${id} role="listbox" aria-label=${head}>
        ${list.lines.map((one, index) => html`
          <li
            key=${one.key} id=${`${id}-${index}`} role="option" aria-selected=${String(index === at)}
            class=${classes("option", index === at && "at")} data-value=${one.key}
            onMouseDown=${(event) => event.preventDefault()} onClick=${() => pick(one)}
          >
            ${one.person && html`<${Avatar} person=${one.person} size="tiny" />`}
            <span class="option-words">
              <span class="option-label"><b>${one.label}</b> ${one.hint && html`<span class="usage">${one.hint}</span>`}</span>
              <span class="option-more">${one.description}</span>
            </span>
          </li>`)}
      </ul>
    </div>`;
};

const keysOf = (typing, pick) => (event) => {
  if (event.isComposing || event.keyCode === 229) return; // a Hangul syllable is still being put together
  const { list, at } = typing;
  if (list && event.key in STEPS) {
    typing.setAt((at + STEPS[event.key] + list.lines.length) % list.lines.length);
  } else if (list && event.key === "Escape") typing.setClosed(true);
  else if (list && (event.key === "Tab" || (event.key === "Enter" && !list.lines[at].isWhole))) {
    if (event.shiftKey) return;
    pick(list.lines[at]);
  } else if (event.key === "Enter" && !event.shiftKey) typing.send();
  else return;
  event.preventDefault();
};

const useGrowing = (field, text) =>
  useLayoutEffect(() => {
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);

const Hint = ({ command }) => html`
  <div class="usage-line"><b>${command.command}</b> <span class="usage">${command.usage_hint}</span></div>`;

const Tools = ({ typing, mention, attached, hasText }) => {
  const w = useWords();
  return html`
    <div class="composer-tools">
      <${ShortcutsMenu} />
      <${IconPress} label=${w("mention")} icon="at" onPress=${mention} />
      <${AttachPress} attached=${attached} />
      <span class="composer-hint">${w("commandHint")}</span>
      <button
        type="button" class=${classes("send", hasText && "ready", typing.isSending && "busy")} onClick=${typing.send}
        aria-label=${typing.isSending ? w("sending") : w("send")} title=${w("send")} disabled=${!hasText}
      ><${Icon} name="send" /></button>
    </div>`;
};

export const Composer = ({ channel, thread, label, testid = "composer" }) => {
  const w = useWords();
  const id = useId("offers");
  const field = useRef(null);
  const attached = useAttached();
  const typing = useTyping(channel, thread, attached);
  const { text, list, at, isSending, trouble } = typing;
  const jump = useRef(null);
  useGrowing(field, text);
  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) field.current.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (jump.current === null) return;
    field.current.setSelectionRange(jump.current, jump.current);
    jump.current = null;
  }, [text]);
  const put = (from, to, piece) => {
    jump.current = from + piece.length;
    typing.type(text.slice(0, from) + piece + text.slice(to), jump.current);
    field.current.focus();
  };
  const pick = (one) => put(one.replaces[0], one.replaces[1], one.text);
  const mention = () => {
    const { selectionStart: from, selectionEnd: to } = field.current;
    put(from, to, from > 0 && !/\s$/.test(text.slice(0, from)) ? " @" : "@");
  };
  const drop = (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    attached.add(event.dataTransfer.files);
  };
  const command = list ? null : hinted(state, text);
  return html`
    <div class="composer" data-testid=${testid}>
      ${list && html`<${Offers} id=${id} list=${list} at=${at} pick=${pick} />`}
      ${command?.usage_hint && html`<${Hint} command=${command} />`}
      <div
        class=${classes("composer-box", trouble && "wrong")} aria-busy=${isSending ? "true" : null}
        onDragOver=${(event) => event.preventDefault()} onDrop=${drop}
      >
        <${Attached} attached=${attached} />
        <textarea
          ref=${field} rows="1" aria-label=${label} placeholder=${label} value=${text} readOnly=${isSending}
          role="combobox" aria-expanded=${String(list !== null)} aria-controls=${list ? id : null}
          aria-activedescendant=${list ? `${id}-${at}` : null} aria-haspopup="listbox" aria-autocomplete="list"
          onInput=${(event) => typing.type(event.target.value, event.target.selectionStart)}
          onKeyDown=${keysOf(typing, pick)} onClick=${(event) => typing.setCaret(event.target.selectionStart)}
        ></textarea>
        <${Tools}
          typing=${typing} mention=${mention} attached=${attached}
          hasText=${text.trim() !== "" || attached.files.length > 0}
        />
      </div>
      ${trouble && html`<div class="composer-trouble" role="alert">${w.slack(trouble)}</div>`}
    </div>`;
};
