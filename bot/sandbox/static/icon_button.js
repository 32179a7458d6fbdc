// Small buttons that show a sign and are named in words.
import { html } from "/static/ui.js";
import { Icon } from "/static/icons.js";

export const IconPress = ({ label, icon, onPress, ...more }) => html`
  <button type="button" class="icon-button" aria-label=${label} title=${label} onClick=${onPress} ...${more}>
    <${Icon} name=${icon} />
  </button>`;

/** Takes something away again: a choice, a file, a notice. */
export const Cross = ({ label, look, onPress }) => html`
  <button type="button" class=${look} aria-label=${label} onClick=${onPress}>×</button>`;
