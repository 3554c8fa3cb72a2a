import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Where pictures of every step go; without SHOTS none are made. */
const FOLDER = process.env['SHOTS'] ?? '';
export const PHONE = { width: 360, height: 780 };
const WIDE = { width: 1280, height: 900 };

/** A picture of the whole page for people to look at: on a phone and on a desk, by day and by night. */
export async function look(page: Page, walk: string, step: string): Promise<void> {
  if (FOLDER === '') return;
  mkdirSync(join(FOLDER, walk), { recursive: true });
  for (const size of [PHONE, WIDE]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(FOLDER, walk, `${step}-${size.width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'light' });
}
