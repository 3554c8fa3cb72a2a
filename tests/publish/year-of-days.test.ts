import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, dayInVietnam, daysBetween, type IsoDate } from '../../src/domain/calendar-day.ts';
import { statusOn } from '../../src/domain/certificate-status.ts';
import { statusDays } from '../../src/domain/status-days.ts';
import { statusJsonPath, updatesPath } from '../../src/paths.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { isHtmlPage } from '../../src/publish/page.ts';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { startClock } from '../../src/server/automatic/clock.ts';
import { dueDay } from '../../src/server/automatic/due-day.ts';
import { FakeTime, HOUR } from '../server/automatic/fake-time.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';
import { statusesOnPage, yearCatalogue } from './year-register.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.remove());

const FIRST = '2026-11-22';
const LAST = '2027-11-22';
const catalogue = yearCatalogue();
const everyDay = Array.from({ length: daysBetween(FIRST, LAST) }, (_, nth) => addDays(FIRST, nth + 1));
const logPages = [updatesPath('vi'), updatesPath('en')];
const pages = pagesOf(catalogue).filter(isHtmlPage).map(({ path }) => path).filter((path) => !logPages.includes(path));

/** By day: the pages that say something else than the day before, found by looking at every page on every day. */
const expected = new Map(
  everyDay.map((day) => [day, pages.filter((path) => statusesOnPage(catalogue, path, day) !== statusesOnPage(catalogue, path, addDays(day, -1))).sort()] as const),
);

interface DayOfPublish {
  day: IsoDate;
  at: number;
  made: readonly string[];
}

/** Trace pages are rendered with a slash at the end and published without it. */
function publishedAt(rendered: string): string {
  return rendered.replace(/^((?:\/(?:en|ko|zh))?\/(?:01|t)\/.+)\/$/, '$1');
}

/** Lets a year go by for a clock and a publisher, and looks at the site in force at noon of every day. */
async function aYear(atNoon: (day: IsoDate) => Promise<void> | void): Promise<DayOfPublish[]> {
  const time = new FakeTime(`${FIRST}T05:00:00Z`);
  const renderer = fakeRenderer('build-1', (path, { asOf }) => {
    const status = path.includes('404') ? 404 : 200;
    const type = path.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
    return new Response(`<html><body>${path} ${statusesOnPage(catalogue, path, asOf)}</body></html>`, { status, headers: { 'content-type': type } });
  });
  const publisher = openPublisher(bench.store);
  const publishes: DayOfPublish[] = [];
  let inForce: IsoDate | undefined;
  const publishToday = async (): Promise<boolean> => {
    const at = time.wall;
    const { manifest } = await publisher.publish({ catalogue, asOf: dayInVietnam(at), siteUrl: SITE_URL, clientDir: bench.clientDir, renderer, now: time.now, why: ['clock'] });
    inForce = manifest.asOf;
    const made = renderer.rendered.splice(0).map(publishedAt).filter((path) => !logPages.includes(path)).sort();
    publishes.push({ day: manifest.asOf, at, made });
    return true;
  };
  await publishToday();
  publishes.length = 0;
  const clock = startClock({
    now: time.now,
    timers: time.timers,
    publishedAsOf: async () => inForce,
    nextDueDay: async (after) => dueDay(catalogue, after),
    publish: publishToday,
    onError: (error) => {
      throw error;
    },
  });
  for (const day of everyDay) {
    for (let part = 0; part < 4; part += 1) {
      await time.pass(6 * HOUR);
      // A publish takes real time; the clock waits for the next look when it is over.
      while (time.waiting === 0) await new Promise(setImmediate);
    }
    await atNoon(day);
  }
  clock.stop();
  return publishes;
}

test('in a year of days exactly the right pages change, on the right days, at their first moment', async () => {
  const certificates = catalogue.products.flatMap(({ id }) => catalogue.certificatesOf(id));
  const publishes = await aYear(async (day) => {
    // Most days publish nothing, and what is in force is true of them nevertheless.
    const said = await statusesInForce();
    for (const certificate of certificates) expect(said.get(certificate.id), `${certificate.id} on ${day}`).toBe(statusOn(certificate, day).status);
  });
  const changing = publishes.filter(({ made }) => made.length > 0);
  expect(changing.map(({ day, made }) => [day, made])).toEqual([...expected].filter(([, changed]) => changed.length > 0));
  for (const { day, at } of publishes) expect(new Date(at).toISOString()).toBe(new Date(`${day}T00:00:00+07:00`).toISOString());
  const products = catalogue.products.map(({ id }) => ({ productId: id, certificates: catalogue.certificatesOf(id) }));
  expect(changing.map(({ day }) => day)).toEqual(statusDays(products, FIRST, LAST).map(({ day }) => day));
  expect(changing.length).toBeGreaterThan(9);
  expect(publishes.length).toBeLessThan(everyDay.length / 4);
}, 60_000);

async function statusesInForce(): Promise<Map<string, string>> {
  const manifest = await bench.store.current();
  const file = await bench.store.files.read(manifest?.entries.get(statusJsonPath)?.file ?? '');
  const { certificates } = JSON.parse(file.toString('utf8')) as { certificates: { id: string; status: string }[] };
  return new Map(certificates.map(({ id, status }) => [id, status]));
}

test('the year has ends, warnings, a renewal, a revocation and a beginning in it', () => {
  const day = (text: string): readonly string[] => expected.get(text) ?? [];
  expect(day('2026-11-23')).toEqual([]);
  expect(day('2027-01-01')).toContain('/san-pham/hang-0/');
  expect(day('2027-01-05')).toContain('/hang-sao/5/');
  expect(day('2027-03-08')).toContain('/en/certificates/hang-2--thu-2024/');
  expect(day('2027-09-02')).toContain('/san-pham/hang-8/');
  expect(day('2027-03-08')).not.toContain('/huong-dan/');
  expect(pages.length).toBeGreaterThan(100);
});
