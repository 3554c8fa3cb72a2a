import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium to test with: `CHROMIUM`, an installed one, else the one that comes as an npm package (Linux x64).
 * @throws Error with one sentence that says how to get one.
 */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const installed = [process.env['CHROMIUM'], ...INSTALLED].find((path) => path !== undefined && path !== '' && existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: quiet };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet] };
  }
  throw new Error('No Chromium found: install Chromium or Google Chrome, or set CHROMIUM to its program file, and run npm test again.');
}
