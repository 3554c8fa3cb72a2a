import { inSteps } from '../../domain/steps.ts';
import { staticSearchPath } from '../../paths.ts';
import type { Shipped } from '../../results/shipped.ts';
import type { StaticIndex } from '../../results/static-index.ts';
import { placesSteps } from '../../search/embedded/decode-places.ts';
import { openShippedSearch } from '../../search/embedded/open-shipped-search.ts';

/** The files of a plain host, loaded on first use: a first part, then the whole register. */
export interface ShippedData {
  first(province?: string): Promise<Shipped>;
  whole(): Promise<Shipped>;
  /** What is there already; the whole once it was loaded. */
  now(): Shipped | undefined;
}

/** `pause`: awaited between small steps of the work. */
export function shippedData(read: (path: string) => Promise<string>, pause: () => Promise<void>): ShippedData {
  const index = once(async () => JSON.parse(await read(staticSearchPath)) as StaticIndex);
  const file = remembered(read);
  const places = once(async () => inSteps(placesSteps(await file((await index()).places)), pause));
  let best: Shipped | undefined;
  const open = async (names: (index: StaticIndex) => readonly string[], isWhole: boolean): Promise<Shipped> => {
    const found = await index();
    const [known, parts] = await Promise.all([places(), Promise.all(names(found).map(file))]);
    const shipped = { search: await openShippedSearch(parts, known, found.groups, pause), index: found, isWhole };
    if (best?.isWhole !== true) best = shipped;
    return shipped;
  };
  const whole = once(() => open(({ head, rest }) => [head, rest], true));
  let first: Promise<Shipped> | undefined;
  return {
    first: (province) => (first ??= open((found) => [found.provinces.find(({ slug }) => slug === province)?.file ?? found.head], false).catch((error: unknown) => { first = undefined; throw error; })),
    whole,
    now: () => best,
  };
}

/** A failure is not remembered: the network may be back. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make().catch((error: unknown) => {
    made = undefined;
    throw error;
  }));
}

function remembered(read: (path: string) => Promise<string>): (path: string) => Promise<string> {
  const known = new Map<string, () => Promise<string>>();
  return (path) => {
    const kept = known.get(path) ?? once(() => read(path));
    known.set(path, kept);
    return kept();
  };
}
