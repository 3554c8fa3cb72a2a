import { formatCount } from '../i18n/format-number.ts';
import { communePath, groupPath } from '../paths.ts';
import type { DroppedCondition, SearchHelp } from '../search/search-outcome.ts';
import type { ResultsAddresses } from './results-address.ts';
import type { ResultsParts } from './results-parts.ts';
import type { HelpView } from './results-view.ts';

/** Ways on from a search that found nothing. */
export function helpView(parts: ResultsParts, help: SearchHelp, addresses: ResultsAddresses): HelpView {
  const { t, names, language } = parts;
  return {
    corrected: help.corrected === undefined ? undefined : { text: help.corrected, href: addresses.with({ text: help.corrected, ignored: [] }) },
    without: help.without.flatMap(({ drop, total }) => {
      const name = nameOf(parts, drop);
      return name === undefined ? [] : [{ text: t('search.withoutOne', { what: name }), href: 'key' in drop ? addresses.ignoring(drop.key) : addresses.without(drop.field), note: productCount(parts, total) }];
    }),
    communes: help.communes.flatMap(({ slug, km, total }) => {
      const [province = '', commune = ''] = slug.split('/');
      const [name, of] = [names.commune(slug), names.province(province)];
      if (name === undefined || of === undefined) return [];
      return [{ text: `${name}, ${of}`, href: communePath(language, province, commune), note: `${productCount(parts, total)}, ${t('search.km', { km: Math.round(km) })}` }];
    }),
    groups: names.groups.map(({ id, text }) => ({ text, href: groupPath(language, id) })),
  };
}

function nameOf({ t, language, outcome, parameters }: ResultsParts, drop: DroppedCondition): string | undefined {
  if ('key' in drop) return outcome.understood.meanings.find(({ key }) => key === drop.key)?.label[language];
  const { field } = drop;
  return field === 'districts' || parameters.filters[field] === undefined ? undefined : t(`search.facet.${field}`);
}

function productCount({ t, language }: ResultsParts, total: number): string {
  return total === 1 ? t('products.one') : t('products.many', { count: formatCount(total, language) });
}
