import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEngine } from '../../../src/search/embedded/open-embedded-engine.ts';
import { openMeilisearchFront, type MeilisearchFront } from '../../../src/server/search/meilisearch-front.ts';
import { publishSearch } from '../../../src/server/search/publish-search.ts';
import { openSearchKeyFile } from '../../../src/server/search/search-key-file.ts';
import { ids, plainQuery } from './ask.ts';
import { startCutLine } from './cut-line.ts';
import { DAY, SAMPLE_PRODUCTS } from './sample-products.ts';
import { NOW, type Where } from './scenarios.ts';

const TYPED = 'nước mắm cốt';
/** Slow machines are no fault here. */
const PATIENT_MS = 20_000;
const SOURCE = { documents: SAMPLE_PRODUCTS, asOf: DAY };

/**
 * Somebody types on while Meilisearch is killed, and later hangs: every letter gets results that are true, each time the embedded
 * engine says that it answered; it is tried again in the background, and takes over again by itself.
 */
export async function stopsWhileTyping(where: Where): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ocop-search-'));
  const line = await startCutLine(where.url);
  const settings = { ...where, url: line.url };
  const keyFile = openSearchKeyFile(dataDir, settings, () => NOW);
  const told: string[] = [];
  const ready = signals();
  const waiting: (() => void)[] = [];
  const front = openMeilisearchFront({
    publish: (source) => publishSearch({ settings, keyFile, now: () => NOW, answerTimeoutMs: PATIENT_MS }, source),
    timers: { after: (_, work) => (waiting.push(work), () => undefined) },
    answerTimeoutMs: PATIENT_MS,
    onReady: () => ready.give(),
    onError: (_, what) => told.push(what),
  });
  try {
    front.follow(SOURCE);
    await ready.next();
    assert.equal((await stat(join(dataDir, 'keys', 'meilisearch-search.json'))).mode & 0o777, 0o600);
    const engines = await type(front, async (place) => {
      if (place === 5) await line.cut();
    });
    assert.deepEqual(engines, [...Array<string>(5).fill('meilisearch'), ...Array<string>(TYPED.length - 5).fill('embedded')]);
    assert.deepEqual(told.splice(0), ['Meilisearch does not answer; the embedded engine does']);

    // Still cut: the try in the background fails, nobody waits for it.
    waiting.shift()?.();
    await until(() => told.length > 0);
    assert.match(told.splice(0).join(), /could not be brought to what is published/);
    assert.deepEqual(new Set(await type(front)), new Set(['embedded']));

    await line.mend();
    waiting.shift()?.();
    await ready.next();
    assert.deepEqual(new Set(await type(front)), new Set(['meilisearch']));
    assert.deepEqual(told, []);
  } finally {
    front.close();
    await line.cut();
    await rm(dataDir, { recursive: true });
  }
}

/** Letter by letter; which engine answered each. */
async function type(front: MeilisearchFront, before: (place: number) => Promise<void> = async () => undefined): Promise<string[]> {
  const embedded = openEmbeddedEngine(SAMPLE_PRODUCTS);
  const engines: string[] = [];
  for (let place = 0; place < TYPED.length; place += 1) {
    await before(place);
    const query = plainQuery(TYPED.slice(0, place + 1));
    const answered = await front.ask(query, SOURCE);
    const found = ids(answered ?? embedded.answer(query));
    engines.push(answered === undefined ? 'embedded' : 'meilisearch');
    assert.ok(found.includes('nuoc-mam-cot'), `"${query.understood.text}" finds ${found.join()}`);
    assert.ok(!found.includes('ruou-sim'));
  }
  return engines;
}

/** Each `give` lets one `next` go on. */
function signals(): { give(): void; next(): Promise<void> } {
  let given = 0;
  return {
    give: () => void (given += 1),
    next: async () => {
      await until(() => given > 0);
      given -= 1;
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
