import type { IsoDate } from '../domain/calendar-day.ts';
import { eachInSteps, mapInSteps, type Steps } from '../domain/steps.ts';
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
  pages(t: ResultsTexts, products: readonly SearchDocument[]): Steps<NamedPage[]>;
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
    *pages(t, products) {
      const counts = yield* countsOf(products);
      const goods = (weight = 0): Pick<NamedPage, 'note' | 'weight'> =>
        ({ weight, note: weight === 0 ? undefined : weight === 1 ? t('products.one') : t('products.many', { count: formatCount(weight, language) }) });
      const former = new Map<string, NamedPage['others'][number][]>();
      yield* eachInSteps(new Set([...places.formerCommunes.bySpelling.values()].flat()), ({ label, district, successors, province }) => {
        for (const { slug } of successors) {
          const key = `${province.slug}/${slug}`;
          const names = former.get(key) ?? [];
          former.set(key, names);
          // Ten thousand of them, of which hardly any is ever shown.
          names.push({ name: label, get note() { return t('search.formerly', { name: `${label}, ${district.label}, ${district.formerProvince.name}` }); } });
        }
      });
      const communePages = yield* mapInSteps(communeEntries, ({ commune, province }): NamedPage => {
        const key = `${province.slug}/${commune.slug}`;
        return { kind: 'places', text: `${communes.get(key) ?? ''}, ${provinces.get(province.slug) ?? ''}`, href: communePath(language, province.slug, commune.slug), others: former.get(key) ?? [], ...goods(counts.communes.get(key)) };
      });
      return [
        ...[...new Map([...places.provinces.bySpelling.values()].flat().map(({ province }) => [province.slug, province])).values()].map((province): NamedPage => ({ kind: 'places', text: provinceLabel(province, language), href: provincePath(language, province.slug), others: province.formerProvinces.filter((name) => name !== province.name).map((name) => ({ name, note: t('search.formerly', { name }) })), ...goods(counts.provinces.get(province.slug)) })),
        ...communePages,
        ...producersOf(products).map(([id, name]): NamedPage => ({ kind: 'producers', text: name, href: producerPath(language, id), others: [], ...goods(counts.producers.get(id)) })),
        ...[...groups].map(([id, text]): NamedPage => ({ kind: 'groups', text, href: groupPath(language, id), others: [], ...goods(counts.groups.get(id)) })),
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

/** Products by id of their group and producer, by slugs of their places; practice data aside. */
type Counts = Readonly<Record<'groups' | 'provinces' | 'communes' | 'producers', ReadonlyMap<string, number>>>;

function* countsOf(products: readonly SearchDocument[]): Steps<Counts> {
  const counts = { groups: new Map<string, number>(), provinces: new Map<string, number>(), communes: new Map<string, number>(), producers: new Map<string, number>() };
  const count = (of: Map<string, number>, key: string): void => void of.set(key, (of.get(key) ?? 0) + 1);
  yield* eachInSteps(products, ({ group, provinces, communes, producer, sample }) => {
    if (sample) return;
    if (group !== undefined) count(counts.groups, group);
    if (producer !== undefined) count(counts.producers, producer.id);
    for (const slug of provinces) count(counts.provinces, slug);
    for (const slug of communes) count(counts.communes, slug);
  });
  return counts;
}
