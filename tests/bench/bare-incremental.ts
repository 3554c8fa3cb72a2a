import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBareProject } from './bare-astro.ts';
import type { MeasuredRun } from './measured-run.ts';

export interface BareIncremental {
  /** Builds what changed since the last build; the first builds everything. */
  build(): Promise<MeasuredRun>;
  /** Gives so many pages other data. */
  change(count: number): void;
}

/**
 * Astro's own incremental build (`experimental.incrementalBuild`) of the bare project: a `cacheKey` for each page, from a data
 * file that is no module, so that a change of data touches only the pages it is of.
 */
export function bareIncremental(directory: string, pages: number): BareIncremental {
  const build = writeBareProject(directory, {
    config: "{ build: { inlineStylesheets: 'never' }, experimental: { incrementalBuild: true }, cacheDir: './cache' }",
    staticPaths: `const versions = JSON.parse(readFileSync('data.json', 'utf8'));
  return versions.map((version, n) => ({
    params: { id: 'san-pham-' + n },
    props: { name: 'Nước mắm Thử ' + n, producer: 'HTX Thử nghiệm ' + (n >> 2), stars: 3 + ((n + version) % 3) },
    cacheKey: String(version),
  }));`,
  });
  // Part of what decides whether the cache is valid.
  cpSync('package-lock.json', join(directory, 'package-lock.json'));
  const versions = new Array<number>(pages).fill(0);
  const save = (): void => writeFileSync(join(directory, 'data.json'), JSON.stringify(versions));
  save();
  return {
    build,
    change(count) {
      for (let n = 0; n < count; n += 1) {
        const page = Math.floor((n * pages) / count);
        versions[page] = (versions[page] ?? 0) + 1;
      }
      save();
    },
  };
}
