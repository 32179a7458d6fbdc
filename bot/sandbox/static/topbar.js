// The bar above everything: menu, clock, inspector, person.
import { classes, html } from "/static/ui.js";
import { Clock } from "/static/clock.js";
import { Icon } from "/static/icons.js";
import { PersonMenu } from "/static/person_menu.js";
import { set, useKnown } from "/static/state.js";
import { useWords } from "/static/words.js";

export const Topbar = () => {
  const w = useWords();
  const isOpen = useKnown((known) => known.sidebarOpen);
  const isInspecting = useKnown((known) => known.inspecting);
  const errors = useKnown((known) => known.traffic.filter((one) => one.error).length);
  return html`
    <header class="topbar">
      <button
        type="button" class="icon-button menu-button" aria-label=${w("menu")} aria-controls="sidebar"
        aria-expanded=${String(isOpen)} onClick=${() => set({ sidebarOpen: !isOpen })}
      ><${Icon} name="menu" /></button>
      <span class="topbar-space"></span>
      <${Clock} />
      <span class="topbar-space"></span>
      <button
        type="button" class=${classes("inspect-button", isInspecting && "on")} aria-pressed=${String(isInspecting)}
        aria-label=${w(isInspecting ? "closeInspector" : "openInspector")} onClick=${() => set({ inspecting: !isInspecting })}
        data-testid="inspector-button"
      >
        <${Icon} name="inspect" /><span class="inspect-words">${w("inspector")}</span>
        ${errors > 0 && html`<span class="count" title=${w("errorsCounted", { count: errors })}>${errors}</span>`}
      </button>
      <${PersonMenu} />
    </header>`;
};
