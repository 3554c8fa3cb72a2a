import type { IsoDate } from '../domain/calendar-day.ts';
import type { CertificateTerm } from '../domain/certificate-status.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { ProducerKind } from '../domain/producer.ts';
import type { StarLevel } from '../domain/star-level.ts';

/** Everything that engines know of one product; built from the register by search-documents.ts. */
export interface SearchDocument {
  id: string;
  name: string;
  nameEn: string;
  /** Other names under which it is looked for: names as signed, earlier names, sub-group and drawing in both languages. */
  aliases: readonly string[];
  producer?: { id: string; name: string; kind: ProducerKind; formerNames: readonly string[] };
  /** Id of the group, absent while unknown. */
  group?: string;
  /**
   * Names with their kind of unit, of today and of every time before: commune, district, province. Also of every candidate of a
   * commune that was split.
   */
  places: readonly string[];
  /** Slugs of today; several for a place that was split or is ambiguous. */
  provinces: readonly string[];
  /** `<province slug>/<commune slug>` of today, all candidates. */
  communes: readonly string[];
  /**
   * Units until 30/06/2025: `quang-binh` for a province, `quang-binh/huyen-bo-trach` for a district; as signed, else those that
   * today's place was made from.
   */
  districts: readonly string[];
  /** Of the one commune that is certain. */
  point?: GeoPoint;
  /** Ingredients, brand and pack labels as declared. */
  contents: readonly string[];
  /** Of the certificate that counts on the day the document was made for; absent while no source attests any. */
  stars?: StarLevel;
  /** Of every certificate, oldest first: from these the status on any day is worked out. */
  terms: readonly SearchTerm[];
  grantedOn?: IsoDate;
  validUntil?: IsoDate;
  /** Whole đồng, the lowest of its packs; never for alcohol. */
  priceDong?: number;
  buyable: boolean;
  alcohol: boolean;
  sample: boolean;
  /** Of the record and everything above: only documents with another digest are sent to an engine again. */
  digest: string;
}

export type SearchTerm = CertificateTerm & {
  stars?: StarLevel;
  /** Compared across sources, not read from one that says it; lists say so. */
  isInferred?: true;
  /** The first day on which it can have existed; absent when no source dates it. */
  from?: IsoDate;
};
