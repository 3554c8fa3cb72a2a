import type { GeoPoint } from '../domain/place.ts';
import type { Language } from '../paths.ts';
import type { MapPoint, Projection } from './map-projection.ts';

/** One of the two archipelagos that every map, locator and share image shows and labels. */
export interface Archipelago {
  id: 'hoang-sa' | 'truong-sa';
  /** The whole label; `lines` are the same words broken in two. */
  label: string;
  lines: readonly [string, string];
  /** The special zone's point in the register of communes. */
  dots: readonly MapPoint[];
  /** Where the label starts (`text-anchor: start`), level with the dot. */
  anchor: MapPoint;
}

/** Đặc khu Hoàng Sa and đặc khu Trường Sa: codes and points as in the register of communes. */
export const ARCHIPELAGO_ZONES: readonly { id: Archipelago['id']; communeCode: string; point: GeoPoint }[] = [
  { id: 'hoang-sa', communeCode: '20333', point: { lat: 16.4933, lng: 111.5925 } },
  { id: 'truong-sa', communeCode: '22736', point: { lat: 8.6465, lng: 111.9249 } },
];

/** The two labels as the site words them. */
export const ARCHIPELAGO_LABELS: Readonly<Record<Language, Readonly<Record<Archipelago['id'], readonly [string, string]>>>> = {
  vi: {
    'hoang-sa': ['Quần đảo Hoàng Sa', '(TP Đà Nẵng)'],
    'truong-sa': ['Quần đảo Trường Sa', '(tỉnh Khánh Hòa)'],
  },
  en: {
    'hoang-sa': ['Hoang Sa archipelago', '(Da Nang city)'],
    'truong-sa': ['Truong Sa archipelago', '(Khanh Hoa province)'],
  },
};

/** Both archipelagos on a map of the whole country. */
export function archipelagosOn(projection: Projection, language: Language): readonly Archipelago[] {
  const gap = projection.height / 60;
  return ARCHIPELAGO_ZONES.map(({ id, point }) => {
    const dot = projection.project(point);
    const lines = ARCHIPELAGO_LABELS[language][id];
    return { id, lines, label: lines.join(' '), dots: [dot], anchor: { x: dot.x + gap, y: dot.y } };
  });
}

/** True for the point of either special zone, wherever in it the register puts its label. */
export function isArchipelago(point: GeoPoint): boolean {
  return ARCHIPELAGO_ZONES.some(
    (zone) => Math.abs(zone.point.lat - point.lat) < NEAR_DEGREES && Math.abs(zone.point.lng - point.lng) < NEAR_DEGREES,
  );
}

const NEAR_DEGREES = 0.5;
