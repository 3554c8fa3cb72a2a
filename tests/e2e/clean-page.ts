import { test as base, expect, type Page } from '@playwright/test';

/**
 * What goes wrong on a page, as it happens: a console error or warning, a failed or foreign request, a page error, a breach
 * of the content security policy. `origins`: whose requests are expected.
 */
export function watchFaults(page: Page, origins: readonly string[]): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A picture still on its way when the reader goes on to the next page is no fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !origins.some((origin) => request.url().startsWith(origin))) faults.push(`foreign: ${request.url()}`);
  });
  return faults;
}

/** A test whose page must stay clean; one that expects a fault takes it out of `faults`. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults = watchFaults(page, [baseURL as string]);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
