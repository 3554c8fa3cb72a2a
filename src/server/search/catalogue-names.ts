import type { Catalogue } from '../../catalogue/catalogue.ts';
import { communeLabel, provinceLabel } from '../../domain/place-label.ts';
import type { Commune, Province } from '../../domain/place.ts';
import type { Product } from '../../domain/product.ts';
import { formatCount } from '../../i18n/format-number.ts';
import { translator } from '../../i18n/translate.ts';
import { communePath, groupPath, producerPath, provincePath, type Language } from '../../paths.ts';
import { nameIndex, type NamedPage, type NameIndex } from '../../results/name-index.ts';
import { provinceName } from './product-card.ts';

const kept = new WeakMap<Catalogue, Partial<Record<Language, NameIndex>>>();

/** Places of both eras, producers and groups by name; made once for each state of the register and language. */
export function catalogueNames(catalogue: Catalogue, language: Language): NameIndex {
  const known = kept.get(catalogue) ?? {};
  kept.set(catalogue, known);
  return (known[language] ??= nameIndex(namedPages(catalogue, language)));
}

function namedPages(catalogue: Catalogue, language: Language): NamedPage[] {
  const page = { catalogue, language };
  return [
    ...catalogue.provinces.map((province) => provincePage(page, province)),
    ...catalogue.communes.flatMap((commune) => communePage(page, commune)),
    ...catalogue.producers.filter(({ sample }) => !sample).map(({ id, name, formerNames }): NamedPage => ({ kind: 'producers', text: name, href: producerPath(language, id), others: formerNames.map((former) => formerly(former, language)), ...goods(catalogue.productsOfProducer(id), language) })),
    ...catalogue.groups.map(({ id, name }): NamedPage => ({ kind: 'groups', text: name[language], href: groupPath(language, id), others: [], ...goods(catalogue.productsOfGroup(id), language) })),
  ];
}

interface Naming {
  catalogue: Catalogue;
  language: Language;
}

function provincePage({ catalogue, language }: Naming, province: Province): NamedPage {
  const former = province.formerProvinces.filter((name) => name !== province.name);
  return { kind: 'places', text: provinceLabel(province, language), href: provincePath(language, province.slug), others: former.map((name) => formerly(name, language)), ...goods(catalogue.productsOfProvince(province.code), language) };
}

function communePage({ catalogue, language }: Naming, commune: Commune): NamedPage[] {
  const province = catalogue.province(commune.provinceCode);
  if (province === undefined) return [];
  const others = commune.formerCommunes.map(({ name, district, province: of }) => ({ name, note: formerly(`${name}, ${district}, ${of}`, language).note }));
  return [{ kind: 'places', text: `${communeLabel(commune, language)}, ${provinceName(province, language)}`, href: communePath(language, province.slug, commune.slug), others, ...goods(catalogue.productsOfCommune(commune.code), language) }];
}

function formerly(name: string, language: Language): NamedPage['others'][number] {
  return { name, note: translator(language)('provinces.formerly', { name }) };
}

/** As every list counts: neither alcohol nor practice data. */
function goods(products: readonly Product[], language: Language): Pick<NamedPage, 'note' | 'weight'> {
  const weight = products.filter(({ alcohol, sample }) => !alcohol && !sample).length;
  const t = translator(language);
  return { weight, note: weight === 0 ? undefined : weight === 1 ? t('products.one') : t('products.many', { count: formatCount(weight, language) }) };
}
