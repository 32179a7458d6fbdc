// What goes between Slack and the app: each call with its answer, errors in red.
import { classes, html, memo, useState } from "/static/ui.js";
import { show } from "/static/dates.js";
import { IconPress } from "/static/icon_button.js";
import { set, useKnown, useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const Json = ({ words, value }) => {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return html`<details open class="json"><summary>${words}</summary><pre>${text}</pre></details>`;
};

const ARROWS = { to_app: ["→", "toApp"], from_app: ["←", "fromApp"] };

const Entry = memo(({ entry }) => {
  const me = useMe();
  const w = useWords();
  const [isOpen, setOpen] = useState(false);
  const [arrow, direction] = ARROWS[entry.direction];
  const ms = entry.ms.toLocaleString(me.locale, { maximumFractionDigits: entry.ms < 10 ? 1 : 0 });
  return html`
    <li
      class=${classes("entry", entry.direction, entry.error && "wrong")}
      data-testid="traffic-entry" data-direction=${entry.direction}
    >
      <button type="button" class="entry-head" aria-expanded=${String(isOpen)} onClick=${() => setOpen(!isOpen)}>
        <span class="entry-arrow" role="img" aria-label=${w(direction)} title=${w(direction)}>${arrow}</span>
        <span class="entry-title">${entry.title}</span>
        ${entry.error && html`<span class="entry-error">${entry.error}</span>`}
        <span class="entry-status">${entry.status}</span>
        <span class="entry-ms">${w("milliseconds", { count: ms })}</span>
      </button>
      ${isOpen && html`
        <div class="entry-body">
          <time dateTime=${entry.at}>${show(me, new Date(entry.at), { dateStyle: "medium", timeStyle: "medium" })}</time>
          ${entry.detail && html`<p class="entry-detail">${entry.detail}</p>`}
          <${Json} words=${w("request")} value=${entry.request} />
          <${Json} words=${w("response")} value=${entry.response} />
        </div>`}
    </li>`;
});

const useChosen = () => {
  const traffic = useKnown((known) => known.traffic);
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [name, setName] = useState("");
  const wanted = name.trim().toLowerCase();
  const shown = traffic
    .filter((one) => (!onlyErrors || one.error) && (!wanted || one.title.toLowerCase().includes(wanted)))
    .reverse();
  return { shown, onlyErrors, setOnlyErrors, name, setName };
};

const Pane = () => {
  const w = useWords();
  const { shown, onlyErrors, setOnlyErrors, name, setName } = useChosen();
  return html`
    <aside class="pane inspector" aria-label=${w("inspector")} data-testid="inspector">
      <header class="pane-head">
        <h2>${w("inspector")}</h2>
        <${IconPress} label=${w("closeInspector")} icon="close" onPress=${() => set({ inspecting: false })} />
      </header>
      <div class="inspector-filters">
        <input
          type="search" class="field" aria-label=${w("filter")} placeholder=${w("filter")} value=${name}
          onInput=${(event) => setName(event.target.value)}
        />
        <label>
          <input type="checkbox" checked=${onlyErrors} onChange=${(event) => setOnlyErrors(event.target.checked)} />
          ${" "}${w("onlyErrors")}
        </label>
      </div>
      ${shown.length === 0 && html`<p class="nothing">${w("noTraffic")}</p>`}
      <ol class="entries">${shown.map((one) => html`<${Entry} key=${one.id} entry=${one} />`)}</ol>
    </aside>`;
};

export const Inspector = () => useKnown((known) => known.inspecting) && html`<${Pane} />`;
