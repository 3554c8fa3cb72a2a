import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { setTimeout } from 'node:timers/promises';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser } from '../e2e/find-browser.ts';
import { scriptFiles } from './script-files.ts';

const PORT = 18_082;
const PAGES: readonly [string, string][] = [
  ['home', '/'],
  ['product', '/san-pham/nuoc-mam-phu-sang/'],
  ['product, expired', '/san-pham/nuoc-mam-tung-van/'],
  ['producer', '/chu-the/htx-dich-vu-che-bien-hai-san-phu-sang/'],
  ['commune', '/xa/ha-tinh/thien-cam/'],
  ['province', '/tinh/ha-tinh/'],
  ['list', '/san-pham/'],
  ['decision', '/quyet-dinh/ha-tinh-2394-qd-ubnd-2024/'],
  ['certificate', '/chung-nhan/nuoc-mam-phu-sang--ha-tinh-2394-qd-ubnd-2024/'],
  ['product, English', '/en/products/nuoc-mam-phu-sang/'],
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Bytes and Lighthouse (its mobile profile) per kind of page. Budget: 3 KB gz of script, 100 in all four, CLS 0. */
export async function run(): Promise<void> {
  const server = spawn(process.execPath, ['scripts/start.ts'], { env: { ...process.env, PORT: String(PORT), SITE_URL: `http://localhost:${PORT}`, DATA_DIR: 'var/bench/pages', LOG_LEVEL: 'silent' }, stdio: 'ignore' });
  const browser = await findBrowser();
  try {
    await ready();
    const rows: Record<string, Record<string, string | number>> = {};
    for (const [name, path] of PAGES) rows[name] = { ...(await bytes(path)), ...(await scores(path, browser)) };
    console.table(rows);
    console.log('budget: script 3 KB gz or less, no third party, CLS 0, Lighthouse 100 in all four');
  } finally {
    server.kill('SIGTERM');
  }
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const answer = await fetch(`http://localhost:${PORT}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(250);
  }
  throw new Error('the site did not come up');
}

async function bytes(path: string): Promise<Record<string, string>> {
  const read = async (url: string): Promise<string> => (await fetch(`http://localhost:${PORT}${url}`)).text();
  const html = await read(path);
  const styles = await Promise.all([...new Set([...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] as string))].map(read));
  const scripts = [...(await scriptFiles(html, read)).values()];
  const kb = (files: readonly string[]): string => `${(files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1024).toFixed(1)} KB`;
  return { 'html gz': kb([html]), 'css gz': kb(styles), 'script gz': kb(scripts), 'script files': String(scripts.length) };
}

async function scores(path: string, browser: { executablePath: string; args: string[] }): Promise<Record<string, string | number>> {
  const chrome = await launch({ chromePath: browser.executablePath, chromeFlags: ['--headless=new', ...browser.args], logLevel: 'silent' });
  try {
    const result = await lighthouse(`http://localhost:${PORT}${path}`, { port: chrome.port, onlyCategories: [...CATEGORIES], logLevel: 'silent' });
    if (result === undefined) throw new Error(`Lighthouse gave nothing for ${path}`);
    const { categories, audits } = result.lhr;
    const failed = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary').map((audit) => audit.id);
    return {
      ...Object.fromEntries(CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)])),
      CLS: audits['cumulative-layout-shift']?.numericValue?.toFixed(3) ?? '',
      LCP: audits['largest-contentful-paint']?.displayValue ?? '',
      failed: failed.join(' '),
    };
  } finally {
    chrome.kill();
  }
}
