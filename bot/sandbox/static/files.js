// Files shared with a message: pictures are shown, the rest can be fetched.
import { html } from "/static/ui.js";
import { Icon } from "/static/icons.js";
import { useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

const sizeOf = (me, bytes) => {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const options = { style: "unit", unit: UNITS[power], unitDisplay: "short", maximumFractionDigits: 1 };
  return value.toLocaleString(me.locale, options);
};

const pathOf = (file) => new URL(file.url, location.href).pathname;

const File = ({ file }) => {
  const me = useMe();
  const w = useWords();
  const href = pathOf(file);
  if (file.mimetype?.startsWith("image/")) {
    return html`
      <figure class="file-picture">
        <figcaption>${file.name}</figcaption>
        <a href=${href} target="_blank" rel="noopener"><img src=${href} alt=${file.name} /></a>
      </figure>`;
  }
  return html`
    <a class="file" href=${href} download=${file.name} aria-label=${w("download", { name: file.name })}>
      <${Icon} name="file" />
      <span><strong>${file.name}</strong><small>${sizeOf(me, file.size ?? 0)}</small></span>
    </a>`;
};

export const Files = ({ files }) =>
  files?.length > 0 && html`<div class="files">${files.map((one) => html`<${File} key=${one.id} file=${one} />`)}</div>`;
