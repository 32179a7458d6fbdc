// data_visualization: line, bar, area and pie, drawn as SVG with a table for those who listen.
import { html, useId } from "/static/ui.js";
import { AxisChart } from "/static/blocks/chart_axes.js";
import { Pie } from "/static/blocks/chart_pie.js";
import { Unknown } from "/static/blocks/unknown.js";
import { useMe } from "/static/state.js";
import { useWords } from "/static/words.js";

export const number = (me, value) => value.toLocaleString(me.locale, { maximumFractionDigits: 2 });

const Legend = ({ names }) => html`
  <ul class="legend">
    ${names.map((name, at) => html`<li key=${name}><i class=${`swatch series-${at}`} aria-hidden="true"></i>${name}</li>`)}
  </ul>`;

/** The same figures as a table that is heard and not seen. */
const Figures = ({ id, title, chart }) => {
  const w = useWords();
  const me = useMe();
  const isPie = chart.type === "pie";
  const names = isPie ? [w("value")] : chart.series.map((one) => one.name);
  const labels = isPie ? chart.segments.map((one) => one.label) : chart.axis_config.categories;
  const value = (label, at) => {
    const points = isPie ? chart.segments : chart.series[at].data;
    const found = points.find((one) => one.label === label)?.value;
    return found === undefined ? "" : number(me, found);
  };
  return html`
    <table id=${id} class="out-of-sight">
      <caption>${title}</caption>
      <thead><tr><th scope="col">${w("category")}</th>${names.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
      <tbody>${labels.map((label) => html`
        <tr><th scope="row">${label}</th>${names.map((_, at) => html`<td>${value(label, at)}</td>`)}</tr>`)}
      </tbody>
    </table>`;
};

const CHARTS = { line: AxisChart, bar: AxisChart, area: AxisChart, pie: Pie };

export const DataVisualization = ({ block }) => {
  const w = useWords();
  const me = useMe();
  const id = useId("figures");
  const { chart, title } = block;
  const Drawn = CHARTS[chart.type];
  if (!Drawn) return html`<${Unknown} words=${w("unknownBlock", { type: `data_visualization/${chart.type}` })} />`;
  const names = chart.type === "pie"
    ? chart.segments.map((one) => one.label)
    : chart.series.map((one) => one.name);
  return html`
    <figure class="chart">
      <figcaption>${title}</figcaption>
      <${Drawn} chart=${chart} title=${title} show=${(value) => number(me, value)} figures=${id} />
      <${Legend} names=${names} />
      <${Figures} id=${id} title=${w("chartTable")} chart=${chart} />
    </figure>`;
};
