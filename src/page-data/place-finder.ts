import type { Catalogue } from '../catalogue/catalogue.ts';
import { slugify } from '../domain/fold.ts';
import type { Commune, Province } from '../domain/place.ts';
import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { communeLink, provinceLink, shortProvince, type Link } from './place-view.ts';

/** A place of today, and the former name by which it was found. */
export interface FoundPlace extends Link {
  formerly?: string;
}

/**
 * Today's places by their names of either era, marks and capitals aside; parts between commas must all fit, as in
 * "Cẩm Mỹ, Cẩm Xuyên". Whole names go before parts of names, provinces before communes; every place that fits is shown,
 * none preferred. An empty name finds nothing.
 */
export function findPlaces(view: View, text: string, language: Language): FoundPlace[] {
  const parts = text.split(',').map(slugify).filter(Boolean);
  const [first] = parts;
  if (first === undefined) return [];
  const found = new Map<string, FoundPlace & { whole: boolean }>();
  for (const entry of entriesOf(view.catalogue)) {
    if (!parts.every((part) => entry.words.includes(`-${part}-`))) continue;
    const whole = entry.names.includes(first);
    const link = entry.commune === undefined ? provinceLink(entry.province, language) : communeLine(view, entry.commune, entry.province, language);
    const before = found.get(link.href);
    if (before !== undefined && (before.whole || !whole)) continue;
    found.set(link.href, { ...link, ...(entry.formerly !== undefined && { formerly: entry.formerly }), whole });
  }
  return [...found.values()].sort((a, b) => Number(b.whole) - Number(a.whole)).map(({ whole: _, ...place }) => place);
}

interface Entry {
  province: Province;
  commune?: Commune;
  formerly?: string;
  /** Folded, with a hyphen on either side of each word. */
  words: string;
  /** The whole name, with the word for its kind of unit and without. */
  names: readonly string[];
}

const kept = new WeakMap<Catalogue, readonly Entry[]>();

function entriesOf(catalogue: Catalogue): readonly Entry[] {
  const entries = kept.get(catalogue) ?? [...catalogue.provinces.flatMap(ofProvince), ...catalogue.communes.flatMap((commune) => ofCommune(catalogue, commune))];
  kept.set(catalogue, entries);
  return entries;
}

/** By province slug: names given up before 30/06/2025, where the table of former provinces begins (content/places/former-communes.csv has them). */
const EARLIER_NAMES: Readonly<Record<string, readonly string[]>> = { hue: ['Thừa Thiên Huế'] };

function ofProvince(province: Province): Entry[] {
  const label = provinceLabel(province, 'vi');
  const former = [...province.formerProvinces, ...(EARLIER_NAMES[province.slug] ?? [])].filter((name) => name !== province.name);
  return [
    { province, ...keysOf(label, province.name, [province.nameEn]) },
    ...former.map((name) => ({ province, formerly: name, ...keysOf(name, name, []) })),
  ];
}

function ofCommune(catalogue: Catalogue, commune: Commune): Entry[] {
  const province = catalogue.province(commune.provinceCode);
  if (province === undefined) return [];
  const now: Entry = { province, commune, ...keysOf(communeLabel(commune, 'vi'), commune.name, [province.name]) };
  const former = commune.formerCommunes.flatMap(({ name, alternativeName, district, province: of }) =>
    [name, ...(alternativeName === undefined ? [] : [alternativeName])].map((label): Entry => ({
      province, commune, formerly: `${label}, ${district}, ${of}`, ...keysOf(label, withoutKind(label), [district, of]),
    })));
  return [now, ...former];
}

function keysOf(label: string, bare: string, besides: readonly string[]): Pick<Entry, 'words' | 'names'> {
  return { words: `-${[label, ...besides].map(slugify).join('--')}-`, names: [slugify(label), slugify(bare)] };
}

function withoutKind(label: string): string {
  return label.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, '');
}

function communeLine(view: View, commune: Commune, province: Province, language: Language): Link {
  const link = communeLink(view, commune, language);
  return { ...link, text: `${link.text}, ${shortProvince(province, language)}` };
}
