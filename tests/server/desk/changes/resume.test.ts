import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { DeskParts } from '../../../../src/server/desk/desk-parts.ts';
import { addChange, findChange, moveChange } from '../../../../src/server/desk/changes/change-store.ts';
import { resumeChanges } from '../../../../src/server/desk/changes/resume-changes.ts';
import { filesIn } from '../../../importing/content-copy.ts';
import { MORNING } from '../../db/fresh-database.ts';
import { openOffice, type Office } from './office.ts';
import { plainView } from '../../../page-data/plain-view.ts';
import { NO_ORDERS } from '../no-orders.ts';

const RECORDS = [
  { path: 'content/producers/htx-thu.yaml', after: 'name: HTX Thử\nkind: cooperative\n' },
  { path: 'content/producers/phu-sang.yaml', before: 'name: HTX Dịch vụ chế biến hải sản Phú Sáng\nkind: cooperative\n', after: 'name: HTX Phú Sáng mới\nkind: cooperative\n' },
];

let office: Office;
let parts: DeskParts;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  const { db } = office.desk;
  parts = {
    db, now: () => MORNING, siteUrl: 'http://localhost:4321', contentDir: office.contentDir, mediaCacheDir: '/nowhere',
    publish: async () => ({ published: true }),
    catalogue: async () => plainView().catalogue, site: { publishes: async () => [], heldAt: async () => undefined, rollBack: async (to) => to, publishAnew: async () => ({ published: true }) }, renderPage: async () => new Response(), shop: NO_ORDERS, lastPublish: async () => undefined, onError: () => undefined,
  };
  id = await addChange(db, { kind: 'producer', title: 'Thử', createdBy: 'Lan', records: RECORDS, input: {} }, MORNING);
});

const put = (path: string, text: string): void => {
  const file = join(dirname(office.contentDir), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const state = async () => (await findChange(office.desk.db, id))?.state;
const move = (from: 'draft', to: 'writing' | 'undoing') => moveChange(office.desk.db, id, from, { state: to, approvedBy: 'Lan', alone: true, undoneBy: 'Lan' }, MORNING);

test('a change that was stopped before its records were written goes back to where it was', async () => {
  await move('draft', 'writing');
  await resumeChanges(parts);
  expect(await state()).toBe('draft');
});

test('a change that was stopped after its records were written is written', async () => {
  await move('draft', 'writing');
  for (const { path, after } of RECORDS) put(path, after);
  await resumeChanges(parts);
  expect(await state()).toBe('written');
  expect((await office.desk.db.selectFrom('audit').select('subject').where('action', '=', 'record-written').execute()).map(({ subject }) => subject)).toEqual(RECORDS.map(({ path }) => path));
});

test.each([0, 1, 2])('an undo that was stopped after %i records ends', async (done) => {
  const before = filesIn(office.contentDir);
  for (const { path, after } of RECORDS) put(path, after);
  await move('draft', 'undoing');
  if (done > 0) put('content/producers/phu-sang.yaml', RECORDS[1]?.before ?? '');
  if (done > 1) (await import('node:fs')).rmSync(join(office.contentDir, 'producers/htx-thu.yaml'));
  await resumeChanges(parts);
  expect(await state()).toBe('undone');
  expect(filesIn(office.contentDir)).toEqual(before);
  expect(existsSync(join(office.contentDir, '.dang-nhap'))).toBe(false);
});

test('run again it does nothing', async () => {
  await move('draft', 'writing');
  await resumeChanges(parts);
  const before = filesIn(office.contentDir);
  await resumeChanges(parts);
  expect([await state(), filesIn(office.contentDir)]).toEqual(['draft', before]);
});
