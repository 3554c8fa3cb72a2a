import type { Page } from '@playwright/test';
import { test as base } from '../clean-page.ts';
import { CLERK, logIn } from '../office-journey.ts';
import { startOffice, type OfficeServer } from '../office-server.ts';
import { PHONE } from './look.ts';
import { mailFolder } from './mailbox.ts';
import type { Shop } from './walk.ts';

/** A practice shop: cash, and payments that are pretended. One for all walks of a spec. */
export const practiceShop = base.extend<object, { office: OfficeServer; clerk: Page; shop: Shop }>({
  office: [
    async ({}, use) => {
      const office = await startOffice([CLERK]);
      await use(office);
      await office.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  clerk: [
    async ({ browser, office }, use) => {
      const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: PHONE, baseURL: office.url });
      const page = await context.newPage();
      await logIn(page);
      await use(page);
      await context.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  shop: [async ({ browser, office, clerk }, use) => use({ browser, office, clerk, mailbox: mailFolder(office.dataDir), others: [] }), { scope: 'worker' }],
  baseURL: async ({ office }, use) => use(office.url),
});
