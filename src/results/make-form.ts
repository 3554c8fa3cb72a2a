import { searchPath } from '../paths.ts';
import type { SearchSort } from '../search/search-filters.ts';
import { nearText, SEARCH_NAMES, writeSearchParameters } from '../search/search-parameters.ts';
import type { ResultsAddresses } from './results-address.ts';
import type { ResultsParts } from './results-parts.ts';
import type { ResultsForm } from './results-view.ts';

const SORTS: readonly SearchSort[] = ['relevance', 'stars', 'newest', 'ending', 'name', 'price', 'distance'];
/** Around the middle of a province most of it is within that. */
const PROVINCE_KM = 80;
const HERE = { lat: 11.1111, lng: 22.2222 };

export function resultsForm({ language, t, names, parameters, outcome }: ResultsParts, addresses: ResultsAddresses): ResultsForm {
  const own = SEARCH_NAMES[language];
  const visible: ReadonlySet<string> = new Set([own.text, own.sort, own.on, own.near, own.page, own.ignored, own.chosen]);
  const near = parameters.filters.near;
  const chosenNear = near === undefined ? '' : nearText(near.point, near.km);
  const places = names.provinces.map(({ text, point }) => ({ value: nearText(point, PROVINCE_KM), text }));
  return {
    action: searchPath(language),
    names: { text: own.text, sort: own.sort, on: own.on, near: own.near },
    hidden: [...writeSearchParameters(parameters, language)].filter(([name]) => !visible.has(name)).map(([name, value]) => ({ name, value })),
    sorts: SORTS.filter((sort) => sort !== 'distance' || near !== undefined).map((sort) => ({ value: sort, text: t(`search.sort.${sort}`), selected: sort === outcome.sort })),
    on: parameters.filters.on ?? '',
    places: [
      { value: '', text: t('search.anywhere'), selected: near === undefined },
      ...(near !== undefined && places.every(({ value }) => value !== chosenNear) ? [{ value: chosenNear, text: t('search.nearHere'), selected: true }] : []),
      ...places.map((place) => ({ ...place, selected: place.value === chosenNear })),
    ],
    nearAddress: addresses.with({ filters: { ...parameters.filters, near: { point: HERE, km: 50 } }, sort: 'distance' }).replace('11.1111,22.2222', '{near}'),
  };
}
