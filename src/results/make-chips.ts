import { formatDate } from '../i18n/format-date.ts';
import type { Meaning } from '../search/understood.ts';
import type { SearchFilters } from '../search/search-filters.ts';
import type { ListField, ResultsAddresses } from './results-address.ts';
import type { ResultsParts } from './results-parts.ts';
import type { ResultsTextKey } from './results-texts.ts';
import type { ChipView } from './results-view.ts';

/** What the text was understood to mean, as far as it changes what is found. */
export function understoodChips({ language, outcome }: ResultsParts, addresses: ResultsAddresses): ChipView[] {
  return outcome.understood.meanings.filter(counts).map(({ key, label }) => ({ text: label[language], without: addresses.ignoring(key) }));
}

function counts({ filter, prefers, spellings }: Meaning): boolean {
  return filter !== undefined || prefers !== undefined || spellings !== undefined;
}

/** Every single value that was chosen. */
export function chosenChips(parts: ResultsParts, addresses: ResultsAddresses): ChipView[] {
  const { filters } = parts.parameters;
  const { t, language } = parts;
  const chips = LISTS.flatMap((field) =>
    (filters[field] ?? []).map((value) => ({ text: valueText(parts, field, String(value)) ?? String(value), without: addresses.toggled(field, String(value)) })));
  const one = (field: keyof SearchFilters, text: string): ChipView => ({ text, without: addresses.without(field) });
  return [
    ...chips,
    ...(filters.buyable === true ? [one('buyable', t('search.buyable'))] : []),
    ...(filters.on === undefined ? [] : [one('on', `${t('filter.on')} ${formatDate(filters.on, language)}`)]),
    ...(filters.near === undefined ? [] : [one('near', nearText(parts))]),
  ];
}

const LISTS: readonly ListField[] = ['stars', 'status', 'groups', 'provinces', 'communes', 'producerKinds'];

/** What a value of a list is called; undefined for one that the register does not know. */
export function valueText({ t, names }: ResultsParts, field: ListField, value: string): string | undefined {
  switch (field) {
    case 'stars':
      return t('stars.count', { count: value });
    case 'status':
      return t(`status.${value}` as ResultsTextKey);
    case 'groups':
      return names.group(value);
    case 'provinces':
      return names.province(value);
    case 'communes':
      return communeText(names.commune(value), names.province(value.split('/')[0] ?? ''));
    case 'producerKinds':
      return t(`producerKind.${value}` as ResultsTextKey);
  }
}

function communeText(commune: string | undefined, province: string | undefined): string | undefined {
  return commune === undefined || province === undefined ? commune : `${commune}, ${province}`;
}

function nearText({ t, names, parameters }: ResultsParts): string {
  const point = parameters.filters.near?.point;
  const known = names.provinces.find((province) => point !== undefined && Math.abs(province.point.lat - point.lat) < 0.0001 && Math.abs(province.point.lng - point.lng) < 0.0001);
  return known === undefined ? t('search.nearHere') : t('search.nearPlace', { name: known.text });
}
