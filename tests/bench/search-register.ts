import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { addMonths, fromDayNumber, toDayNumber } from '../../src/domain/calendar-day.ts';
import { slugify } from '../../src/domain/fold.ts';
import type { StarLevel } from '../../src/domain/star-level.ts';
import type { ProducerKind } from '../../src/domain/producer.ts';
import { documentPlaces } from '../../src/search/document-places.ts';
import { kindWords } from '../../src/search/kind-words.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';

const PRODUCTS_PER_PRODUCER = 3;
const PRODUCTS_PER_DECISION = 40;
const KIND_OF_PRODUCER: readonly (readonly [ProducerKind, string])[] = [['cooperative', 'HTX'], ['company', 'Công ty TNHH'], ['business-household', 'Hộ kinh doanh'], ['establishment', 'Cơ sở sản xuất'], ['cooperative-group', 'Tổ hợp tác']];

/**
 * Documents of `count` made-up products for measuring: kinds of the real register, names of two syllables drawn from its places,
 * every commune of today as a place, three products to a producer, forty to a decision. The same for the same count.
 */
export function searchRegister(catalogue: Catalogue, count: number): SearchDocument[] {
  const draw = drawer(20_261_128);
  const kinds = kindsOf(catalogue);
  const syllables = [...new Set(catalogue.communes.flatMap(({ name }) => name.split(' ')))].filter((syllable) => /^\p{Lu}\p{Ll}+$/u.test(syllable));
  const properName = (): string => `${pick(syllables, draw)} ${pick(syllables, draw)}`;
  const seen = new Map<string, number>();
  const producers = Array.from({ length: Math.ceil(count / PRODUCTS_PER_PRODUCER) }, (_, number) => {
    const [kind, word] = KIND_OF_PRODUCER[number % KIND_OF_PRODUCER.length] as (typeof KIND_OF_PRODUCER)[number];
    const name = `${word} ${properName()}`;
    return { id: unique(slugify(name), seen), name, kind, formerNames: [], commune: pick(catalogue.communes, draw), proper: name.slice(word.length + 1) };
  });
  const perProvince = Math.max(1, Math.ceil(count / PRODUCTS_PER_DECISION / catalogue.provinces.length));
  const decisions = new Map(catalogue.provinces.map(({ code }) => [code, Array.from({ length: perProvince }, () => fromDayNumber(toDayNumber('2022-01-10') + Math.floor(draw() * 1_750)))]));
  const seenProducts = new Map<string, number>();
  return Array.from({ length: count }, (_, number): SearchDocument => {
    const { commune, proper, ...producer } = producers[Math.floor(number / PRODUCTS_PER_PRODUCER)] as (typeof producers)[number];
    const kind = pick(kinds, draw);
    const own = draw() < 0.3 ? proper : properName();
    const name = `${kind.vi} ${own}`;
    const grantedOn = pick(decisions.get(commune.provinceCode) as string[], draw);
    const stars: StarLevel = draw() < 0.02 ? 5 : draw() < 0.27 ? 4 : 3;
    const validUntil = addMonths(grantedOn, 36);
    const group = catalogue.group(kind.group);
    return {
      id: unique(slugify(name), seenProducts),
      name,
      nameEn: `${own} ${kind.en}`,
      aliases: [...kindWords(kind.drawing), ...(group === undefined ? [] : [group.name.vi, group.name.en])],
      producer,
      ...(group !== undefined && { group: group.id }),
      ...documentPlaces(catalogue, { kind: 'commune', commune, province: catalogue.province(commune.provinceCode) as NonNullable<ReturnType<Catalogue['province']>> }, []),
      contents: [],
      stars,
      terms: [{ grantedOn, validUntil, stars, from: grantedOn }],
      grantedOn,
      validUntil,
      ...(draw() < 0.1 && { priceDong: 5_000 * Math.ceil(draw() * 60) }),
      buyable: false,
      alcohol: kind.alcohol,
      sample: false,
      digest: String(number),
    };
  });
}

/** The slug, or the slug with how many bear it by now: as ids of the register are made. */
function unique(slug: string, seen: Map<string, number>): string {
  const times = (seen.get(slug) ?? 0) + 1;
  seen.set(slug, times);
  return times === 1 ? slug : `${slug}-${times}`;
}

interface Kind {
  vi: string;
  en: string;
  drawing: string;
  group: string;
  alcohol: boolean;
}

/** What stands before the proper name: "Nước mắm" of "Nước mắm Phú Sáng". */
function kindsOf({ products }: Catalogue): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { name, nameEn, drawing, groupId, alcohol } of products) {
    const words = name.split(' ');
    const proper = words.findIndex((word, place) => place > 0 && /^\p{Lu}/u.test(word));
    const vi = words.slice(0, proper === -1 ? words.length : proper).join(' ');
    const en = nameEn.split(' ').filter((word) => !words.includes(word)).join(' ');
    if (/^[\p{L} ]+$/u.test(vi) && groupId !== undefined) kinds.set(vi, { vi, en: en === '' ? vi : en, drawing, group: groupId, alcohol });
  }
  return [...kinds.values()];
}

/** Mulberry32: the same figures in every run. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(values: readonly T[], draw: () => number): T {
  return values[Math.floor(draw() * values.length)] as T;
}
