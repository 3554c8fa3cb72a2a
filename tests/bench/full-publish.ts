/** Child of the build bench: loads a synthetic register, publishes all of it into a new store, prints its figures. */
import { join, resolve } from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { builtDigest } from '../../src/publish/astro-build.ts';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import { publish } from '../../src/publish/publish.ts';
import { openRenderer } from '../../src/publish/renderer.ts';

const [contentDir = '', storeDir = ''] = process.argv.slice(2);
const asOf = '2026-11-21';

const startedLoading = performance.now();
const { catalogue, problems } = loadCatalogue({ contentDir: resolve(contentDir), samples: false, today: asOf });
if (catalogue === undefined) throw new Error(`the synthetic register has errors: ${JSON.stringify(problems.slice(0, 3))}`);
const loadSeconds = (performance.now() - startedLoading) / 1000;

const build = await builtDigest(process.cwd());
if (build === undefined) throw new Error('build the pages first: npm run build');
const store = await openPublishStore(storeDir);
const startedPublishing = performance.now();
const report = await publish({
  catalogue,
  asOf,
  siteUrl: 'http://localhost:4321',
  store,
  renderer: await openRenderer(resolve('dist'), build),
  clientDir: join(resolve('dist'), 'client'),
});
const publishSeconds = (performance.now() - startedPublishing) / 1000;
const sizes = await Promise.all(
  [...report.manifest.entries]
    .filter(([, entry]) => entry.type.startsWith('text/html'))
    .filter((_, place) => place % 100 === 0)
    .map(async ([, entry]) => (await store.files.read(entry.file)).length),
);
const kibPerPage = sizes.reduce((sum, size) => sum + size, 0) / sizes.length / 1024;
console.log(JSON.stringify({ pages: report.pages, kibPerPage, loadSeconds, publishSeconds }));
