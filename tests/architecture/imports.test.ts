import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname, sep } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve('src');

/** Imports go one way. Each room lists the rooms it may import from; a file may always import from its own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  paths: [],
  i18n: ['domain', 'paths'],
  catalogue: ['domain'],
  importing: ['domain', 'catalogue'],
  search: ['domain', 'catalogue', 'i18n', 'paths'],
  results: ['domain', 'i18n', 'paths', 'search'],
  trace: ['domain', 'catalogue', 'i18n', 'paths', 'media'],
  media: ['domain', 'catalogue', 'i18n', 'paths'],
  publish: ['domain', 'catalogue', 'i18n', 'paths', 'media', 'search', 'trace', 'results'],
  server: ['domain', 'catalogue', 'i18n', 'paths', 'media', 'search', 'trace', 'importing', 'publish', 'results'],
  browser: ['domain', 'i18n', 'paths', 'search', 'results'],
  'page-data': ['domain', 'catalogue', 'i18n', 'paths', 'media', 'publish', 'search', 'results'],
  components: ['domain', 'i18n', 'paths', 'media', 'page-data', 'layouts', 'publish', 'styles', 'browser', 'search', 'results'],
  layouts: ['domain', 'i18n', 'paths', 'page-data', 'components', 'styles', 'browser'],
  pages: ['domain', 'catalogue', 'i18n', 'paths', 'media', 'page-data', 'components', 'layouts'],
};

/** A vendor's package is known to one place only. */
const VENDOR_HOME: Readonly<Record<string, RegExp>> = {
  yaml: /^catalogue\/yaml-file\.ts$/,
  'csv-parse/sync': /^catalogue\//,
  sharp: /^media\//,
  pino: /^server\/log\.ts$/,
  meilisearch: /^search\/meilisearch\/client\.ts$/,
  hucre: /^importing\/spreadsheet-file\.ts$/,
  nodemailer: /^server\/mail\//,
  kysely: /^server\/db\//,
  stripe: /^server\/payments\/stripe\//,
  'vietnam-qr-pay': /^server\/payments\/vietqr\/vietqr-text\.ts$/,
  qrcode: /^trace\/qr\/qr-matrix\.ts$/,
  'bwip-js': /^trace\/qr\/ean13\.ts$/,
  '@noble/ed25519': /^browser\/verify-fallback\.ts$/,
  pdfkit: /^trace\/labels\/sheet-pdf\.ts$/,
  'barcode-detector': /^browser\/scan\/code-reader\.ts$/,
  'fastest-levenshtein': /^(catalogue|browser\/search)\/nearest-name\.ts$/,
};

interface Import {
  from: string;
  to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g)];
  return found.map((match) => ({ from: relative(SRC, file).split(sep).join('/'), to: (match[1] ?? match[2] ?? match[3]) as string }));
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|mjs|astro|tsx)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const imports = files.flatMap(importsOf);

function roomOf(path: string): string {
  const first = path.split('/')[0] as string;
  return first.replace(/\.(d\.)?(ts|mjs)$/, '');
}

test('imports go one way', () => {
  const wrong = imports
    .filter(({ to }) => to.startsWith('.'))
    .map(({ from, to }) => ({ from, to: relative(SRC, resolve(SRC, dirname(from), to)).split(sep).join('/') }))
    .filter(({ from, to }) => {
      const room = roomOf(from);
      const allowed = MAY_IMPORT[room];
      return allowed !== undefined && roomOf(to) !== room && !allowed.includes(roomOf(to));
    })
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(wrong).toEqual([]);
});

test('the domain is pure: no package, no node:*, no clock', () => {
  const domain = imports.filter(({ from, to }) => from.startsWith('domain/') && !to.startsWith('.'));
  expect(domain).toEqual([]);
  const clocks = files.filter((file) => relative(SRC, file).startsWith('domain') && /Date\.now|new Date\(\)|process\./.test(readFileSync(file, 'utf8')));
  expect(clocks).toEqual([]);
});

/** Read the register or talk to a server; everything else in src/search runs in a browser too. */
const SEARCH_ON_THE_SERVER = /^search\/(search-documents|document-places|meilisearch.*|.*-in-node)\.ts$|^search\/meilisearch\//;

test('search runs in a browser: no package, no node:*, no catalogue at run time', () => {
  const wrong = imports.filter(({ from, to }) => from.startsWith('search/') && !SEARCH_ON_THE_SERVER.test(from) && (!to.startsWith('.') || /\/catalogue\/|search-documents|document-places|meilisearch/.test(to)));
  expect(wrong).toEqual([]);
});

test('each vendor is known to one place', () => {
  const wrong = imports.filter(({ from, to }) => {
    const home = Object.entries(VENDOR_HOME).find(([vendor]) => to === vendor || to.startsWith(`${vendor}/`))?.[1];
    return home !== undefined && !home.test(from);
  });
  expect(wrong).toEqual([]);
});

test('files are short and named for what they hold', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300).map((file) => relative(SRC, file));
  expect(long).toEqual([]);
  const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|index)\.ts$/.test(file)).map((file) => relative(SRC, file));
  expect(drawers).toEqual([]);
});

test('the reader of imports sees them', () => {
  expect(imports.length).toBeGreaterThan(files.length);
  expect(imports).toContainEqual({ from: 'domain/certificate.ts', to: './certificate-status.ts' });
  expect(imports).toContainEqual({ from: 'components/pages/Product.astro', to: '../../layouts/Page.astro' });
});
