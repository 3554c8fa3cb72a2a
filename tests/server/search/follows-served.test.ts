import { afterEach, expect, test } from 'vitest';
import { rollBack } from '../../../src/publish/rollback.ts';
import type { ServedState } from '../../../src/server/http/site-state.ts';
import { smallCatalogue } from '../../publish/small-catalogue.ts';
import { startSite, type SiteUnderTest } from '../site-under-test.ts';

let site: SiteUnderTest;
afterEach(() => site.stop());

test('search is told of every state that is served, when it is: at the start, after a publish, after a rollback', async () => {
  let told: ServedState | undefined;
  site = await startSite({ server: { onServed: (state) => (told = state) } });
  const manifest = () => told?.site.manifest;
  const inForce = () => site.bench.store.currentNumber();
  const first = manifest();
  expect(first?.number).toBe(await inForce());
  await site.bench.publish({ catalogue: smallCatalogue({ site: { name: { vi: 'Tên khác', en: 'Another name' } } }) });
  await site.server.reload();
  expect(manifest()?.number).toBe(await inForce());
  expect(manifest()?.register).not.toBe(first?.register);
  await rollBack(site.bench.store, { to: first?.number as number });
  await site.server.reload();
  expect(manifest()?.number).toBe(await inForce());
  expect(manifest()?.register).toBe(first?.register);
});
