// A pie, with each share written where there is room for it.
import { html } from "/static/ui.js";
import { useMe } from "/static/state.js";

const R = 90;
const SMALLEST_WRITTEN = 0.06;

const at = (turn, radius) => {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
};

const slice = (from, to) => {
  if (to - from > 0.9999) return `M0 ${-R}A${R} ${R} 0 1 1 -0.01 ${-R}Z`;
  const [x1, y1] = at(from, R);
  const [x2, y2] = at(to, R);
  return `M0 0L${x1} ${y1}A${R} ${R} 0 ${to - from > 0.5 ? 1 : 0} 1 ${x2} ${y2}Z`;
};

export const Pie = ({ chart, title, show, figures }) => {
  const me = useMe();
  const all = chart.segments.reduce((sum, one) => sum + one.value, 0) || 1;
  const percent = (part) => part.toLocaleString(me.locale, { style: "percent", maximumFractionDigits: 0 });
  let from = 0;
  const slices = chart.segments.map((one, number) => {
    const part = one.value / all;
    const [x, y] = at(from + part / 2, R * 0.65);
    const d = slice(from, from + part);
    from += part;
    const said = `${one.label}: ${show(one.value)} (${percent(part)})`;
    return html`
      <g key=${one.label}>
        <path class=${`slice fill-${number}`} d=${d}><title>${said}</title></path>
        ${part >= SMALLEST_WRITTEN && html`
          <text class="share" x=${x} y=${y + 4} text-anchor="middle">${percent(part)}</text>`}
      </g>`;
  });
  return html`
    <svg
      class="pie" role="img" aria-label=${title} aria-describedby=${figures} data-chart="pie"
      viewBox="-100 -100 200 200"
    >${slices}</svg>`;
};
