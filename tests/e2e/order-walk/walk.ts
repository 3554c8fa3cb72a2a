import type { Browser, Page } from '@playwright/test';
import { expect, watchFaults } from '../clean-page.ts';
import { fitsAndIsClean } from '../office-journey.ts';
import type { OfficeServer } from '../office-server.ts';
import { someone, type Buyer, type ShopLanguage } from '../shop-journey.ts';
import { look, PHONE } from './look.ts';
import type { Mailbox } from './mailbox.ts';

/** A running shop and the people around it. */
export interface Shop {
  browser: Browser;
  office: OfficeServer;
  mailbox: Mailbox;
  /** Logged in at the desk. */
  clerk: Page;
  /** Origins that a buyer is led to besides the shop's. */
  others: readonly string[];
}

export interface WalkChoices {
  way: string;
  language: ShopLanguage;
  script: boolean;
  name: string;
}

/** One buyer on the way through the shop. */
export interface Walk extends WalkChoices {
  /** `cod-vi-script`: names its pictures. */
  id: string;
  shop: Shop;
  page: Page;
  buyer: Buyer;
  faults: string[];
  /** After a step: a picture when wanted, and in the walks with script in Vietnamese accessibility and width are checked. */
  step(name: string, page?: Page): Promise<void>;
}

/** Pages that look alike whatever is the way to pay: checked once. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set(['product', 'cart', 'checkout', 'sent', 'delivered']);
const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** Opens a browser of the buyer's own on a phone, does the walk in it, and finds nothing wrong on the way. */
export async function walkThrough(shop: Shop, choices: WalkChoices, steps: (walk: Walk) => Promise<void>): Promise<void> {
  const { way, language, script, name } = choices;
  const id = `${way}-${language}-${script ? 'script' : 'plain'}`;
  const context = await shop.browser.newContext({ javaScriptEnabled: script, locale: LOCALES[language], timezoneId: 'Asia/Ho_Chi_Minh', baseURL: shop.office.url, viewport: PHONE });
  const page = await context.newPage();
  const faults = watchFaults(page, [shop.office.url, ...shop.others]);
  let count = 0;
  const step = async (what: string, seen = page): Promise<void> => {
    const isNew = way === 'cod' || !SAME_FOR_ALL.has(what);
    if (script && language === 'vi' && isNew && seen === page && page.url().startsWith(shop.office.url)) await fitsAndIsClean(page);
    count += 1;
    await look(seen, id, `${String(count).padStart(2, '0')}-${what}`);
  };
  try {
    await steps({ ...choices, id, shop, page, buyer: someone(name, id), faults, step });
    // Without script the total is agreed to once more; the browser notes that answer itself.
    expect(script ? faults : faults.filter((fault) => !/\b409\b/.test(fault))).toEqual([]);
  } finally {
    await context.close();
  }
}
