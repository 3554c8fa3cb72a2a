import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { GeoPoint } from '../../src/domain/place.ts';

const file = new URL('../../content/places/communes.csv', import.meta.url);
const rows = parse(readFileSync(file), { columns: true }) as { code: string; province_code: string; lat: string; lng: string }[];

/** The real communes: code, province and point. */
export const COMMUNES: readonly { code: string; province: string; point: GeoPoint }[] = rows.map((row) => ({
  code: row.code,
  province: row.province_code,
  point: { lat: Number(row.lat), lng: Number(row.lng) },
}));

export const POINTS: readonly GeoPoint[] = COMMUNES.map(({ point }) => point);
export const pointOf = (code: string): GeoPoint => (COMMUNES.find((commune) => commune.code === code) as { point: GeoPoint }).point;
