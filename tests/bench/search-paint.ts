import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { firstLettersApiPath, searchLettersPath, searchPath } from '../../src/paths.ts';
import { findBrowser } from '../e2e/find-browser.ts';
import { startSearchSite } from '../e2e/search-site.ts';
import { startStaticSite } from '../e2e/static-site.ts';
import { option } from './option.ts';
import { writeSyntheticContent } from './synthetic-content.ts';

/** Of Chromium, not yet in the types: when an element stood on the screen. */
type ElementTiming = PerformanceEntry & { renderTime: number };

const RUNS = 9;
const SLOWED_DOWN = 4;
/** With which names of goods begin, another one for each page: nobody pressed it there before. */
const KEYS = [...'ncmtbghkd'];
/** Shown, and no mere offer to forget what was looked for. */
const LISTED = '.suggestions:not([hidden]) [role=option][data-href] .suggestion-name';
/** Above the results, drawn with them. */
const FOUND = '[data-results] #ket-qua';
/** The answers to first letters that a page fetches with its first focus. */
const FIRST_LETTERS = [firstLettersApiPath, searchLettersPath('vi')];
/** Between the first focus and the first key: nobody types within half a second of tapping a field. */
const PAUSE_MS = 1_500;
const ASKED_MS = 50;
/** A page on which nothing has come by then ends the run. */
const LONGEST_MS = 10_000;

/**
 * From the first key until a result stands on the screen (Element Timing), in Chromium slowed down four times, on the
 * server's pages and on those of a static export. Budget: 100 ms. Held back: the answers to first letters never come, as for
 * somebody who types faster than they do. The pages must be built: `npm run build`.
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
    const list: Place = { url: `${site.url}/`, field: '#tra', result: LISTED };
    const results: Place = { url: `${site.url}${searchPath('vi')}`, field: '#tim', result: FOUND };
    rows[`${name}, list under the field`] = await measured(browser, runs, list);
    rows[`${name}, page of results`] = await measured(browser, runs, results);
    if (name === 'server') {
      rows['server, list, first letters held back'] = await measured(browser, runs, { ...list, isHeldBack: true });
      rows['server, page, first letters held back'] = await measured(browser, runs, { ...results, isHeldBack: true });
    }
    await site.stop();
  }
  await browser.close();
  console.log(`first key to painted result, ${count} products, ${SLOWED_DOWN} × slower processor, ${runs} pages each (budget 100 ms):`);
  console.table(rows);
}

interface Place {
  url: string;
  field: string;
  /** The element that is waited for. */
  result: string;
  isHeldBack?: boolean;
}

async function measured(browser: Browser, runs: number, place: Place): Promise<Record<string, string>> {
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    times.push(await firstKey(page, place, KEYS[at % KEYS.length] as string));
    await page.close();
  }
  times.sort((a, b) => a - b);
  const ms = (share: number): string => `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] as number).toFixed(0)} ms`;
  return { middle: ms(0.5), 'nine of ten': ms(0.9), worst: ms(1) };
}

async function firstKey(page: Page, { url, field, result, isHeldBack = false }: Place, key: string): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_DOWN });
  if (isHeldBack) await client.send('Fetch.enable', { patterns: FIRST_LETTERS.map((path) => ({ urlPattern: `*${path}*` })) });
  await page.goto(url, { waitUntil: 'load' });
  await page.focus(field);
  await page.waitForTimeout(PAUSE_MS);
  await page.evaluate(({ result, longest }) => {
    const timed = window as unknown as { onScreen: Promise<number> };
    timed.onScreen = new Promise((done, fail) => {
      setTimeout(() => fail(new Error(`${result} stood not on the screen within ${longest} ms`)), longest);
      let pressed = 0;
      addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { once: true, capture: true });
      new PerformanceObserver((list) => done((list.getEntries()[0] as ElementTiming).renderTime - pressed)).observe({ type: 'element' });
      const watcher = new MutationObserver(() => {
        const found = document.querySelector(result);
        if (found === null) return;
        watcher.disconnect();
        found.setAttribute('elementtiming', 'result');
      });
      watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
    });
  }, { result, longest: LONGEST_MS });
  // Asked before the key, so that nothing but the page works once it is pressed.
  const onScreen = page.evaluate(() => (window as unknown as { onScreen: Promise<number> }).onScreen);
  await page.waitForTimeout(ASKED_MS);
  await page.keyboard.press(key);
  return onScreen;
}
