import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { PARAMETERS } from './product-filter.ts';

export interface Paging {
  page: number;
  pages: number;
  /** Addresses of the neighbouring pages. */
  previous?: string;
  next?: string;
}

export interface Paged<T> {
  shown: readonly T[];
  pager: Paging;
}

/**
 * One page of a list by `?trang=` or `?page=`; a number out of range is taken to the nearest page.
 * An export for a plain file host answers no query, so its one page holds everything.
 */
export function paged<T>(
  view: View,
  language: Language,
  items: readonly T[],
  { base, query, perPage }: { base: string; query: URLSearchParams; perPage: number },
): Paged<T> {
  const pages = view.mode === 'static' ? 1 : Math.max(1, Math.ceil(items.length / perPage));
  const parameter = PARAMETERS[language].page;
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get(parameter))) || 1));
  const at = (number: number): string => addressOf(base, query, parameter, number);
  return {
    shown: view.mode === 'static' ? items : items.slice((page - 1) * perPage, page * perPage),
    pager: { page, pages, ...(page > 1 && { previous: at(page - 1) }), ...(page < pages && { next: at(page + 1) }) },
  };
}

/** Keeps what else was asked for; the first page has no number. */
function addressOf(base: string, query: URLSearchParams, parameter: string, page: number): string {
  const next = new URLSearchParams(query);
  if (page === 1) next.delete(parameter);
  else next.set(parameter, String(page));
  return next.size === 0 ? base : `${base}?${next}`;
}
