import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEncodedList } from '../../src/publish/feeds/status-list.ts';
import { certificatePath, productPath, statusJsonPath, statusListPath } from '../../src/paths.ts';
import { bareIncremental } from './bare-incremental.ts';
import { logLogChart } from './log-log-chart.ts';
import { option } from './option.ts';
import { productId, writeSyntheticContent } from './synthetic-content.ts';

const PORT = 4420;
const SITE = `http://127.0.0.1:${PORT}`;
const CHANGES = [1, 10, 100, 1_000];
/** Times a single change is made; the one in the middle counts, the first and the slowest are told. */
const ROUNDS = 9;
/** Nobody changes a record within seconds of a full publish, or twice in one second. */
const REST_AFTER_ALL_MS = 10_000;
const REST_MS = 1_000;
const LOOK_AGAIN_MS = 5;
/** Changed products whose pages are asked for; of many, so many. */
const LOOKED_AT = 12;

interface Published {
  pages: number;
  made: number;
  loadSeconds: number;
  publishSeconds: number;
}

interface Measured {
  changed: number;
  /** From the save to the new status in the list, and on every page looked at. */
  listSeconds: number;
  pagesSeconds: number;
  published: Published;
}

/**
 * From a saved record to the live site, in a server that runs on: a full publish, then 1, 10, 100 and 1,000 certificates
 * revoked by one decision. Beside it Astro's own incremental build of as many pages with as many of them changed.
 * Budget: one certificate live in a second, status list first.
 */
