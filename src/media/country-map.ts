import type { GeoPoint } from '../domain/place.ts';
import type { Language } from '../paths.ts';
import { archipelagosOn, type Archipelago } from './archipelagos.ts';
import { COUNTRY_HEIGHT, dustPath } from './dust-map.ts';
import { countryProjection, type Projection } from './map-projection.ts';

export interface LitPoint {
  point: GeoPoint;
  /** How many goods come from here; decides the dot's size. */
  weight: number;
  href?: string;
  label: string;
  /** The place that the page is about. */
  current?: boolean;
}

export interface LitDot {
  x: number;
  y: number;
  r: number;
  href?: string;
  label: string;
  current: boolean;
}

/** What a component needs to draw the country over `dustMapSvg`: same viewBox, projected dots, both labels. */
export interface CountryMap {
  viewBox: string;
  width: number;
  height: number;
  /** Largest first, the current place last, so that no dot hides a smaller one. */
  lit: readonly LitDot[];
  /** Where hundreds of places are lit, the lighter ones as path data of zero-length strokes, without a link each. */
  litDust?: string;
  archipelagos: readonly Archipelago[];
}

/** More links than this are no help on a map, and a burden on a phone. */
const MOST_LINKED = 240;

export function countryMap({ lit, language = 'vi' }: { lit: readonly LitPoint[]; language?: Language }): CountryMap {
  const projection = countryProjection(COUNTRY_HEIGHT);
  const { width, height } = projection;
  const heaviestFirst = lit.length <= MOST_LINKED ? lit : [...lit].sort((a, b) => b.weight - a.weight);
  const rest = heaviestFirst.slice(MOST_LINKED);
  return {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    lit: litDots(heaviestFirst.slice(0, MOST_LINKED), projection, { smallest: 7, perRoot: 3, largest: 26 }),
    ...(rest.length > 0 && { litDust: dustPath(rest.map(({ point }) => point), projection, 0) }),
    archipelagos: archipelagosOn(projection, language),
  };
}

/** Area grows with weight; sizes in drawing units. */
export function litDots(
  lit: readonly LitPoint[],
  projection: Projection,
  size: { smallest: number; perRoot: number; largest: number },
): LitDot[] {
  return lit
    .map(({ point, weight, href, label, current = false }) => {
      const { x, y } = projection.project(point);
      const r = Math.min(size.largest, size.smallest + size.perRoot * Math.sqrt(Math.max(0, weight - 1)));
      return { x: tenth(x), y: tenth(y), r: tenth(r), href, label, current };
    })
    .sort((a, b) => Number(a.current) - Number(b.current) || b.r - a.r);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
