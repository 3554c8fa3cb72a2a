import type { BundleChange, Bundles } from './bundles.ts';
import type { InputKey } from './input-key.ts';

/** Which bundles have pages that are made from what a key stands for. Kept from publish to publish. */
export interface KeyUses {
  /** Looks through all bundles, if that was not done yet. To be called before anything is asked. */
  prepare(bundles: Bundles): void;
  /** Names of bundles; some may be gone, or have pages by now that use the key no more. */
  of(key: InputKey): readonly string[];
  /** Keys of which there are few: not products, their places in the status list, or records. */
  others(): Iterable<InputKey>;
  /** Bundles are new, or stand in the place of others. */
  note(changes: ReadonlyMap<string, BundleChange>): void;
}

const MANY = /^(?:product|status-place|producer|decision|commune|province|group):/;

export function keyUses(): KeyUses {
  const users = new Map<InputKey, string[]>();
  const others = new Set<InputKey>();
  let isPrepared = false;
  const add = (name: string, keys: readonly InputKey[], known: readonly InputKey[]): void => {
    for (const key of keys) {
      if (known.includes(key)) continue;
      const names = users.get(key);
      if (names !== undefined) names.push(name);
      else {
        users.set(key, [name]);
        if (!MANY.test(key)) others.add(key);
      }
    }
  };
  return {
    prepare(bundles) {
      if (isPrepared) return;
      for (const [name, { keys }] of bundles) add(name, keys, []);
      isPrepared = true;
    },
    of: (key) => users.get(key) ?? [],
    others: () => others,
    note(changes) {
      if (!isPrepared) return;
      for (const [name, { known, bundle }] of changes) add(name, bundle?.keys ?? [], known?.keys ?? []);
    },
  };
}
