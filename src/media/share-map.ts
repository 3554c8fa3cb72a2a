import type { GeoPoint } from '../domain/place.ts';
import type { Language } from '../paths.ts';
import { archipelagosOn, type Archipelago } from './archipelagos.ts';
import { dustPath } from './dust-map.ts';
import { countryProjection, type MapPoint } from './map-projection.ts';

/** The country as part of a larger SVG, `height` pixels high, both archipelagos labelled. */
export function mapGroup({ dust, lit, language, left, top, height, fontSize }: {
  dust: readonly GeoPoint[];
  lit: readonly GeoPoint[];
  language: Language;
  left: number;
  top: number;
  height: number;
  fontSize: number;
}): string {
  const projection = countryProjection(height);
  const dot = Math.max(1.15, height / 260);
  const archipelagos = archipelagosOn(projection, language);
  return (
    `<g transform="translate(${left} ${top})">` +
    `<path d="${dustPath(dust, projection, 1)}" fill="none" stroke="#B9B096" stroke-width="${dot}" stroke-linecap="round"/>` +
    archipelagos.map((archipelago) => label(archipelago, fontSize)).join('') +
    lit.map((point) => litDot(projection.project(point), height, lit.length)).join('') +
    '</g>'
  );
}

function label({ id, lines, dots, anchor }: Archipelago, fontSize: number): string {
  const islands = dots.map(({ x, y }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.4" fill="#7D765F"/>`).join('');
  const x = (anchor.x + 2).toFixed(1);
  const [first, second] = lines;
  return (
    `${islands}<text id="${id}" x="${x}" y="${(anchor.y - fontSize * 0.1).toFixed(1)}" font-size="${fontSize}" fill="#5C665F">` +
    `${first} <tspan x="${x}" dy="${fontSize * 1.2}">${second}</tspan></text>`
  );
}

function litDot({ x, y }: MapPoint, height: number, count: number): string {
  const r = count === 1 ? Math.max(6, height / 55) : Math.max(3.5, height / 110);
  const at = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}"`;
  const halo = count === 1 ? `<circle ${at} r="${(r * 2).toFixed(1)}" fill="#1F6B45" fill-opacity=".18"/>` : '';
  return `${halo}<circle ${at} r="${r.toFixed(1)}" fill="#1F6B45" stroke="#FBF8F1" stroke-width="1.2"/>`;
}
