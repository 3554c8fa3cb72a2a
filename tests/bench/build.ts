import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildBareAstro } from './bare-astro.ts';
import { measuredRun } from './measured-run.ts';
import { option } from './option.ts';
import { writeSyntheticContent } from './synthetic-content.ts';

/** Full publish of a synthetic register beside a bare Astro build of as many pages. Budget: 1.5 x per page, 1.5 GB. */
export async function run(args: readonly string[]): Promise<void> {
  const products = option(args, 'products', 20_000);
  const directory = join('var', 'bench', 'build');
  const contentDir = join(directory, 'content');
  console.log(`Writing a register of ${products} made-up products …`);
  writeSyntheticContent(contentDir, products);
  rmSync(join(directory, 'store'), { recursive: true, force: true });

  console.log('Publishing all of it, both languages …');
  const ours = await measuredRun(process.execPath, ['tests/bench/full-publish.ts', contentDir, join(directory, 'store')]);
  const figures = JSON.parse(ours.stdout.trim().split('\n').at(-1) as string) as { pages: number; kibPerPage: number; loadSeconds: number; publishSeconds: number };

  console.log(`Building ${figures.pages} pages with Astro alone …`);
  const bare = await buildBareAstro(join(directory, 'bare'), figures.pages);

  const perPage = (seconds: number): string => `${((seconds * 1000) / figures.pages).toFixed(2)} ms`;
  const memory = (mib: number | undefined): string => (mib === undefined ? 'not known here' : `${Math.round(mib)} MiB`);
  console.table({
    'this project, full publish': { pages: figures.pages, 'KiB a page': figures.kibPerPage.toFixed(1), seconds: ours.seconds.toFixed(1), 'per page': perPage(ours.seconds), 'peak memory': memory(ours.peakMiB) },
    'bare Astro build': { pages: figures.pages, 'KiB a page': bare.kibPerPage.toFixed(1), seconds: bare.seconds.toFixed(1), 'per page': perPage(bare.seconds), 'peak memory': memory(bare.peakMiB) },
  });
  console.log(`of ours: reading and checking ${figures.loadSeconds.toFixed(1)} s, publishing ${figures.publishSeconds.toFixed(1)} s`);
  console.log(`ratio ${(ours.seconds / bare.seconds).toFixed(2)} (budget 1.5), peak ${memory(ours.peakMiB)} (budget 1,536 MiB)`);
}
