// What can't be drawn is shown to be there.
import { html } from "/static/ui.js";

export const Unknown = ({ words }) => html`<div class="unknown" role="note">${words}</div>`;
