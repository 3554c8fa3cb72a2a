import type { FacetField, SearchFilters } from '../../src/search/search-filters.ts';
import type { EngineQuery, SearchEngine } from '../../src/search/engine.ts';
import { filtersOf } from '../../src/search/filters-of.ts';
import { understand } from '../../src/search/understand.ts';
import type { Vocabulary } from '../../src/search/vocabulary.ts';

/** What people do, and how they do it. */
export const QUERY_KINDS = {
  'as typed, key by key': prefixesOf(['nước mắm hà tĩnh', 'mat ong rung', 'che shan tuyet', 'tỏi đen', 'gao nep', 'fish sauce', 'htx thanh', 'banh da vung', 'nước khoáng']),
  'typing errors': ['nuco mam', 'mat ogn', 'xuc xihc', 'banh trnag', 'dong trugn ha thao', 'tinh dau trma', 'hat tieuu', 'ngoc tari', 'cham cheo xyzt', 'mien dnog'],
  'no marks': ['nuoc mam', 'mat ong', 'ca phe bot', 'che xanh', 'gao nep nuong', 'mang kho', 'tinh bot nghe', 'thit trau gac bep', 'keo lac', 'mien dong', 'nuoc mam ha tinh', 'mat ong lai chau'],
  'with all facets and filters': ['', 'nước mắm', 'mật ong', 'chè 4 sao', 'gạo tỉnh hà tĩnh', 'bánh', 'trà huyện nghi xuân', 'n'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type QueryKind = keyof typeof QUERY_KINDS;

const ALL_FACETS: readonly FacetField[] = ['stars', 'status', 'groups', 'provinces', 'communes', 'producerKinds', 'buyable'];
const CHOSEN: readonly SearchFilters[] = [{}, { stars: [4, 5] }, { status: ['held'], provinces: ['ha-tinh', 'quang-tri'] }, { groups: ['thuc-pham'], producerKinds: ['cooperative'], on: '2027-02-01' }];
const ROUNDS = 7;
const WARM_UP = 2;

export interface Latency {
  queries: number;
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of this process's processor time a query: other programs on the machine do not stretch it. */
  cpu: number;
}

/** Milliseconds from the text to the answer, understanding included; every query {@link ROUNDS} times, warmed up before. */
export async function measureLatency(engine: SearchEngine, vocabulary: Vocabulary, kind: QueryKind, asOf: string): Promise<Latency> {
  const asked = QUERY_KINDS[kind].flatMap((text) => (kind === 'with all facets and filters' ? CHOSEN : [{}]).map((chosen) => ({ text, chosen })));
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    if (round === WARM_UP) before = process.cpuUsage();
    for (const { text, chosen } of asked) {
      const started = performance.now();
      await engine.search(queryOf(text, chosen, vocabulary, asOf));
      if (round >= WARM_UP) times.push(performance.now() - started);
    }
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
  return { queries: asked.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu: (user + system) / 1000 / times.length };
}

function queryOf(text: string, chosen: SearchFilters, vocabulary: Vocabulary, asOf: string): EngineQuery {
  const understood = understand(text, vocabulary);
  return { understood, filters: filtersOf(understood, chosen), sort: 'relevance', page: 1, limit: 24, asOf, facets: ALL_FACETS, alcohol: false };
}

function prefixesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text].map((_, at) => [...text].slice(0, at + 1).join('')));
}
