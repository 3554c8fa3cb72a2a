import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/find-browser.ts';
import { startSearchSite } from '../e2e/search-site.ts';
import { startStaticSite } from '../e2e/static-site.ts';
import { option } from './option.ts';
import { writeSyntheticContent } from './synthetic-content.ts';

/** Of Chromium, not yet in the types. */
declare const scheduler: { postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void> };

const RUNS = 9;
const SLOWED_DOWN = 4;
/** With which names of goods begin, another one for each page: nobody pressed it there before. */
const KEYS = [...'ncmtbghkd'];
/** Shown, and no mere offer to forget what was looked for. */
const LISTED = '.suggestions:not([hidden]) [role=option][data-href]';
/** Between the first focus and the first key: nobody types within half a second of tapping a field. */
const PAUSE_MS = 1_500;
const ASKED_MS = 50;

/**
 * From the first key to the painted result, in Chromium slowed down four times, on the server's pages and on those of a
 * static export. Budget: 100 ms. The pages must be built: `npm run build`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = option(args, 'products', 20_000);
  const runs = option(args, 'runs', RUNS);
  const contentDir = resolve('var/bench/search-paint/content');
  mkdirSync(join(contentDir, '..'), { recursive: true });
  writeSyntheticContent(contentDir, count);
  const found = await findBrowser();
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  const rows: Record<string, Record<string, string>> = {};
  for (const [name, start] of [['server', () => startSearchSite(contentDir, { alone: true })], ['static export', () => startStaticSite(contentDir)]] as const) {
    const site = await start();
    rows[`${name}, list under the field`] = await measured(browser, runs, `${site.url}/`, '#tra', LISTED);
    rows[`${name}, page of results`] = await measured(browser, runs, `${site.url}/tim-kiem/`, '#tim', '.results-grid .card');
    await site.stop();
  }
  await browser.close();
  console.log(`first key to painted result, ${count} products, ${SLOWED_DOWN} × slower processor, ${runs} pages each (budget 100 ms):`);
  console.table(rows);
}

async function measured(browser: Browser, runs: number, url: string, field: string, result: string): Promise<Record<string, string>> {
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    times.push(await firstKey(page, { url, field, result, key: KEYS[at % KEYS.length] as string }));
    await page.close();
  }
  times.sort((a, b) => a - b);
  const ms = (share: number): string => `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] as number).toFixed(0)} ms`;
  return { middle: ms(0.5), 'nine of ten': ms(0.9), worst: ms(1) };
}

async function firstKey(page: Page, { url, field, result, key }: { url: string; field: string; result: string; key: string }): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_DOWN });
  await page.goto(url, { waitUntil: 'load' });
  await page.focus(field);
  await page.waitForTimeout(PAUSE_MS);
  await page.evaluate((selector) => {
    const timed = window as unknown as { painted: Promise<number> };
    timed.painted = new Promise((done) => {
      let pressed = 0;
      addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { once: true, capture: true });
      const watcher = new MutationObserver(() => {
        if (document.querySelector(selector) === null) return;
        watcher.disconnect();
        // The frame that shows it is painted before the first task after it begins.
        requestAnimationFrame(() => void scheduler.postTask(() => done(performance.now() - pressed), { priority: 'user-blocking' }));
      });
      watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
    });
  }, result);
  // Asked before the key, so that nothing but the page works once it is pressed.
  const painted = page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
  await page.waitForTimeout(ASKED_MS);
  await page.keyboard.press(key);
  return painted;
}