export async function run(args: readonly string[]): Promise<void> {
  const products = option(args, 'products', 20_000);
  const root = join('var', 'bench', 'publish');
  console.log(`Writing a register of ${products} made-up products …`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const name of ['dist', 'public', 'package.json', 'node_modules']) symlinkSync(resolve(name), join(root, name));
  writeSyntheticContent(join(root, 'content'), products);

  console.log('Publishing all of it, both languages …');
  const child = fork('tests/bench/long-lived-site.ts', [root, String(PORT)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const { ready: full, residentMiB } = await message<{ ready: Published; residentMiB: number }>(child, 'ready');
    const index = await statusIndex();
    await pause(REST_AFTER_ALL_MS);
    const measured: Measured[] = [];
    const counts = CHANGES.filter((count) => count * 2 <= products);
    for (const count of counts) {
      const rounds: Measured[] = [];
      for (let round = 0; round < (count === 1 ? ROUNDS : 1); round += 1) {
        rounds.push(await revoke(child, root, products, count, CHANGES.indexOf(count) * ROUNDS + round, index));
        await pause(REST_MS);
      }
      if (count === 1) console.log(`one certificate, pages live one after the other: ${rounds.map(({ pagesSeconds }) => pagesSeconds.toFixed(2)).join(', ')} s`);
      rounds.sort((a, b) => a.pagesSeconds - b.pagesSeconds);
      measured.push(rounds[Math.floor(rounds.length / 2)] as Measured);
    }
    child.kill();
    await once(child, 'exit');
    const bare = await measureBare(join(root, 'bare'), full.pages, measured);
    report(products, full, residentMiB, measured, bare);
  } finally {
    child.kill();
  }
}

/** By certificate: its place in the status list. */
async function statusIndex(): Promise<Map<string, number>> {
  const { certificates } = (await (await fetch(SITE + statusJsonPath)).json()) as { certificates: { id: string; index: number }[] };
  return new Map(certificates.map(({ id, index }) => [id, index]));
}

/** Saves a decision that revokes `count` certificates spread over the register, and looks until they read revoked. */
async function revoke(child: ChildProcess, root: string, products: number, count: number, nth: number, index: ReadonlyMap<string, number>): Promise<Measured> {
  const ids = Array.from({ length: count }, (_, place) => productId((Math.floor((place * products) / count) + 7 * nth + 3) % products));
  const lines = ids.map((id) => `  - product: ${id}\n    act: revocation\n    basis: read\n`);
  const text = `number: ${90_000 + nth}/QĐ-UBND\nsignedOn: 2026-11-20\nissuer: unknown\nsources:\n  - title: dữ liệu đo tốc độ\nlines:\n${lines.join('')}`;
  const looked = ids.filter((_, place) => place % Math.ceil(count / LOOKED_AT) === 0 || place === count - 1);
  const published = message<{ published: Published }>(child, 'published');
  const started = performance.now();
  writeFileSync(join(root, 'content', 'decisions', '2026', `thu-hoi-${nth}.yaml`), text);
  const seconds = (): number => (performance.now() - started) / 1000;
  const [listSeconds, pagesSeconds] = await Promise.all([untilListed(looked, index).then(seconds), untilOnPages(looked, index).then(seconds)]);
  return { changed: count, listSeconds, pagesSeconds, published: (await published).published };
}

async function untilListed(ids: readonly string[], index: ReadonlyMap<string, number>): Promise<void> {
  const places = ids.map((id) => index.get(certificateOf(id, index)) as number);
  for (;;) {
    const list = (await (await fetch(SITE + statusListPath)).json()) as { credentialSubject: { encodedList: string } };
    if (places.every((place) => readEncodedList(list.credentialSubject.encodedList, place) === 'revoked')) return;
    await pause(LOOK_AGAIN_MS);
  }
}

async function untilOnPages(ids: readonly string[], index: ReadonlyMap<string, number>): Promise<void> {
  const waiting = new Set(ids.flatMap((id) => [productPath('vi', id), productPath('en', id), certificatePath('vi', certificateOf(id, index))]));
  while (waiting.size > 0) {
    for (const path of waiting) {
      if (!(await (await fetch(SITE + path)).text()).includes('data-status="revoked"')) break;
      waiting.delete(path);
    }
    if (waiting.size > 0) await pause(LOOK_AGAIN_MS);
  }
}

/** Every synthetic product has one certificate until it is revoked. */
function certificateOf(id: string, index: ReadonlyMap<string, number>): string {
  const found = CERTIFICATES.get(index) ?? new Map([...index.keys()].map((certificate) => [certificate.split('--')[0] as string, certificate]));
  CERTIFICATES.set(index, found);
  return found.get(id) as string;
}

const CERTIFICATES = new WeakMap<ReadonlyMap<string, number>, Map<string, string>>();

interface Bare {
  full: number;
  incremental: readonly number[];
}

async function measureBare(directory: string, pages: number, measured: readonly Measured[]): Promise<Bare> {
  console.log(`Building ${pages} pages with Astro alone, incrementally …`);
  const bare = bareIncremental(directory, pages);
  const full = (await bare.build()).seconds;
  const incremental: number[] = [];
  for (const { published } of measured) {
    bare.change(Math.min(pages, published.made));
    incremental.push((await bare.build()).seconds);
  }
  return { full, incremental };
}

function report(products: number, full: Published, residentMiB: number, measured: readonly Measured[], bare: Bare): void {
  const seconds = (value: number): string => value.toFixed(2);
  const rows = measured.map(({ changed, published, listSeconds, pagesSeconds }, place) => [
    changed,
    {
      'pages and files made': published.made,
      'reading, s': seconds(published.loadSeconds),
      'publishing, s': seconds(published.publishSeconds),
      'status list live, s': seconds(listSeconds),
      'pages live, s': seconds(pagesSeconds),
      'Astro incremental, s': seconds(bare.incremental[place] as number),
      'Astro / pages live': ((bare.incremental[place] as number) / pagesSeconds).toFixed(1),
    },
  ]);
  console.log(`\n${products} products, ${full.pages} pages and files. From the save of a record, watching included:`);
  console.table(Object.fromEntries([...rows, ['all', { 'pages and files made': full.made, 'reading, s': seconds(full.loadSeconds), 'publishing, s': seconds(full.publishSeconds), 'Astro incremental, s': seconds(bare.full) }]]));
  const one = measured[0] as Measured;
  console.log(`one certificate: status list ${seconds(one.listSeconds)} s, pages ${seconds(one.pagesSeconds)} s (budget 1 s, status list first); memory after the full publish ${Math.round(residentMiB)} MiB`);
  const everything = full.loadSeconds + full.publishSeconds;
  mkdirSync(join('docs', 'charts'), { recursive: true });
  writeFileSync(
    join('docs', 'charts', 'publish.svg'),
    logLogChart({
      title: 'Work grows with the change',
      subtitle: `From a saved record to the live site: ${products.toLocaleString('en')} products, ${full.pages.toLocaleString('en')} pages and files, two cores`,
      x: 'certificates changed',
      y: 'seconds',
      series: [
        { name: 'pages live', points: [...measured.map(({ changed, pagesSeconds }) => [changed, pagesSeconds] as const), [products, everything]] },
        { name: 'status list live', points: measured.map(({ changed, listSeconds }) => [changed, listSeconds] as const) },
        { name: 'Astro incremental build', points: [...measured.map(({ changed }, place) => [changed, bare.incremental[place] as number] as const), [products, bare.full]] },
      ],
    }),
  );
  console.log('written: docs/charts/publish.svg');
}

/** The next message of the child that has this field. Rejects when the child says that it failed, or ends. */
function message<T>(child: ChildProcess, field: keyof T & string): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      child.off('message', onMessage).off('exit', onExit);
      end();
    };
    const onMessage = (said: object): void => {
      if (field in said) settle(() => resolve(said as T));
      else if ('failed' in said) settle(() => reject(new Error(String(said.failed))));
    };
    const onExit = (code: number | null): void => settle(() => reject(new Error(`the site ended (${code})`)));
    child.on('message', onMessage).on('exit', onExit);
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
