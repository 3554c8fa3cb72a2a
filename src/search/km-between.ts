import type { GeoPoint } from '../domain/place.ts';

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** Kilometres along the ground. */
export function kmBetween(a: GeoPoint, b: GeoPoint): number {
  const half = Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2
    + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(((b.lng - a.lng) * RADIANS) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
