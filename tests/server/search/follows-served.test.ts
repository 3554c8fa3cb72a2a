import { afterEach, expect, test } from 'vitest';
import { rollBack } from '../../../src/publish/rollback.ts';
import type { ServedState } from '../../../src/server/http/site-state.ts';
import { smallCatalogue } from '../../publish/small-catalogue.ts';
import { startSite, type SiteUnderTest } from '../site-under-test.ts';

let site: SiteUnderTest;
afterEach(() => site.stop());

test('search is told of every state that is served, when it is: at the start, after a publish, after a rollback', async () => {
  const served: ServedState[] = [];
  site = await startSite({ server: { onServed: (state) => void served.push(state) } });
  const numbers = (): number[] => served.map(({ site: { manifest } }) => manifest.number);
  const [first] = numbers() as [number];
  await site.bench.publish({ catalogue: smallCatalogue({ site: { name: { vi: 'Tên khác', en: 'Another name' } } }) });
  await site.server.reload();
  const { manifest } = await rollBack(site.bench.store, {});
  await site.server.reload();
  await site.server.reload();
  expect([...new Set(numbers())]).toEqual([first, numbers()[1], manifest.number]);
  const [before, , after] = served as [ServedState, ServedState, ServedState];
  expect(after.site.manifest.register).toBe(before.site.manifest.register);
});
