import type { RenderedPage } from '../../publish/renderer.ts';
import type { SearchOutcome } from '../../search/search-outcome.ts';
import type { SiteApp } from '../http/site-app.ts';

/** A region of results as it was rendered for one question. */
export interface KeptResult {
  outcome: SearchOutcome;
  part: RenderedPage;
  /** A phone was given the first of it and will ask for the whole at once, which needs no second search. */
  isAwaited: boolean;
}

export interface KeptResults {
  of(app: SiteApp, key: string): KeptResult | undefined;
  keep(app: SiteApp, key: string, result: KeptResult): void;
}

/** Of one state of the register; about 60 KB each. */
const MOST = 200;

/** For as long as their app lives, which answers for one state of the register on one day. */
export function keptResults(): KeptResults {
  const kept = new WeakMap<SiteApp, Map<string, KeptResult>>();
  return {
    of: (app, key) => kept.get(app)?.get(key),
    keep(app, key, result) {
      const known = kept.get(app) ?? new Map<string, KeptResult>();
      kept.set(app, known);
      known.delete(key);
      known.set(key, result);
      if (known.size > MOST) known.delete(known.keys().next().value as string);
    },
  };
}
