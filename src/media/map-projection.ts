import type { GeoPoint } from '../domain/place.ts';

export interface GeoBox {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** Drawing units, origin top left, y downwards. */
export interface MapPoint {
  x: number;
  y: number;
}

export interface Projection {
  width: number;
  height: number;
  project(point: GeoPoint): MapPoint;
}

/** The whole of Việt Nam with its sea, so that Quần đảo Hoàng Sa and Quần đảo Trường Sa lie at their true place. */
export const COUNTRY_BOX: GeoBox = { south: 7.5, north: 23.5, west: 102, east: 117.9 };

/** The country at a given height; its width follows. */
export function countryProjection(height: number): Projection {
  const unitsPerDegree = height / (COUNTRY_BOX.north - COUNTRY_BOX.south);
  const width = Math.ceil((COUNTRY_BOX.east - COUNTRY_BOX.west) * unitsPerDegree * lngScale(COUNTRY_BOX));
  return { width, height, project: equirectangular(COUNTRY_BOX, unitsPerDegree, 0, 0) };
}

/** A box as large as fits into a frame, centred; a single point or an empty box lands in the middle. */
export function fitProjection(box: GeoBox, width: number, height: number, padding: number): Projection {
  const scale = lngScale(box);
  const degreesWide = Math.max((box.east - box.west) * scale, SMALLEST_BOX_DEGREES);
  const degreesHigh = Math.max(box.north - box.south, SMALLEST_BOX_DEGREES);
  const unitsPerDegree = Math.min((width - 2 * padding) / degreesWide, (height - 2 * padding) / degreesHigh);
  const left = (width - (box.east - box.west) * scale * unitsPerDegree) / 2;
  const top = (height - (box.north - box.south) * unitsPerDegree) / 2;
  return { width, height, project: equirectangular(box, unitsPerDegree, left, top) };
}

/** The smallest box around some points; undefined for none. */
export function boxAround(points: readonly GeoPoint[]): GeoBox | undefined {
  if (points.length === 0) return undefined;
  const lats = points.map((point) => point.lat);
  const lngs = points.map((point) => point.lng);
  return { south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lngs), east: Math.max(...lngs) };
}

/** About 5 km: a province of one commune is not blown up to a dot as large as the frame. */
const SMALLEST_BOX_DEGREES = 0.05;

/** A degree of longitude is shorter than one of latitude by the cosine of the box's middle. */
function lngScale(box: GeoBox): number {
  return Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
}

function equirectangular(box: GeoBox, unitsPerDegree: number, left: number, top: number): Projection['project'] {
  const scale = lngScale(box) * unitsPerDegree;
  return ({ lat, lng }) => ({ x: left + (lng - box.west) * scale, y: top + (box.north - lat) * unitsPerDegree });
}
