import { isIsoDate } from '../domain/date-text.ts';
import type { GeoPoint } from '../domain/place.ts';
import type { ProducerKind } from '../domain/producer.ts';
import type { StarLevel } from '../domain/star-level.ts';
import { searchPath, type Language } from '../paths.ts';
import type { SearchFilters, SearchSort } from './search-filters.ts';

/** What a search address asks for; the page and the endpoint read and write it the same way. */
export interface SearchParameters {
  /** As typed, in NFC, blanks at the ends kept: the last word is whole when one follows it. */
  text: string;
  /** Only what was chosen; what the text means comes on top. */
  filters: SearchFilters;
  /** Undefined: by distance near a point, else by relevance. */
  sort?: SearchSort;
  /** From 1. */
  page: number;
  /** Keys of meanings that the reader took away. */
  ignored: readonly string[];
  /** Key of the answer to a place question. */
  chosen?: string;
}

/** A part of the address that says nothing; it is left out. */
export interface ParameterProblem {
  field: ParameterField;
  /** As the address writes it. */
  name: string;
  found: string;
}

export type ParameterField = keyof typeof PARAMETER_PATTERNS;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const KEY = "[\\p{L}\\p{N}:/ .'-]{1,80}";
const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,8})?';
const several = (one: string): RegExp => new RegExp(`^(?:${one})(?:,(?:${one})){0,49}$`, 'u');

/** How each part is written; several values stand between commas. */
export const PARAMETER_PATTERNS = {
  text: /^[^]{0,200}$/u,
  stars: several('[345]'),
  status: several('held|valid|expiring|expired|revoked|unconfirmed'),
  groups: several(SLUG),
  provinces: several(SLUG),
  communes: several(`${SLUG}/${SLUG}`),
  producerKinds: several('cooperative-group|cooperative|company|business-household|establishment|unknown'),
  buyable: /^1$/,
  on: /^\d{4}-\d{2}-\d{2}$/,
  near: new RegExp(`^${NUMBER},${NUMBER}(?:,\\d{1,3})?$`),
  sort: /^(?:relevance|stars|newest|ending|name|price|distance)$/,
  page: /^[1-9]\d{0,3}$/,
  ignored: several(KEY),
  chosen: new RegExp(`^${KEY}$`, 'u'),
} as const satisfies Record<string, RegExp>;

/** Names in the address. The endpoint uses the English ones. */
export const SEARCH_NAMES: Readonly<Record<Language, Readonly<Record<ParameterField, string>>>> = {
  vi: { text: 'q', stars: 'sao', status: 'hieu-luc', groups: 'nhom', provinces: 'tinh', communes: 'xa', producerKinds: 'loai', buyable: 'mua', on: 'ngay', near: 'gan', sort: 'sap-xep', page: 'trang', ignored: 'bo', chosen: 'chon' },
  en: { text: 'q', stars: 'stars', status: 'status', groups: 'group', provinces: 'province', communes: 'commune', producerKinds: 'kind', buyable: 'buyable', on: 'on', near: 'near', sort: 'sort', page: 'page', ignored: 'ignore', chosen: 'choose' },
};

export const PARAMETER_FIELDS = Object.keys(PARAMETER_PATTERNS) as readonly ParameterField[];

/** Hits on one page of results, where nobody says otherwise. */
export const RESULTS_PER_PAGE = 24;

/** How far "near" reaches when the address does not say. */
export const NEAR_KM = 50;
const MOST_KM = 500;

