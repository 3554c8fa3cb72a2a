import { staticSearchPath } from '../../src/paths.ts';
import { staticSearchFiles } from '../../src/publish/static-search.ts';
import type { Shipped } from '../../src/results/shipped.ts';
import type { StaticIndex } from '../../src/results/static-index.ts';
import { decodePlaces } from '../../src/search/embedded/decode-places.ts';
import { openShippedSearch } from '../../src/search/embedded/open-shipped-search.ts';
import { DAY, openRealRegister } from './real-register.ts';

export interface ShippedRegister {
  /** The texts of an export by their paths. */
  files: ReadonlyMap<string, string>;
  /** The first part, anew each time, as the worker of a page opens it. */
  head(): Promise<Shipped>;
  whole(): Promise<Shipped>;
}

/** The real register with its samples, as a plain host ships it. */
export async function shipRealRegister(): Promise<ShippedRegister> {
  const files = new Map((await staticSearchFiles(openRealRegister(true).catalogue, DAY)).map(({ path, body }) => [path, body]));
  const text = (path: string): string => files.get(path) as string;
  const index = JSON.parse(text(staticSearchPath)) as StaticIndex;
  const open = async (paths: readonly string[], isWhole: boolean): Promise<Shipped> => ({ search: await openShippedSearch(paths.map(text), decodePlaces(text(index.places)), index.groups), index, isWhole });
  return { files, head: () => open([index.head], false), whole: () => open([index.head, index.rest], true) };
}
