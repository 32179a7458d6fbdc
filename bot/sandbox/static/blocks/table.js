// Tables: the plain one, and the one with a caption that pages and sorts.
import { html, useId, useState } from "/static/ui.js";
import { RichText } from "/static/blocks/rich_text.js";
import { IconPress } from "/static/icon_button.js";
import { useMe } from "/static/state.js";
import { withEmoji } from "/static/text/emoji.js";
import { useWords } from "/static/words.js";

const Cell = ({ cell }) => {
  if (cell.type === "rich_text") return html`<${RichText} block=${cell} />`;
  return html`<span class="plain">${withEmoji(String(cell.text ?? cell.value ?? ""))}</span>`;
};

const sideOf = (column, setting) => setting?.align ?? (column?.type === "raw_number" ? "right" : "left");

export const Table = ({ block }) => {
  const settings = block.column_settings ?? [];
  const [head, ...rows] = block.rows;
  const look = (row, at) =>
    `at-${sideOf(row[at], settings[at])}${settings[at]?.is_wrapped === false ? " no-wrap" : ""}`;
  const headCell = (cell, at) =>
    html`<th scope="col" class=${look(rows[0] ?? head, at)}><${Cell} cell=${cell} /></th>`;
  const line = (row) =>
    html`<tr>${row.map((cell, at) => html`<td class=${look(row, at)}><${Cell} cell=${cell} /></td>`)}</tr>`;
  return html`
    <div class="table-frame" tabindex="0" role="group"><table>
      <thead><tr>${head.map(headCell)}</tr></thead>
      <tbody>${rows.map(line)}</tbody>
    </table></div>`;
};

const wordsIn = (part) =>
  part.text ?? part.name ?? part.url ?? (part.elements ?? []).map(wordsIn).join("");

const byCell = (at, locale) => (a, b) => {
  const [x, y] = [a[at], b[at]];
  if (x.type === "raw_number" && y.type === "raw_number") return x.value - y.value;
  return wordsIn(x).localeCompare(wordsIn(y), locale, { numeric: true });
};

const sorted = (rows, order, locale) => {
  if (order === null) return rows;
  const up = [...rows].sort(byCell(order.at, locale));
  return order.isDown ? up.reverse() : up;
};

const Pager = ({ page, size, count, turn }) => {
  const w = useWords();
  const first = page * size + 1;
  const last = Math.min(count, first + size - 1);
  return html`
    <div class="pager">
      <span aria-live="polite">${w("rowsShown", { first, last, all: count })}</span>
      <${IconPress} label=${w("previousPage")} icon="left" disabled=${page === 0} onPress=${() => turn(page - 1)} />
      <${IconPress} label=${w("nextPage")} icon="right" disabled=${last >= count} onPress=${() => turn(page + 1)} />
    </div>`;
};

const ORDERS = { true: "descending", false: "ascending" };

const Head = ({ head, sample, order, sort }) => html`
  <tr>${head.map((cell, at) => {
    const isSorted = order?.at === at;
    return html`
      <th scope="col" class=${`at-${sideOf(sample[at])}`} aria-sort=${isSorted ? ORDERS[order.isDown] : "none"}>
        <button type="button" class="sorter" onClick=${() => sort(at)}>
          <${Cell} cell=${cell} />
          <span class="sort-sign" aria-hidden="true">${isSorted ? (order.isDown ? "▼" : "▲") : "↕"}</span>
        </button>
      </th>`;
  })}</tr>`;

export const DataTable = ({ block }) => {
  const me = useMe();
  const captionId = useId("caption");
  const [page, turn] = useState(0);
  const [order, setOrder] = useState(null);
  const [head, ...rows] = block.rows;
  const size = block.page_size ?? 5;
  const at = Math.min(page, Math.max(0, Math.ceil(rows.length / size) - 1));
  const shown = sorted(rows, order, me?.locale).slice(at * size, (at + 1) * size);
  const sort = (column) => {
    turn(0);
    const isSame = order?.at === column;
    setOrder(isSame && order.isDown ? null : { at: column, isDown: isSame });
  };
  const cell = (one, column) => {
    const inside = html`<${Cell} cell=${one} />`;
    const side = `at-${sideOf(one)}`;
    if (column === block.row_header_column_index) return html`<th scope="row" class=${side}>${inside}</th>`;
    return html`<td class=${side}>${inside}</td>`;
  };
  return html`
    <div class="data-table">
      <div class="caption" id=${captionId}>${block.caption}</div>
      <div class="table-frame" tabindex="0" role="group" aria-labelledby=${captionId}>
        <table aria-labelledby=${captionId}>
          <thead><${Head} head=${head} sample=${rows[0] ?? head} order=${order} sort=${sort} /></thead>
          <tbody>${shown.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody>
        </table>
      </div>
      ${rows.length > size && html`<${Pager} page=${at} size=${size} count=${rows.length} turn=${turn} />`}
    </div>`;
};
