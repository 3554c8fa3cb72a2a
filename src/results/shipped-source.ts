import type { IsoDate } from '../domain/calendar-day.ts';
import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import { formatDong } from '../domain/money.ts';
import { formatCount } from '../i18n/format-number.ts';
import { communePath, groupPath, producerPath, productPath, provincePath, type Language } from '../paths.ts';
import type { ShippedSearch } from '../search/embedded/open-shipped-search.ts';
import { KIND_WORDS } from '../search/kind-words.ts';
import type { SearchDocument } from '../search/search-document.ts';
import { termOn } from '../search/term-on.ts';
import type { NamedPage } from './name-index.ts';
import type { ResultCard } from './result-card.ts';
import type { ResultNames } from './results-parts.ts';
import type { ResultsTexts } from './results-texts.ts';
import type { StaticIndex } from './static-index.ts';

/** Cards and names from what a plain host ships: the same as the register says, without photographs. */
export interface ShippedSource {
  card(id: string): ResultCard | undefined;
  names: ResultNames;
  /** Places, producers and groups, for suggestions. */
  pages(t: ResultsTexts, products: readonly SearchDocument[]): NamedPage[];
}

export function shippedSource({ engine, vocabulary: { places } }: ShippedSearch, index: StaticIndex, language: Language, today: IsoDate): ShippedSource {
  const groups = new Map(index.groups.map(({ id, name }) => [id, name[language]]));
  const provinces = new Map(index.provinces.map(({ slug, name, nameEn }) => [slug, language === 'vi' ? name : nameEn]));
  const communeEntries = [...new Set([...places.communes.bySpelling.values()].flat())];
  const communes = new Map(communeEntries.map(({ commune, province }) => [`${province.slug}/${commune.slug}`, communeLabel(commune, language)]));
  const placeLine = ({ communes: [commune, ...more], provinces: [province, ...others] }: SearchDocument): string | undefined => {
    const of = others.length === 0 ? provinces.get(province ?? '') : undefined;
    return commune === undefined || more.length > 0 ? of : [communes.get(commune), of].filter((part) => part !== undefined).join(', ');
  };
  return {
    names: {
      group: (id) => groups.get(id),
      province: (slug) => provinces.get(slug),
      commune: (slug) => communes.get(slug),
      groups: [...groups].map(([id, text]) => ({ id, text })),
      provinces: index.provinces.map(({ slug, point }) => ({ slug, point, text: provinces.get(slug) ?? slug })).sort((a, b) => a.text.localeCompare(b.text, language)),
    },
    card(id) {
      const document = engine.document(id);
      if (document === undefined) return undefined;
      const name = language === 'vi' ? document.name : document.nameEn;
      return {
        id,
        href: productPath(language, id),
        name,
        originalName: name === document.name ? undefined : document.name,
        producer: document.producer?.name,
        place: placeLine(document),
        drawing: drawingOf(document),
        term: termOn(document.terms, today),
        price: document.priceDong === undefined ? undefined : formatDong(document.priceDong, language),
        sample: document.sample,
        alcohol: document.alcohol,
      };
    },
    pages(t, products) {
      const counts = countsOf(products);
      const goods = (key: string): Pick<NamedPage, 'note' | 'weight'> => {
        const weight = counts.get(key) ?? 0;
        return { weight, note: weight === 0 ? undefined : weight === 1 ? t('products.one') : t('products.many', { count: formatCount(weight, language) }) };
      };
      const former = new Map<string, { name: string; note: string }[]>();
      for (const { label, district, successors, province } of new Set([...places.formerCommunes.bySpelling.values()].flat())) {
        for (const { slug } of successors) {
          const key = `${province.slug}/${slug}`;
          former.set(key, [...(former.get(key) ?? []), { name: label, note: t('search.formerly', { name: `${label}, ${district.label}, ${district.formerProvince.name}` }) }]);
        }
      }
      return [
        ...[...new Map([...places.provinces.bySpelling.values()].flat().map(({ province }) => [province.slug, province])).values()].map((province): NamedPage => ({ kind: 'places', text: provinceLabel(province, language), href: provincePath(language, province.slug), others: province.formerProvinces.filter((name) => name !== province.name).map((name) => ({ name, note: t('search.formerly', { name }) })), ...goods(`province:${province.slug}`) })),
        ...communeEntries.map(({ commune, province }): NamedPage => {
          const key = `${province.slug}/${commune.slug}`;
          return { kind: 'places', text: `${communes.get(key) ?? ''}, ${provinces.get(province.slug) ?? ''}`, href: communePath(language, province.slug, commune.slug), others: former.get(key) ?? [], ...goods(`commune:${key}`) };
        }),
        ...producersOf(products).map(([id, name]): NamedPage => ({ kind: 'producers', text: name, href: producerPath(language, id), others: [], ...goods(`producer:${id}`) })),
        ...[...groups].map(([id, text]): NamedPage => ({ kind: 'groups', text, href: groupPath(language, id), others: [], ...goods(`group:${id}`) })),
      ];
    },
  };
}

/** Both words for a kind stand among the other names of its products. */
function drawingOf({ aliases }: SearchDocument): string {
  const found = Object.entries(KIND_WORDS).find(([, words]) => words !== undefined && aliases.includes(words.vi) && aliases.includes(words.en));
  return found?.[0] ?? 'other';
}

function producersOf(products: readonly SearchDocument[]): [id: string, name: string][] {
  return [...new Map(products.flatMap(({ producer, sample }) => (producer === undefined || sample ? [] : [[producer.id, producer.name] as const])))];
}

function countsOf(products: readonly SearchDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { group, provinces, communes, producer, sample } of products) {
    if (sample) continue;
    const keys = [...(group === undefined ? [] : [`group:${group}`]), ...provinces.map((slug) => `province:${slug}`), ...communes.map((slug) => `commune:${slug}`), ...(producer === undefined ? [] : [`producer:${producer.id}`])];
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