/** Never fails: what cannot be read is left out and named among the problems. */
export function readSearchParameters(query: URLSearchParams, language: Language): { parameters: SearchParameters; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const read = (field: ParameterField): string | undefined => {
    const name = SEARCH_NAMES[language][field];
    const found = field === 'text' ? (query.get(name) ?? '').normalize('NFC') : joined(query, name);
    if (found === '') return undefined;
    if (PARAMETER_PATTERNS[field].test(found) && makesSense(field, found)) return found;
    problems.push({ field, name, found });
    return field === 'text' ? [...found].slice(0, 200).join('') : undefined;
  };
  const list = <T extends string>(field: ParameterField): readonly T[] | undefined => read(field)?.split(',') as T[] | undefined;
  const [stars, status, groups, provinces, communes, producerKinds] = [list('stars'), list<never>('status'), list('groups'), list('provinces'), list('communes'), list<ProducerKind>('producerKinds')];
  const [buyable, on, near, sort, chosen] = [read('buyable'), read('on'), read('near'), read('sort'), read('chosen')];
  const filters: SearchFilters = {
    ...(stars && { stars: stars.map(Number) as StarLevel[] }),
    ...(status && { status }),
    ...(groups && { groups }),
    ...(provinces && { provinces }),
    ...(communes && { communes }),
    ...(producerKinds && { producerKinds }),
    ...(buyable && { buyable: true }),
    ...(on && { on }),
    ...(near && { near: areaOf(near) }),
  };
  return {
    parameters: {
      text: read('text') ?? '',
      filters,
      ...(sort && { sort: sort as SearchSort }),
      page: Number(read('page') ?? 1),
      ignored: list('ignored') ?? [],
      ...(chosen && { chosen }),
    },
    problems,
  };
}

/** The same choice is never written twice, nor what is asked for anyway. */
export function writeSearchParameters({ text, filters, sort, page, ignored, chosen }: SearchParameters, language: Language): URLSearchParams {
  const names = SEARCH_NAMES[language];
  const query = new URLSearchParams();
  const write = (field: ParameterField, value: string | undefined): void => {
    if (value !== undefined && value !== '') query.set(names[field], value);
  };
  const list = (values: readonly (string | number)[] | undefined): string => [...new Set(values)].join(',');
  write('text', text);
  write('stars', list(filters.stars));
  write('status', list(filters.status));
  write('groups', list(filters.groups));
  write('provinces', list(filters.provinces));
  write('communes', list(filters.communes));
  write('producerKinds', list(filters.producerKinds));
  write('buyable', filters.buyable === true ? '1' : undefined);
  write('on', filters.on);
  write('near', filters.near && nearText(filters.near.point, filters.near.km));
  write('sort', sort);
  write('page', page > 1 ? String(page) : undefined);
  write('ignored', list(ignored));
  write('chosen', chosen);
  return query;
}

/** Commas and slashes are written plainly, so that an address can be read and told. */
export function searchAddress(parameters: SearchParameters, language: Language): string {
  const query = writeSearchParameters(parameters, language).toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return query === '' ? searchPath(language) : `${searchPath(language)}?${query}`;
}

/** Four decimals are eleven metres: a visitor's place is asked for, not the visitor's chair. */
export function nearText({ lat, lng }: GeoPoint, km: number): string {
  const round = (degrees: number): number => Number(degrees.toFixed(4));
  return [round(lat), round(lng), ...(km === NEAR_KM ? [] : [km])].join(',');
}

/** True when the address asks for anything at all. */
export function asksForSomething({ text, filters }: SearchParameters): boolean {
  return text.trim() !== '' || Object.keys(filters).length > 0;
}

function areaOf(text: string): { point: GeoPoint; km: number } {
  const [lat = 0, lng = 0, km = NEAR_KM] = text.split(',').map(Number);
  return { point: { lat, lng }, km };
}

function makesSense(field: ParameterField, found: string): boolean {
  if (field === 'on') return isIsoDate(found);
  if (field !== 'near') return true;
  const { point, km } = areaOf(found);
  return Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180 && km >= 1 && km <= MOST_KM;
}

/** Forms send a name again for every box that is ticked, and fields that were left blank. */
function joined(query: URLSearchParams, name: string): string {
  return query.getAll(name).flatMap((value) => value.normalize('NFC').trim().split(',')).map((value) => value.trim()).filter(Boolean).join(',');
}
