import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { openEmbeddedEngine } from '../../src/search/embedded/open-embedded-engine.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { searchDocuments } from '../../src/search/search-documents.ts';
import type { Vocabulary } from '../../src/search/vocabulary.ts';
import { judgedQueries } from '../search/judged-queries.ts';
import { judge, relevanceByKind, relevanceOf, type Relevance } from '../search/measure-relevance.ts';
import { NO_MEILISEARCH, openOwnMeilisearch } from '../search/own-meilisearch.ts';
import { option } from './option.ts';
import { measureLatency, QUERY_KINDS, type QueryKind } from './search-latency.ts';
import { run as reportPaint } from './search-paint.ts';
import { searchRegister } from './search-register.ts';
import { shippedSizes, type Size } from './search-size.ts';

const DAY = '2026-11-28';
const OPENED = 5;

/**
 * Time to index, sizes, latency and relevance of every engine that is there. Budgets: 30 ms for 95 of 100 queries in the
 * server, 450 KB compressed for the static export.
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = option(args, 'products', 20_000);
  const { catalogue } = loadCatalogue({ contentDir: 'content', samples: false, today: DAY });
  if (catalogue === undefined) throw new Error('the register does not load: npm run check says why');
  const documents = searchRegister(catalogue, count);
  console.log(`${count} made-up products, every commune of today a place:`);
  reportIndexing(documents);
  reportSizes(catalogue, documents, count);
  await withEngines(documents, (engine) => reportLatency(engine, vocabularyOf(catalogue, documents), count));
  await reportRelevance(catalogue);
  await reportPaint(args);
}

/** Each engine that is there, the embedded one always; Meilisearch with an index that is gone afterwards. */
async function withEngines(documents: readonly SearchDocument[], work: (engine: SearchEngine) => Promise<void>): Promise<void> {
  await work(openEmbeddedEngine(documents));
  const meilisearch = await openOwnMeilisearch(documents, DAY);
  if (meilisearch === undefined) return console.log(NO_MEILISEARCH);
  try {
    console.log(`meilisearch: ${documents.length} documents loaded and swapped in within ${(meilisearch.loadMs / 1000).toFixed(1)} s`);
    await work(meilisearch.engine);
  } finally {
    await meilisearch.close();
  }
}

function vocabularyOf(catalogue: Catalogue, documents: readonly SearchDocument[]): Vocabulary {
  return { words: openEmbeddedEngine(documents).words, places: catalogue.placeIndex, groups: catalogue.groups };
}

/** The middle of a few; processor time beside it, which other programs on the machine do not stretch. */
function reportIndexing(documents: readonly SearchDocument[]): void {
  const runs = Array.from({ length: OPENED }, () => {
    const [started, before] = [performance.now(), process.cpuUsage()];
    openEmbeddedEngine(documents);
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - started, cpu: (user + system) / 1000 };
  });
  const middle = (pick: (one: (typeof runs)[number]) => number): number => runs.map(pick).sort((a, b) => a - b)[Math.floor(OPENED / 2)] as number;
  console.log(`embedded: indexed in ${middle(({ ms }) => ms).toFixed(0)} ms (${middle(({ cpu }) => cpu).toFixed(0)} ms of processor time)`);
}

function reportSizes(catalogue: Catalogue, documents: readonly SearchDocument[], count: number): void {
  const { parts, provinces } = shippedSizes(catalogue, documents, DAY);
  const row = ({ raw, gzip, brotli }: Size): Record<string, string> => ({ 'raw, KiB': raw.toFixed(0), 'gzip, KiB': gzip.toFixed(1), 'brotli, KiB': brotli.toFixed(1) });
  const sorted = [...provinces].sort((a, b) => a.brotli - b.brotli);
  console.table({
    ...Object.fromEntries(Object.entries(parts).map(([name, size]) => [name, row(size)])),
    'a province, in the middle': row(sorted[Math.floor(sorted.length / 2)] as Size),
    'a province, the largest': row(sorted.at(-1) as Size),
  });
  console.log(`static export with what cards show: ${parts['together']?.brotli.toFixed(0)} KiB brotli, ${parts['together']?.gzip.toFixed(0)} KiB gzip${count === 20_000 ? ' (budget 450 KB compressed)' : ''}`);
}

async function reportLatency(engine: SearchEngine, vocabulary: Vocabulary, count: number): Promise<void> {
  const rows: [string, Record<string, string | number>][] = [];
  for (const kind of Object.keys(QUERY_KINDS) as QueryKind[]) {
    const { queries, p50, p95, p99, cpu } = await measureLatency(engine, vocabulary, kind, DAY);
    rows.push([kind, { queries, 'p50, ms': p50.toFixed(1), 'p95, ms': p95.toFixed(1), 'p99, ms': p99.toFixed(1), 'processor here, ms a query': cpu.toFixed(1) }]);
  }
  console.log(`${engine.name}, ${count} products, from text to answer with every facet counted (budget p95 30 ms):`);
  console.table(Object.fromEntries(rows));
}

async function reportRelevance(catalogue: Catalogue): Promise<void> {
  const documents = searchDocuments(catalogue, DAY);
  const { words } = openEmbeddedEngine(documents);
  await withEngines(documents, async (engine) => {
    const judgements = await judge(engine, words, catalogue, judgedQueries(), DAY);
    const row = ({ queries, recall, mrr, success }: Relevance): Record<string, string | number> => ({ queries, 'recall@10': recall.toFixed(3), MRR: mrr.toFixed(3), 'success@10': success.toFixed(3) });
    console.log(`${engine.name}: judged queries over the ${catalogue.products.length} real products`);
    console.table({
      ...Object.fromEntries([...relevanceByKind(judgements)].map(([kind, relevance]) => [kind, row(relevance)])),
      'tuned on': row(relevanceOf(judgements.filter(({ judged }) => !judged.aside))),
      'kept aside': row(relevanceOf(judgements.filter(({ judged }) => judged.aside))),
      all: row(relevanceOf(judgements)),
    });
  });
}
