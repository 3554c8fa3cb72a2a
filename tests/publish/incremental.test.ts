import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../src/publish/publish.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import type { Manifest } from '../../src/publish/manifest.ts';
import { catalogueOf, CHANGES, firstState, type RegisterOnDay } from './changing-register.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

/** Says nothing but its address: what is made again is told by the inputs alone. */
const renderer = () => fakeRenderer('build-1', (path) => new Response(path.endsWith('.svg') ? '<svg/>' : `<p>${path}</p>`, { status: /404/.test(path) ? 404 : 200, headers: { 'content-type': path.endsWith('.svg') ? 'image/svg+xml' : 'text/html' } }));
const optionsOf = (state: RegisterOnDay) => ({ catalogue: catalogueOf(state), asOf: state.asOf, siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: renderer() });
const inputsOf = ({ entries }: Manifest) => Object.fromEntries([...entries].map(([path, { inputs }]) => [path, inputs]).filter(([path]) => !isTold(path as string)).sort());
/** The page that tells of the publishes before says something else in a fresh store. */
const isTold = (path: string): boolean => /cap-nhat|updates/.test(path);

test('whatever changes and in whatever order, looking only at what changed finds what looking at everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 6 }), async (changes) => {
      const store = await openPublishStore(`${bench.directory}/one`);
      const publisher = openPublisher(store);
      let state = firstState();
      await publisher.publish(optionsOf(state));
      for (const [, change] of changes) {
        state = change(state);
        const { manifest } = await publisher.publish(optionsOf(state));
        const afresh = await publish({ ...optionsOf(state), store: await openPublishStore(`${bench.directory}/fresh`) });
        expect(inputsOf(manifest)).toEqual(inputsOf(afresh.manifest));
        expect(manifest.redirects).toEqual(afresh.manifest.redirects);
        expect(inputsOf((await (await openPublishStore(store.directory)).current()) as Manifest)).toEqual(inputsOf(manifest));
        await rm(`${bench.directory}/fresh`, { recursive: true });
      }
      await rm(store.directory, { recursive: true });
    }),
    { numRuns: process.env['LONG_TESTS'] ? 40 : 4 },
  );
}, 600_000);

describe('what is made again', () => {
  const made = async (name: string): Promise<string[]> => {
    const publisher = openPublisher(bench.store);
    const change = CHANGES.find(([candidate]) => candidate === name)?.[1] as (state: RegisterOnDay) => RegisterOnDay;
    await publisher.publish(optionsOf(firstState()));
    const next = renderer();
    await publisher.publish({ ...optionsOf(change(firstState())), renderer: next });
    return next.rendered;
  };

  test('a revoked certificate: its product, the few that show it, its lists; no other commune, producer or decision', async () => {
    const rendered = await made('a certificate is revoked');
    expect(rendered).toEqual(expect.arrayContaining(['/san-pham/hang-1/', '/en/products/hang-1/', '/chung-nhan/hang-1--thu-2024/', '/', '/nhom/thuc-pham/', '/tinh/ha-tinh/', '/xa/ha-tinh/thien-cam/', '/hang-sao/4/', '/quyet-dinh/thu-2024/', '/quyet-dinh/thu-hoi/']));
    const untouched = ['/chu-the/', '/chu-the/phu-sang/', '/tinh/', '/xa/ha-tinh/cam-xuyen/', '/hang-sao/3/', '/nhom/do-uong/', '/huong-dan/', '/quyet-dinh/vinh-linh-2023-11-14/', '/chung-nhan/hang-2--thu-2024/'];
    expect(rendered.filter((path) => untouched.includes(path))).toEqual([]);
  });

  test('a product that moves to another commune: both communes, and all of the province, for they show where goods come from', async () => {
    const rendered = await made('a product moves to another commune');
    expect(rendered.filter((path) => path.startsWith('/xa/')).length).toBeGreaterThan(5);
    expect(rendered).toEqual(expect.arrayContaining(['/tinh/', '/tinh/ha-tinh/', '/san-pham/hang-5/']));
    expect(rendered).not.toContain('/tinh/quang-tri/');
  });

  test('another site name makes every page', async () => {
    const rendered = await made('the site gets another name');
    expect(rendered).toEqual(expect.arrayContaining(['/404/', '/huong-dan/', '/tinh/quang-tri/', '/en/certificates/hang-2--thu-2024/']));
  });
});
