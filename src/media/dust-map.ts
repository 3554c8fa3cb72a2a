import type { GeoPoint } from '../domain/place.ts';
import { ARCHIPELAGO_LABELS } from './archipelagos.ts';
import { countryProjection, type MapPoint, type Projection } from './map-projection.ts';

/** Height of the country's drawing, in units; the dust map and the country map share it, so they lie on each other. */
export const COUNTRY_HEIGHT = 1000;

/**
 * Every commune of the country as a dot: a texture for a CSS mask or an image below a country map.
 * Same viewBox as `countryMap`, which carries the visible labels.
 */
export function dustMapSvg(points: readonly GeoPoint[]): string {
  const projection = countryProjection(COUNTRY_HEIGHT);
  const title = Object.values(ARCHIPELAGO_LABELS.vi).map((lines) => lines.join(' ')).join(' · ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${projection.width} ${projection.height}"><title>${title}</title>` +
    `<path d="${dustPath(points, projection, 0)}" fill="none" stroke="#000" stroke-width="5" stroke-linecap="round"/></svg>`
  );
}

/**
 * Path data that draws one dot a point when stroked with round caps: relative moves and zero-length
 * lines on a grid of `decimals` places, each grid cell once. About 7 bytes a dot.
 */
export function dustPath(points: readonly GeoPoint[], projection: Projection, decimals: number): string {
  const perUnit = 10 ** decimals;
  const cells = new Map<string, MapPoint>();
  for (const point of points) {
    const { x, y } = projection.project(point);
    const cell = { x: Math.round(x * perUnit), y: Math.round(y * perUnit) };
    cells.set(`${cell.x} ${cell.y}`, cell);
  }
  let from: MapPoint = { x: 0, y: 0 };
  let path = '';
  for (const cell of [...cells.values()].sort(byBand(8 * perUnit))) {
    path += `m${pair((cell.x - from.x) / perUnit, (cell.y - from.y) / perUnit)}h0`;
    from = cell;
  }
  return path;
}

/** Near neighbours follow each other: bands of some height, read left to right and back. */
function byBand(height: number): (a: MapPoint, b: MapPoint) => number {
  return (a, b) => {
    const band = Math.floor(a.y / height);
    const bands = band - Math.floor(b.y / height);
    const across = band % 2 === 0 ? a.x - b.x : b.x - a.x;
    return bands || across || a.y - b.y;
  };
}

function pair(x: number, y: number): string {
  const second = short(y);
  return second.startsWith('-') ? short(x) + second : `${short(x)} ${second}`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2))).replace(/^(-?)0\./, '$1.');
}
