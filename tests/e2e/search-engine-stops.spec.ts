import { expect, test } from '@playwright/test';
import { startSearchSite, type EngineState } from './search-site.ts';

for (const state of ['hangs', 'refuses'] as const satisfies readonly EngineState[]) {
  test(`the engine ${state} in the middle of the typing: results keep coming, and nothing false is told`, async ({ page }) => {
    const site = await startSearchSite();
    const told: string[] = [];
    page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
    page.on('response', (response) => response.status() >= 400 && told.push(`${response.status()} ${response.url()}`));
    await page.goto(`${site.url}/tim-kiem/`);
    const [field, title] = [page.locator('#tim'), page.locator('#ket-qua')];
    await field.pressSequentially('nuoc', { delay: 30 });
    await expect(title).toContainText('“nuoc”');
    expect(new Set(site.answeredBy)).toEqual(new Set(['meilisearch']));

    site.engine.state = state;
    await field.pressSequentially(' mam phu sang', { delay: 60 });
    await expect(title).toContainText('“nuoc mam phu sang”');
    await expect(page.locator('.results-grid .card').first()).toContainText('Nước mắm Phú Sáng');
    expect(site.answeredBy.at(-1)).toBe('embedded');
    await expect(page.locator('.problem')).toHaveCount(0);
    await expect(page.locator('[data-results]')).not.toHaveAttribute('aria-busy');
    const count = /^(\S+) sản phẩm/.exec((await title.textContent()) ?? '')?.[1];
    expect(Number(count)).toBe(await page.locator('.results-grid .card').count());
    expect(site.faults.filter((fault) => fault.includes('Meilisearch')).length).toBe(1);

    site.engine.state = 'answers';
    await expect.poll(async () => {
      await field.press('End');
      await field.press('Space');
      await field.press('Backspace');
      return site.answeredBy.at(-1);
    }, { timeout: 15_000 }).toBe('meilisearch');
    expect(told).toEqual([]);
    await site.stop();
  });
}
