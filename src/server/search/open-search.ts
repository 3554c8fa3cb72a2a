import type { Timers } from '../automatic/timers.ts';
import type { MeilisearchSettings } from '../env.ts';
import type { openLog } from '../log.ts';
import { openMeilisearchFront, type MeilisearchFront } from './meilisearch-front.ts';
import { publishSearch } from './publish-search.ts';
import { openSearchKeyFile } from './search-key-file.ts';
import { openSearchService, type SearchService } from './search-service.ts';

export interface SearchParts {
  /** Undefined: no Meilisearch. */
  settings: MeilisearchSettings | undefined;
  dataDir: string;
  now: () => number;
  timers: Timers;
  log: Pick<ReturnType<typeof openLog>, 'info'>;
  onError: (error: unknown, what: string) => void;
}

/** The search of a server, with Meilisearch before it where the settings name one. */
export function openSearch(parts: SearchParts): SearchService {
  return openSearchService({ front: parts.settings && openFront(parts, parts.settings), onError: parts.onError });
}

function openFront({ dataDir, now, timers, log, onError }: SearchParts, settings: MeilisearchSettings): MeilisearchFront {
  const keyFile = openSearchKeyFile(dataDir, settings, now);
  return openMeilisearchFront({
    publish: (source) => publishSearch({ settings, keyFile, now }, source),
    timers,
    onReady: (report) => log.info(report, 'Meilisearch holds what is published, and answers'),
    onError,
  });
}
