import type { Province } from '../domain/place.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import type { CountryMap } from '../media/country-map.ts';
import { provincePath, provincesPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { provinceIsCertain } from './certain-place.ts';
import { litCountry } from './lit-communes.ts';
import type { PageHead } from './page-head.ts';
import { findPlaces, type FoundPlace } from './place-finder.ts';
import { shortProvince, type Link } from './place-view.ts';
import { counted } from './product-count.ts';
import { PARAMETERS } from './product-filter.ts';
import { listTrail, registerHead } from './register-head.ts';

const MOST_FOUND = 60;

export interface ProvinceRow extends Link {
  count: number;
  /** Its provinces until 30/06/2025; undefined where it stayed as it was. */
  formerly?: readonly string[];
}

export interface ProvincesPage {
  head: PageHead;
  trail: readonly Link[];
  field: string;
  name: string;
  /** Undefined when no name was asked for. */
  found?: { places: readonly FoundPlace[]; count: number };
  provinces: readonly ProvinceRow[];
  map: CountryMap;
  communeCount: string;
}

export function provincesPage(view: View, language: Language, query: URLSearchParams): ProvincesPage {
  const t = translator(language);
  const { catalogue } = view;
  const path = provincesPath(language);
  const field = PARAMETERS[language].name;
  const name = query.get(field)?.trim().slice(0, 100) ?? '';
  const places = findPlaces(view, name, language);
  const trail = listTrail(language, { text: t('provinces.title'), href: path });
  return {
    head: registerHead(view, language, {
      kind: 'provinces', path, title: t('provinces.title'), description: t('provinces.description'), trail, noindex: query.size > 0,
    }),
    trail,
    field,
    name,
    ...(name !== '' && { found: { places: places.slice(0, MOST_FOUND), count: places.length } }),
    provinces: catalogue.provinces
      .map((province) => rowOf(view, province, language))
      .sort((a, b) => a.text.localeCompare(b.text, language)),
    map: litCountry(view, language),
    communeCount: formatCount(catalogue.communes.length, language),
  };
}

function rowOf(view: View, province: Province, language: Language): ProvinceRow {
  const { formerProvinces } = province;
  return {
    text: shortProvince(province, language),
    href: provincePath(language, province.slug),
    count: counted(view.catalogue.productsOfProvince(province.code)).filter((product) => provinceIsCertain(view, product)).length,
    ...(formerProvinces.length > 1 && { formerly: formerProvinces }),
  };
}
