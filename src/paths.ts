/** Every URL of the site is built here. Vietnamese without prefix, English under `/en/`; all end with a slash. */

export type Language = 'vi' | 'en';
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** First path segment of each kind of page: [Vietnamese, English]. Stable for years: they are printed on packs. */
const SEGMENTS = {
  products: ['san-pham', 'products'],
  producers: ['chu-the', 'producers'],
  provinces: ['tinh', 'provinces'],
  communes: ['xa', 'communes'],
  groups: ['nhom', 'groups'],
  stars: ['hang-sao', 'stars'],
  decisions: ['quyet-dinh', 'decisions'],
  certificates: ['chung-nhan', 'certificates'],
  guide: ['huong-dan', 'guide'],
  statistics: ['thong-ke', 'statistics'],
} as const satisfies Record<string, readonly [string, string]>;

/** The one page below the statistics. */
const UPDATES: Readonly<Record<Language, string>> = { vi: 'cap-nhat', en: 'updates' };

export type PageKind = keyof typeof SEGMENTS;
export const PAGE_KINDS = Object.keys(SEGMENTS) as readonly PageKind[];

export function segment(kind: PageKind, language: Language): string {
  return SEGMENTS[kind][language === 'vi' ? 0 : 1];
}

export const homePath = (language: Language): string => (language === 'vi' ? '/' : '/en/');
export const productsPath = (language: Language): string => page(language, 'products');
export const productPath = (language: Language, id: string): string => page(language, 'products', id);
export const producersPath = (language: Language): string => page(language, 'producers');
export const producerPath = (language: Language, id: string): string => page(language, 'producers', id);
export const provincesPath = (language: Language): string => page(language, 'provinces');
export const provincePath = (language: Language, slug: string): string => page(language, 'provinces', slug);
export const communePath = (language: Language, provinceSlug: string, communeSlug: string): string =>
  page(language, 'communes', provinceSlug, communeSlug);
export const groupsPath = (language: Language): string => page(language, 'groups');
export const groupPath = (language: Language, id: string): string => page(language, 'groups', id);
export const starsPath = (language: Language): string => page(language, 'stars');
export const starPath = (language: Language, star: number): string => page(language, 'stars', String(star));
export const decisionsPath = (language: Language): string => page(language, 'decisions');
export const decisionPath = (language: Language, id: string): string => page(language, 'decisions', id);
export const certificatePath = (language: Language, id: string): string => page(language, 'certificates', id);
export const guidePath = (language: Language): string => page(language, 'guide');
export const statisticsPath = (language: Language): string => page(language, 'statistics');
/** What was published, when and why. */
export const updatesPath = (language: Language): string => page(language, 'statistics', UPDATES[language]);
/** The office's desk, in Vietnamese only; never published. */
export const deskPath = (...rest: readonly string[]): string => `/quan-ly/${rest.map((part) => `${encodeURIComponent(part)}/`).join('')}`;

/** Drawn on first request and kept: `/media/share/<page kind>/<id>.<language>.png`. */
export const shareImagePath = (language: Language, kind: PageKind | 'home', id = 'index'): string =>
  `/media/share/${kind}/${id}.${language}.png`;
/** One derivative of a photograph; `hash` changes with its content. */
export const photographPath = (hash: string, width: number, extension: 'avif' | 'webp' | 'jpg'): string =>
  `/media/photo/${hash}-${width}.${extension}`;
export const drawingPath = (kind: string): string => `/drawings/${kind}.svg`;
export const catalogueJsonPath = '/data/catalogue.json';
export const productsCsvPath = '/data/products.csv';
export const statusJsonPath = '/data/status.json';
export const statusListPath = '/data/status-list.json';
/** Where a git host's webhook, or a script, asks for a publish. */
export const publishWebhookPath = '/api/publish';

/** The same page in the other language, by its own path; undefined for addresses that have no twin. */
export function inLanguage(path: string, language: Language): string | undefined {
  const parts = path.split('/').filter(Boolean);
  const current: Language = parts[0] === 'en' ? 'en' : 'vi';
  const [first, ...rest] = current === 'en' ? parts.slice(1) : parts;
  if (first === undefined) return homePath(language);
  const kind = PAGE_KINDS.find((candidate) => segment(candidate, current) === first);
  if (kind === 'statistics' && rest[0] === UPDATES[current]) return updatesPath(language);
  return kind === undefined ? undefined : page(language, kind, ...rest);
}

function page(language: Language, kind: PageKind, ...rest: readonly string[]): string {
  return `${language === 'en' ? '/en' : ''}/${[segment(kind, language), ...rest].map(encodeURIComponent).join('/')}/`;
}
