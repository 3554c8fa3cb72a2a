import type { GeoPoint } from '../domain/place.ts';
import type { Language } from '../paths.ts';
import { isArchipelago } from './archipelagos.ts';
import { countryMap, litDots, type CountryMap, type LitDot, type LitPoint } from './country-map.ts';
import { COUNTRY_HEIGHT, dustPath } from './dust-map.ts';
import { boxAround, countryProjection, fitProjection, COUNTRY_BOX, type GeoBox, type Projection } from './map-projection.ts';

/** One province drawn large, and where it lies: the inset always shows and labels both archipelagos. */
export interface ProvinceMap {
  viewBox: string;
  width: number;
  height: number;
  /** Path data of the province's communes; stroke it with round caps. */
  dust: string;
  lit: readonly LitDot[];
  /** The whole country; `frame` is the province's place on it, in the inset's units. */
  inset: CountryMap & { frame: { x: number; y: number; width: number; height: number } };
}

const WIDTH = 480;
const HEIGHT = 400;
const PADDING = 28;

/**
 * `points`: all communes of the province. `lit`: those to light, the page's own with `current`.
 * The archipelago of Đà Nẵng or Khánh Hòa lies too far out for one scale with its mainland: unless it is the
 * current place it is left to the inset.
 */
export function provinceMap({ points, lit, language = 'vi' }: {
  points: readonly GeoPoint[];
  lit: readonly LitPoint[];
  language?: Language;
}): ProvinceMap {
  const farOut = lit.some(({ point, current }) => current === true && isArchipelago(point));
  const { box, projection, dust } = groundOf(points, farOut);
  const litNear = lit.filter(({ point }) => farOut || !isArchipelago(point));
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    dust,
    lit: litDots(litNear, projection, { smallest: 6, perRoot: 2, largest: 18 }),
    inset: { ...countryMap({ lit: lit.filter(({ current }) => current), language }), frame: frameOf(box) },
  };
}

interface Ground {
  box: GeoBox;
  projection: Projection;
  dust: string;
}

const kept = new WeakMap<readonly GeoPoint[], Ground>();

/** The pages of all communes of a province hand over one array of points: its ground is drawn once. */
function groundOf(points: readonly GeoPoint[], farOut: boolean): Ground {
  const known = farOut ? undefined : kept.get(points);
  if (known !== undefined) return known;
  const near = points.filter((point) => farOut || !isArchipelago(point));
  const box = boxAround(near) ?? COUNTRY_BOX;
  const projection = fitProjection(box, WIDTH, HEIGHT, PADDING);
  const ground = { box, projection, dust: dustPath(near, projection, 1) };
  if (!farOut) kept.set(points, ground);
  return ground;
}

function frameOf(box: NonNullable<ReturnType<typeof boxAround>>): ProvinceMap['inset']['frame'] {
  const { project } = countryProjection(COUNTRY_HEIGHT);
  const corner = project({ lat: box.north, lng: box.west });
  const opposite = project({ lat: box.south, lng: box.east });
  return {
    x: Math.floor(corner.x),
    y: Math.floor(corner.y),
    width: Math.ceil(opposite.x - corner.x) + 1,
    height: Math.ceil(opposite.y - corner.y) + 1,
  };
}
