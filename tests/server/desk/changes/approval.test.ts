import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { HEADERS, NEW_ROW, openOffice, type Clerk, type Office } from './office.ts';

const ROW = [...NEW_ROW.slice(0, 2), 'HTX Dịch vụ chế biến hải sản Phú Sáng', ...NEW_ROW.slice(3)];
const DECISION = 'content/decisions/2026/ha-tinh-3100-qd-ubnd-2026.yaml';

let office: Office;
let lan: Clerk;
let hoa: Clerk;
let path: string;
beforeEach(async () => {
  office = await openOffice();
  lan = await office.clerk('Lan', 'approver');
  hoa = await office.clerk('Hoa', 'editor');
  path = await lan.drop([HEADERS, ROW]);
});

const written = (): boolean => existsSync(join(dirname(office.contentDir), DECISION));
const db = () => office.desk.db;

test('with two people sending does not write', async () => {
  await lan.send(`${path}gui/`);
  expect((await lan.change(path)).state).toBe('waiting');
  expect([written(), office.published]).toEqual([false, []]);
});

test('whoever brought it cannot approve it, though an approver', async () => {
  await lan.send(`${path}gui/`);
  expect((await lan.change(path)).may).toMatchObject({ approve: false, cannotApprove: 'nobody-else' });
  expect((await lan.send(`${path}duyet/`)).status).toBe(409);
  expect(written()).toBe(false);
});

test('an editor cannot approve what another brought', async () => {
  await lan.send(`${path}gui/`);
  expect((await hoa.send(`${path}duyet/`)).status).toBe(409);
  expect(written()).toBe(false);
});

test('whoever sent it cannot approve it either', async () => {
  const minh = await office.clerk('Minh', 'approver');
  await minh.send(`${path}gui/`);
  expect((await minh.change(path)).may).toMatchObject({ approve: false, cannotApprove: 'nobody-else' });
  expect((await minh.send(`${path}duyet/`)).status).toBe(409);
});

test('another approver approves: written, published, both names kept', async () => {
  const minh = await office.clerk('Minh', 'approver');
  await lan.send(`${path}gui/`);
  expect((await lan.change(path)).may.cannotApprove).toBe('own');
  expect((await minh.change(path)).may.approve).toBe(true);
  expect((await minh.send(`${path}duyet/`)).status).toBe(303);
  expect(written()).toBe(true);
  expect(office.published).toEqual([{ who: 'Minh', what: 'phu-luc.xlsx' }]);
  expect((await lan.change(path)).steps.map(({ what, who }) => [what, who])).toEqual([['created', 'Lan'], ['sent', 'Lan'], ['approved', 'Minh'], ['published', 'Minh']]);
});

test('of two approvals at once one counts', async () => {
  const minh = await office.clerk('Minh', 'approver');
  const tam = await office.clerk('Tâm', 'approver');
  await lan.send(`${path}gui/`);
  const answers = await Promise.all([minh.send(`${path}duyet/`), tam.send(`${path}duyet/`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(office.published).toHaveLength(1);
});

test('an approval is refused when the record was made meanwhile, and the change waits on', async () => {
  const minh = await office.clerk('Minh', 'approver');
  await lan.send(`${path}gui/`);
  const file = join(dirname(office.contentDir), 'content/products/nuoc-mam-huong-bien/product.yaml');
  const { mkdirSync } = await import('node:fs');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'name: Khác\nnameEn: Other\ndrawing: fish-sauce\nsources:\n  - title: x\n');
  const answer = await minh.send(`${path}duyet/`);
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('nuoc-mam-huong-bien/product.yaml đã thay đổi từ lúc xem');
  expect((await minh.change(path)).state).toBe('waiting');
  expect([written(), office.published]).toEqual([false, []]);
  await minh.send(`${path}tra-ve/`);
  expect((await lan.change(path)).state).toBe('draft');
});

test('a change can be withdrawn, and then nothing more can be done with it', async () => {
  await lan.send(`${path}bo/`);
  expect((await lan.change(path)).state).toBe('withdrawn');
  for (const deed of ['gui', 'duyet', 'hoan-tac', 'bo', 'tra-ve', 'xuat-ban', 'tra-loi']) expect((await lan.send(`${path}${deed}/`)).status).toBe(409);
  expect(written()).toBe(false);
});

test('an editor can neither undo nor withdraw what others brought', async () => {
  const minh = await office.clerk('Minh', 'approver');
  expect((await hoa.send(`${path}bo/`)).status).toBe(409);
  await lan.send(`${path}gui/`);
  await minh.send(`${path}duyet/`);
  expect((await hoa.send(`${path}hoan-tac/`)).status).toBe(409);
  expect(written()).toBe(true);
});

test('every deed asks for login and for the form of this session', async () => {
  const cookie = (await office.desk.enter('Lan')).cookie;
  for (const deed of ['lua-chon', 'tra-loi', 'hoi-lai', 'gui', 'duyet', 'tra-ve', 'bo', 'hoan-tac', 'xuat-ban']) {
    expect((await office.desk.post(`${path}${deed}/`, {}, { cookie })).status).toBe(403);
    expect((await office.desk.post(`${path}${deed}/`, {})).status).toBe(303);
  }
  expect((await db().selectFrom('changes').select('state').executeTakeFirst())?.state).toBe('draft');
});

test('an unknown change is a page that says so', async () => {
  expect((await lan.get('/quan-ly/thay-doi/khongcogi/')).status).toBe(404);
  expect((await lan.send('/quan-ly/thay-doi/khongcogi/gui/')).status).toBe(404);
});
