// Line, bar and area charts on two axes.
import { html } from "/static/ui.js";

const WIDE = 560;
const NARROW = 330;
const PHONE_PX = 600;
const HEIGHT = 260;
const TOP = 12;
const RIGHT = 12;
const LETTER = 6.6;
const WIDE_LETTER = 11;

const widthOf = (text) =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x10ff ? WIDE_LETTER : LETTER), 0);

/** Round steps from under the least to over the most, zero among them. */
const ticksFor = (values) => {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const areWhole = values.every(Number.isInteger);
  const steps = [1, 2, 2.5, 5, 10, 20, 50].map((one) => one * power);
  const step = steps.find((one) => one >= rough && !(areWhole && one % 1)) ?? 1;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(10)));
};

/** Letters keep their size on a phone: the drawing itself is narrower there. */
const frameOf = (chart, ticks, show) => {
  const wide = innerWidth < PHONE_PX ? NARROW : WIDE;
  const { categories, x_label: xLabel, y_label: yLabel } = chart.axis_config;
  const left = Math.max(...ticks.map((one) => widthOf(show(one)))) + 12 + (yLabel ? 18 : 0);
  const slot = (wide - left - RIGHT) / categories.length;
  const longest = Math.max(...categories.map(widthOf));
  const isTilted = longest > slot - 4;
  const bottom = (isTilted ? Math.min(longest * 0.7, 90) + 14 : 22) + (xLabel ? 20 : 0);
  const high = HEIGHT - TOP - bottom;
  const [low, top] = [ticks[0], ticks.at(-1)];
  return {
    left, slot, isTilted, wide, right: wide - RIGHT, bottom: TOP + high,
    x: (at) => left + slot * (at + 0.5),
    y: (value) => TOP + high * (1 - (value - low) / (top - low)),
  };
};

const Axes = ({ chart, ticks, frame, show }) => {
  const { categories, x_label: xLabel, y_label: yLabel } = chart.axis_config;
  const lift = frame.bottom + 16;
  const middle = (frame.left + frame.right) / 2;
  const center = (TOP + frame.bottom) / 2;
  return html`
    ${ticks.map((one) => html`
      <g key=${one} class=${one === 0 ? "grid zero" : "grid"}>
        <line x1=${frame.left} x2=${frame.right} y1=${frame.y(one)} y2=${frame.y(one)} />
        <text x=${frame.left - 8} y=${frame.y(one) + 4} text-anchor="end">${show(one)}</text>
      </g>`)}
    ${categories.map((one, at) => html`
      <text
        key=${one} x=${frame.x(at)} y=${lift} text-anchor=${frame.isTilted ? "end" : "middle"}
        transform=${frame.isTilted ? `rotate(-40 ${frame.x(at)} ${lift - 6})` : null}
      >${one}</text>`)}
    ${xLabel && html`
      <text class="axis-name" x=${middle} y=${HEIGHT - 6} text-anchor="middle">${xLabel}</text>`}
    ${yLabel && html`
      <text class="axis-name" x="12" y=${center} text-anchor="middle" transform=${`rotate(-90 12 ${center})`}>${yLabel}</text>`}`;
};

/** Each series' points in the order of the categories, with where they stand. */
const placed = (chart, frame) =>
  chart.series.map((series) => ({
    name: series.name,
    points: chart.axis_config.categories.map((label, at) => {
      const value = series.data.find((one) => one.label === label)?.value ?? 0;
      return { label, value, x: frame.x(at), y: frame.y(value) };
    }),
  }));

const said = (name, point, show) => `${name}, ${point.label}: ${show(point.value)}`;

const Bars = ({ list, frame, show }) => {
  const wide = Math.min(40, (frame.slot * 0.76) / list.length);
  const zero = frame.y(0);
  const left = (point, number) => point.x + (number - list.length / 2) * wide;
  return list.map(({ name, points }, number) => points.map((point) => html`
    <rect
      class=${`fill-${number}`} rx="2" x=${left(point, number) + 1} width=${Math.max(1, wide - 2)}
      y=${Math.min(point.y, zero)} height=${Math.max(point.value === 0 ? 0 : 1, Math.abs(zero - point.y))}
    ><title>${said(name, point, show)}</title></rect>`));
};

const path = (points) => points.map(({ x, y }, at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

const closed = (points, zero) => `L${points.at(-1).x} ${zero}L${points[0].x} ${zero}Z`;

const Lines = ({ list, frame, show, isFilled }) =>
  list.map(({ name, points }, number) => html`
    <g key=${name}>
      ${isFilled && html`
        <path class=${`area fill-${number}`} d=${`${path(points)}${closed(points, frame.y(0))}`} />`}
      <path class=${`stroke stroke-${number}`} d=${path(points)} />
      ${points.map((point) => html`
        <circle class=${`fill-${number}`} cx=${point.x} cy=${point.y} r="4"><title>${said(name, point, show)}</title></circle>`)}
    </g>`);

export const AxisChart = ({ chart, title, show, figures }) => {
  const ticks = ticksFor(chart.series.flatMap((one) => one.data.map((point) => point.value)));
  const frame = frameOf(chart, ticks, show);
  const list = placed(chart, frame);
  return html`
    <svg
      role="img" aria-label=${title} aria-describedby=${figures} data-chart=${chart.type}
      viewBox=${`0 0 ${frame.wide} ${HEIGHT}`}
    >
      <${Axes} chart=${chart} ticks=${ticks} frame=${frame} show=${show} />
      ${chart.type === "bar"
        ? html`<${Bars} list=${list} frame=${frame} show=${show} />`
        : html`<${Lines} list=${list} frame=${frame} show=${show} isFilled=${chart.type === "area"} />`}
    </svg>`;
};
