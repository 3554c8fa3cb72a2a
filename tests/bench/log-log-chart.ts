export interface ChartSeries {
  name: string;
  /** [x, y], both above zero. */
  points: readonly (readonly [number, number])[];
}

export interface Chart {
  title: string;
  subtitle: string;
  x: string;
  y: string;
  series: readonly ChartSeries[];
}

const SIZE = { width: 860, height: 560 };
const PLOT = { left: 78, right: 640, top: 92, bottom: 486 };
/** Keeps the first marks and their values off the scale. */
const INSET = 26;
/** Each series has its own colour, mark and dash, so that none is told by colour alone. */
const STYLES = [
  { name: 'a', mark: (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="5"/>`, dash: '' },
  { name: 'b', mark: (x: number, y: number) => `<rect x="${r(x - 4.5)}" y="${r(y - 4.5)}" width="9" height="9"/>`, dash: '' },
  { name: 'c', mark: (x: number, y: number) => `<path d="M${r(x)} ${r(y - 6)}l6 10.5h-12z"/>`, dash: ' stroke-dasharray="7 5"' },
] as const;

/** A chart with two logarithmic axes as one SVG that reads well on light and on dark. */
export function logLogChart(chart: Chart): string {
  const all = chart.series.flatMap(({ points }) => points);
  const x = axis(all.map(([value]) => value), PLOT.left + INSET, PLOT.right);
  const y = axis(all.map(([, value]) => value), PLOT.bottom, PLOT.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-labelledby="title" font-family="'Be Vietnam Pro', system-ui, sans-serif" font-size="14">`,
    `<title id="title">${escape(`${chart.title}. ${chart.subtitle}`)}</title>`,
    STYLE,
    `<rect class="paper" width="${SIZE.width}" height="${SIZE.height}" rx="14"/>`,
    `<text class="ink" x="32" y="40" font-size="20" font-weight="700">${escape(chart.title)}</text>`,
    `<text class="soft" x="32" y="64">${escape(chart.subtitle)}</text>`,
    ...x.ticks.map(({ at, text }) => `<path class="grid" d="M${at} ${PLOT.top}V${PLOT.bottom}"/><text class="soft" x="${at}" y="${PLOT.bottom + 22}" text-anchor="middle">${text}</text>`),
    ...y.ticks.map(({ at, text }) => `<path class="grid" d="M${PLOT.left} ${at}H${PLOT.right}"/><text class="soft" x="${PLOT.left - 10}" y="${r(at + 5)}" text-anchor="end">${text}</text>`),
    `<text class="soft" x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 50}" text-anchor="middle">${escape(chart.x)}</text>`,
    `<text class="soft" transform="translate(22 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(chart.y)}</text>`,
    ...seriesOf(chart.series, x.place, y.place),
    '</svg>',
    '',
  ].join('\n');
}

function seriesOf(series: readonly ChartSeries[], placeX: (value: number) => number, placeY: (value: number) => number): string[] {
  const ends = series.map(({ points }) => placeY((points.at(-1) as readonly [number, number])[1]));
  const labels = apart(ends, 24);
  return series.map(({ name, points }, nth) => {
    const style = STYLES[nth % STYLES.length] as (typeof STYLES)[number];
    const placed = points.map(([valueX, valueY]) => [placeX(valueX), placeY(valueY)] as const);
    const line = placed.map(([atX, atY], place) => `${place === 0 ? 'M' : 'L'}${atX} ${atY}`).join('');
    const values = placed.map(([atX, atY], place) => `<text class="${style.name}-ink" x="${atX}" y="${r(atY - 12)}" text-anchor="middle" font-size="12">${seconds((points[place] as readonly [number, number])[1])}</text>`);
    return [
      `<g class="${style.name}"><path class="line" d="${line}"${style.dash}/>${placed.map(([atX, atY]) => style.mark(atX, atY)).join('')}</g>`,
      ...values,
      `<text class="${style.name}-ink" x="${PLOT.right + 14}" y="${r((labels[nth] as number) + 5)}" font-weight="700">${escape(name)}</text>`,
    ].join('');
  });
}

interface Axis {
  place: (value: number) => number;
  ticks: readonly { at: number; text: string }[];
}

/** From the power of ten at or below the least value to the one at or above the greatest. */
function axis(values: readonly number[], from: number, to: number): Axis {
  const least = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const place = (value: number): number => r(from + ((Math.log10(value) - least) / (most - least)) * (to - from));
  const powers = Array.from({ length: most - least + 1 }, (_, nth) => least + nth);
  return { place, ticks: powers.map((power) => ({ at: place(10 ** power), text: power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString('en') })) };
}

/** Moves labels that would overlap apart, keeping their order. */
function apart(ats: readonly number[], least: number): number[] {
  const order = ats.map((_, nth) => nth).sort((a, b) => (ats[a] as number) - (ats[b] as number));
  const moved = [...ats];
  for (const [place, nth] of order.entries()) {
    const above = order[place - 1];
    if (above !== undefined) moved[nth] = Math.max(moved[nth] as number, (moved[above] as number) + least);
  }
  return moved;
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const STYLE = `<style>
.paper{fill:#fbf8f1}.ink{fill:#1f2a24}.soft{fill:#56605a}.grid{stroke:#e6dfce}.line{fill:none;stroke-width:2.5;stroke-linejoin:round}
.a{fill:#1f6b45;stroke:#1f6b45}.a-ink{fill:#17543a}.b{fill:#a8431f;stroke:#a8431f}.b-ink{fill:#8a3416}.c{fill:#6b6f68;stroke:#6b6f68}.c-ink{fill:#565b54}
.line{fill:none}
@media (prefers-color-scheme:dark){.paper{fill:#162019}.ink{fill:#e9eee4}.soft{fill:#a8b3a9}.grid{stroke:#29352d}
.a{fill:#6fbf90;stroke:#6fbf90}.a-ink{fill:#9bd9b3}.b{fill:#e08b66;stroke:#e08b66}.b-ink{fill:#f0b498}.c{fill:#a7aca2;stroke:#a7aca2}.c-ink{fill:#b7bcb2}.line{fill:none}}
</style>`;
