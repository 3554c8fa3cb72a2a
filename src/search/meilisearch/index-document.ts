import { digestOf } from '../../catalogue/digests.ts';
import { toDayNumber, type IsoDate } from '../../domain/calendar-day.ts';
import { holds, type Status } from '../../domain/certificate-status.ts';
import { standingOf } from '../embedded/columns.ts';
import { FIELDS } from '../embedded/fields.ts';
import type { ProducerKind } from '../../domain/producer.ts';
import type { SearchDocument } from '../search-document.ts';
import { foldPhrase } from '../syllables.ts';
import { heldSpans } from './held-spans.ts';
import { markCodes } from './mark-code.ts';
import { nameOrder } from './name-order.ts';
import { SPECIMEN, SPECIMEN_DAY } from './specimen.ts';

type SearchedField = (typeof FIELDS)[number]['name'];

/** A product as Meilisearch holds it: the texts of each searched field, as folded syllables parted by blanks, and what narrows, counts and sorts. */
export interface IndexDocument extends Readonly<Record<SearchedField, readonly string[]>> {
  id: string;
  every: typeof EVERY_PRODUCT;
  /** Codes of every syllable with its marks: who types marks gets these first. */
  marks: readonly string[];
  stars?: number;
  status: Status;
  /** 2 while the star is held, 1 while nothing says, 0 once it lapsed or was revoked. */
  standing: 0 | 1 | 2;
  groups?: string;
  provinces: readonly string[];
  communes: readonly string[];
  districts: readonly string[];
  producerKinds: ProducerKind;
  buyable: boolean;
  alcohol: boolean;
  /** Numbers of days since 1970; the last day only while the star is held. */
  newestDay?: number;
  endingDay?: number;
  priceDong?: number;
  nameOrder: string;
  _geo?: { lat: number; lng: number };
  /** Of everything that this was made from: a document with this digest need not be sent again. */
  digest: string;
  /** `held0From`, `held0Until`: days on which the star is held, both included; {@link HELD_SPANS} at most, the latest. */
  [held: `held${number}${'From' | 'Until'}`]: number;
}

/** A word that stands in every document and in no language. */
export const EVERY_PRODUCT = 'ocop0';

/** No product has had more spells of holding a star, parted by gaps. */
export const HELD_SPANS = 4;

/** Statuses are those of `asOf`. */
export function indexDocument(document: SearchDocument, asOf: IsoDate): IndexDocument {
  return { ...mapped(document, asOf), digest: indexDigest(document, asOf) };
}

/** The digest of a product's document without making it: of what it is made from, and of how. */
export function indexDigest(document: SearchDocument, asOf: IsoDate): string {
  const { status, term } = standingOf(document.terms, asOf);
  return digestOf([(making ??= digestOf(mapped(SPECIMEN, SPECIMEN_DAY))), document.digest, status, term === undefined ? -1 : document.terms.indexOf(term)]);
}

/** Changes when the code below makes other documents. */
let making: string | undefined;

function mapped(document: SearchDocument, asOf: IsoDate): Omit<IndexDocument, 'digest'> {
  const { status, term } = standingOf(document.terms, asOf);
  const texts = FIELDS.map((field) => ({ name: field.name, texts: field.texts(document) }));
  const fields = {
    id: document.id,
    ...Object.fromEntries(texts.map(({ name, texts }) => [name, [...new Set(texts.map(foldPhrase))].filter((text) => text !== '')])),
    every: EVERY_PRODUCT,
    marks: markCodes(texts.flatMap(({ texts }) => texts)),
    stars: term?.stars,
    status,
    standing: holds(status) ? 2 : status === 'unconfirmed' ? 1 : 0,
    groups: document.group,
    provinces: document.provinces,
    communes: document.communes,
    districts: document.districts,
    producerKinds: document.producer?.kind ?? 'unknown',
    buyable: document.buyable,
    alcohol: document.alcohol,
    newestDay: dayNumber(term?.grantedOn ?? term?.from),
    endingDay: holds(status) ? dayNumber(term?.validUntil) : undefined,
    priceDong: document.priceDong,
    nameOrder: nameOrder(document.name),
    _geo: document.point,
    ...Object.fromEntries(heldSpans(document.terms).slice(-HELD_SPANS).flatMap(({ from, until }, place) => [[`held${place}From`, from], [`held${place}Until`, until]])),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as Omit<IndexDocument, 'digest'>;
}

function dayNumber(day: IsoDate | undefined): number | undefined {
  return day === undefined ? undefined : toDayNumber(day);
}
