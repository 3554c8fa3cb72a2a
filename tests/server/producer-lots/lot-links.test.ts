import { beforeEach, describe, expect, test } from 'vitest';
import type { LotLinksView } from '../../../src/publish/desk-lot-link.ts';
import { findLotLink } from '../../../src/server/producer-lots/lot-link.ts';
import { shown } from '../desk/desk-under-test.ts';
import type { Clerk } from '../desk/changes/office.ts';
import { openLots, PRODUCT, type LotsUnderTest } from './lot-under-test.ts';

let lots: LotsUnderTest;
let lan: Clerk;
beforeEach(async () => {
  lots = await openLots();
  lan = await lots.office.clerk('Lan', 'editor');
});

const PATH = '/quan-ly/lien-ket-lo/';
const viewOf = async (answer: Response): Promise<LotLinksView> => ((await shown(answer)).content as unknown as { links: LotLinksView }).links;

describe('a link', () => {
  test('is made for a product with packs, in a message that is shown once', async () => {
    const offered = (await viewOf(await lan.get(PATH))).products;
    expect(offered).toEqual([`Nước mắm Phú Sáng · ${PRODUCT}`]);
    const view = await viewOf(await lan.send(PATH, { 'san-pham': offered[0] ?? '', 'so-ngay': '30' }));
    const message = view.made?.message ?? '';
    expect(message).toContain('Kính gửi HTX Dịch vụ chế biến hải sản Phú Sáng');
    expect(message).toContain('24/12/2026');
    const token = /http:\/\/localhost:4321\/chu-the-tra-loi\/([\w-]{43})\/$/.exec(message)?.[1] ?? '';
    expect(await findLotLink(lots.office.desk.db, token)).toMatchObject({ productId: PRODUCT, createdBy: 'Lan' });
    expect(JSON.stringify(await viewOf(await lan.get(PATH)))).not.toContain(token);
    expect(JSON.stringify(await lots.office.desk.db.selectFrom('audit').selectAll().execute())).not.toContain(token);
  });

  test('is listed with what came over it, and closed by a button', async () => {
    await lots.send(await lots.filled());
    const [line] = (await viewOf(await lan.get(PATH))).links;
    expect(line).toMatchObject({ product: 'Nước mắm Phú Sáng', state: 'open', sent: 1 });
    expect((await lan.send(`${PATH}${line?.id}/dong/`)).status).toBe(303);
    expect((await viewOf(await lan.get(PATH))).links[0]?.state).toBe('revoked');
    expect((await lots.open()).status).toBe(410);
  });

  test.each([
    ['nothing', '', 'Hãy chọn sản phẩm.'],
    ['a product that is not there', 'Rượu Không Có', 'Không có sản phẩm "Rượu Không Có" trong hồ sơ.'],
    ['a product without packs', 'ruou-sim', 'chưa có quy cách nào'],
    ['a product whose producer is not known', 'gao-xuyen-huong', 'Chưa rõ chủ thể của Gạo Xuyên Hương'],
    ['a practice product', 'mat-ong-mau', 'Không có sản phẩm "mat-ong-mau" trong hồ sơ.'],
  ])('for %s is refused with a reason', async (_, product, words) => {
    const answer = await lan.send(PATH, { 'san-pham': product, 'so-ngay': '90' });
    expect(answer.status).toBe(422);
    expect((await viewOf(answer)).problem).toContain(words);
  });

  test('is made by nobody who is not logged in', async () => {
    expect((await lots.office.desk.get(PATH)).status).toBe(303);
    expect((await lots.office.desk.post(PATH, { 'san-pham': PRODUCT })).status).toBe(303);
    expect(await lots.office.desk.db.selectFrom('lot_links').select('id').execute()).toHaveLength(1);
  });
});
