import type { Status } from '../domain/certificate-status.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { ProducerKind } from '../domain/producer.ts';
import type { StarLevel } from '../domain/star-level.ts';

/** Values of one field are alternatives, fields narrow one another. An absent or empty field lets everything through. */
export interface SearchFilters {
  stars?: readonly StarLevel[];
  /** `held` is valid or expiring. */
  status?: readonly (Status | 'held')[];
  /** Ids of product groups. */
  groups?: readonly string[];
  /** Slugs of provinces of today. */
  provinces?: readonly string[];
  /** `<province slug>/<commune slug>` of communes of today. */
  communes?: readonly string[];
  /** Units until 30/06/2025, as in `SearchDocument.districts`; understood from text, never a facet. */
  districts?: readonly string[];
  producerKinds?: readonly ProducerKind[];
  /** Only what can be ordered here now. */
  buyable?: boolean;
  /** Only products whose certificate holds on that day. */
  on?: IsoDate;
  near?: SearchArea;
}

/** A circle on the ground; a product counts by the point of its commune, one without a commune never lies in it. */
export interface SearchArea {
  point: GeoPoint;
  km: number;
}

export type SearchSort = 'relevance' | 'stars' | 'newest' | 'ending' | 'name' | 'price' | 'distance';

/** Fields that are counted beside the results. */
export type FacetField = 'stars' | 'status' | 'groups' | 'provinces' | 'communes' | 'producerKinds' | 'buyable';
