import type { Catalogue } from '../catalogue/catalogue.ts';
import type { StatusIndex } from '../domain/status-index.ts';
import { proofsOf } from '../trace/signing/proofs.ts';
import type { Manifest, PublishSource } from './manifest.ts';
import { registerDigest } from './page-inputs.ts';
import type { PublishOptions } from './publish-options.ts';
import type { StepTimer } from './publish-steps.ts';
import type { PublishStore } from './publish-store.ts';
import type { Turn } from './publish-turn.ts';
import type { SiteUpdate } from './site-update.ts';
import type { View } from './view.ts';

/** All that the steps of one publish share. */
export interface PublishRun {
  store: PublishStore;
  options: PublishOptions;
  timer: StepTimer;
  turn: Turn;
  /** The manifest in force when the publish began. */
  previous: Manifest | undefined;
  source: PublishSource;
  view: View;
  statusIndex: StatusIndex;
  /** Puts a written manifest in force. */
  switchTo(manifest: Manifest): Promise<void>;
}

const NO_PLACES: StatusIndex = new Map();

export function publishRun(store: PublishStore, options: PublishOptions, timer: StepTimer, turn: Turn, previous: Manifest | undefined, updates: readonly SiteUpdate[]): PublishRun {
  const { asOf, siteUrl, renderer, photographs, signing, statusIndex = NO_PLACES, mode = 'server' } = options;
  const source: PublishSource = { asOf, siteUrl, mode, build: renderer.build, register: registerDigest(options.catalogue, photographs), ...(signing !== undefined && { keys: signing.digest }) };
  const catalogue = withSnapshot(options.catalogue, nextSnapshot(previous, source.register));
  return {
    store,
    options,
    timer,
    turn,
    previous,
    source,
    view: {
      catalogue,
      asOf,
      siteUrl,
      mode,
      updates,
      ...(photographs !== undefined && { photographs }),
      ...(signing !== undefined && { proofs: proofsOf({ catalogue, siteUrl, statusIndex, signing }) }),
    },
    statusIndex,
    async switchTo(manifest) {
      await turn.assertOwn();
      await store.switchTo(manifest);
      await options.onSwitch?.(manifest);
    },
  };
}

/** The catalogue under the number with which it was published. */
export function withSnapshot(catalogue: Catalogue, snapshot: number): Catalogue {
  return Object.freeze({ ...catalogue, snapshot });
}

/** True when the whole site in force was published from these sources; what a rollback brought back is published again first. */
export function isSameSource(manifest: Manifest, source: PublishSource): boolean {
  const isWhole = manifest.ahead === undefined && manifest.rollback === undefined;
  return isWhole && manifest.keys === source.keys && (Object.keys(source) as (keyof PublishSource)[]).every((key) => manifest[key] === source[key]);
}

/** The number grows only when the register changed, not with a new day or new code. */
function nextSnapshot(previous: Manifest | undefined, register: string): number {
  if (previous === undefined) return 1;
  return previous.register === register ? previous.snapshot : previous.snapshot + 1;
}
