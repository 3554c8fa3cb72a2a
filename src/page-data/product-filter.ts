import type { IsoDate } from '../domain/calendar-day.ts';
import { isIsoDate } from '../domain/date-text.ts';
import { certificateOn } from '../domain/certificate.ts';
import { holds, statusOn, type Status } from '../domain/certificate-status.ts';
import { slugify } from '../domain/fold.ts';
import type { Product } from '../domain/product.ts';
import { isStarLevel, type StarLevel } from '../domain/star-level.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { standingOf } from './standing.ts';

/** What a reader asked for; every part is optional and unknown values are dropped. */
export interface ProductFilter {
  name?: string;
  star?: StarLevel;
  status?: Status | 'held';
  group?: string;
  province?: string;
  /** Only products whose certificate holds on this day. */
  on?: IsoDate;
  page: number;
}

export type FilterField = Exclude<keyof ProductFilter, 'page'>;
export const STATUS_CHOICES = ['held', 'valid', 'expiring', 'expired', 'revoked', 'unconfirmed'] as const;

/** Names in the address: `/san-pham/?sao=4&hieu-luc=held`, `/en/products/?stars=4&status=held`. */
export const PARAMETERS: Readonly<Record<Language, Readonly<Record<keyof ProductFilter, string>>>> = {
  vi: { name: 'ten', star: 'sao', status: 'hieu-luc', group: 'nhom', province: 'tinh', on: 'ngay', page: 'trang' },
  en: { name: 'name', star: 'stars', status: 'status', group: 'group', province: 'province', on: 'on', page: 'page' },
};

/** Reads the address; `badDate` is the text of a day that does not exist. */
export function readFilter(view: View, query: URLSearchParams, language: Language): { filter: ProductFilter; badDate?: string } {
  const get = (field: keyof ProductFilter): string => query.get(PARAMETERS[language][field])?.trim() ?? '';
  const star = Number(get('star'));
  const status = STATUS_CHOICES.find((choice) => choice === get('status'));
  const on = get('on');
  const filter: ProductFilter = {
    page: Math.max(1, Math.min(100_000, Math.trunc(Number(get('page'))) || 1)),
    ...(slugify(get('name')) !== '' && { name: get('name').slice(0, 100) }),
    ...(isStarLevel(star) && { star }),
    ...(status !== undefined && { status }),
    ...(view.catalogue.group(get('group')) !== undefined && { group: get('group') }),
    ...(view.catalogue.provinceBySlug(get('province')) !== undefined && { province: get('province') }),
    ...(isIsoDate(on) && { on }),
  };
  return on !== '' && !isIsoDate(on) ? { filter, badDate: on } : { filter };
}

/** The products that fit, in the catalogue's order; alcohol never does. */
export function filterProducts(view: View, filter: ProductFilter): Product[] {
  const province = filter.province === undefined ? undefined : view.catalogue.provinceBySlug(filter.province);
  const pool = province === undefined ? view.catalogue.products : view.catalogue.productsOfProvince(province.code);
  const words = filter.name === undefined ? [] : slugify(filter.name).split('-').filter(Boolean);
  return pool.filter((product) => {
    if (product.alcohol) return false;
    if (filter.group !== undefined && product.groupId !== filter.group) return false;
    if (words.length > 0 && !nameFits(view, product, words)) return false;
    return certificateFits(view, product, filter);
  });
}

function certificateFits(view: View, product: Product, { star, status, on }: ProductFilter): boolean {
  if (star === undefined && status === undefined && on === undefined) return true;
  const { certificate, status: now } = standingOf(view, product.id);
  if (star !== undefined && certificate?.stars !== star) return false;
  if (on !== undefined) {
    const then = certificateOn(view.catalogue.certificatesOf(product.id), on);
    if (then === undefined || !holds(statusOn(then, on).status)) return false;
  }
  if (status === undefined) return true;
  return status === 'held' ? holds(now) : now === status;
}

function nameFits(view: View, product: Product, words: readonly string[]): boolean {
  const producer = product.producerId === undefined ? undefined : view.catalogue.producer(product.producerId);
  const text = slugify([product.name, product.nameEn, producer?.name ?? '', ...(producer?.formerNames ?? [])].join(' '));
  return words.every((word) => text.includes(word));
}

/** The address of the list with one field changed; a changed field starts again at the first page. */
export function filterPath(base: string, filter: ProductFilter, language: Language, change: Partial<ProductFilter>): string {
  const next: ProductFilter = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  for (const [field, name] of Object.entries(PARAMETERS[language])) {
    const value = next[field as keyof ProductFilter];
    if (value !== undefined && !(field === 'page' && value === 1)) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? base : `${base}?${text}`;
}
