import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './clean-page.ts';

export const CLERK = { name: 'Chị Lan', role: 'approver', passphrase: 'bốn từ dễ nhớ' } as const;

export async function logIn(page: Page): Promise<void> {
  await page.goto('/quan-ly/');
  await page.getByLabel('Tên').fill(CLERK.name);
  await page.getByLabel('Câu mật khẩu').fill(CLERK.passphrase);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
}

/** Light and dark: accessible, and no wider than the screen. */
export async function fitsAndIsClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
  expect(await tooWide(page), `${page.url()} is wider than the screen`).toEqual([]);
}

/** What sticks out on the right, when the page can be pushed sideways. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5);
    return ['page', ...out.map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`)];
  });
}
