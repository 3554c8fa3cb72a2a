import { digestOf } from '../../catalogue/digests.ts';
import { toDayNumber, type IsoDate } from '../../domain/calendar-day.ts';
import { holds, type Status } from '../../domain/certificate-status.ts';
import { slugify } from '../../domain/fold.ts';
import type { SearchDocument } from '../search-document.ts';
import { heldSpans } from './held-spans.ts';
import { markCodes } from './mark-code.ts';
import { nameOrder } from './name-order.ts';
import { statusOfDocument } from './status-of-document.ts';

/** A product as Meilisearch holds it. Texts are folded words parted by blanks; an absent value is unknown. */
export interface IndexDocument {
  id: string;
  name: string;
  nameEn: string;
  aliases: readonly string[];
  producer: readonly string[];
  places: readonly string[];
  contents: readonly string[];
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
  producerKinds?: string;
  buyable: boolean;
  alcohol: boolean;
  /** Numbers of days since 1970. */
  grantedDay?: number;
  untilDay?: number;
  priceDong?: number;
  nameOrder: string;
  _geo?: { lat: number; lng: number };
  /** Of everything above: a document with this digest need not be sent again. */
  digest: string;
  /** `held0From`, `held0Until`: days on which the star is held, both included; {@link HELD_SPANS} at most, the latest. */
  [held: `held${number}${'From' | 'Until'}`]: number;
}

/** No product has had more spells of holding a star, parted by gaps. */
export const HELD_SPANS = 4;

/** The same for everybody on one day: statuses are those of `asOf`. */
export function indexDocument(document: SearchDocument, asOf: IsoDate): IndexDocument {
  const { producer, point } = document;
  const status = statusOfDocument(document, asOf);
  const fields = {
    id: document.id,
    name: foldedWords(document.name),
    nameEn: foldedWords(document.nameEn),
    aliases: foldedTexts(document.aliases),
    producer: producer === undefined ? [] : foldedTexts([producer.name, ...producer.formerNames]),
    places: foldedTexts(document.places),
    contents: foldedTexts(document.contents),
    marks: markCodes([document.name, document.nameEn, ...document.aliases, ...(producer === undefined ? [] : [producer.name, ...producer.formerNames]), ...document.places, ...document.contents]),
    stars: document.stars,
    status,
    standing: holds(status) ? 2 : status === 'unconfirmed' ? 1 : 0,
    groups: document.group,
    provinces: document.provinces,
    communes: document.communes,
    districts: document.districts,
    producerKinds: producer?.kind,
    buyable: document.buyable,
    alcohol: document.alcohol,
    grantedDay: dayNumber(document.grantedOn),
    untilDay: dayNumber(document.validUntil),
    priceDong: document.priceDong,
    nameOrder: nameOrder(document.name),
    _geo: point,
    ...Object.fromEntries(heldSpans(document.terms).slice(-HELD_SPANS).flatMap(({ from, until }, place) => [[`held${place}From`, from], [`held${place}Until`, until]])),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...known, digest: digestOf(known) } as unknown as IndexDocument;
}

/** "Nước mắm Phú Sáng" is `nuoc mam phu sang`. */
export function foldedWords(text: string): string {
  return slugify(text).replaceAll('-', ' ');
}

function foldedTexts(texts: readonly string[]): string[] {
  return [...new Set(texts.map(foldedWords))].filter((text) => text !== '');
}

function dayNumber(day: IsoDate | undefined): number | undefined {
  return day === undefined ? undefined : toDayNumber(day);
}
