import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './clean-page.ts';
import { PAGE_KINDS } from './page-kinds.ts';

for (const path of PAGE_KINDS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} in ${colorScheme} has nothing for axe to find and fits a phone`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 780 });
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      expect(answer?.headers()['content-security-policy']).not.toContain('unsafe-inline');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 5).join(' | ')}`)).toEqual([]);
    });
  }

  test(`${path} has one heading 1, a language, a description, a canonical address and its twin`, async ({ page }) => {
    await page.goto(path);
    expect(await page.locator('h1').count()).toBe(1);
    const language = path.startsWith('/en/') ? 'en' : 'vi';
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect((await page.locator('meta[name=description]').getAttribute('content'))?.length).toBeGreaterThan(20);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${path.split('?')[0]}$`));
    const twin = await page.locator(`link[rel=alternate][hreflang=${language === 'vi' ? 'en' : 'vi'}]`).getAttribute('href');
    const answer = await page.request.get(new URL(twin as string).pathname);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain(`hreflang="${language}"`);
  });
}
