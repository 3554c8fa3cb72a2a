import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProducerFormView } from '../../../src/publish/producer-form-view.ts';
import type { DialectName } from '../../../src/server/db/open-database.ts';
import { lotDoor } from '../../../src/server/producer-lots/lot-door.ts';
import { makeLotLink } from '../../../src/server/producer-lots/lot-link.ts';
import { openOffice, type Office } from '../desk/changes/office.ts';
import { SITE_URL } from '../desk/desk-under-test.ts';
import { NO_ORDERS } from '../desk/no-orders.ts';
import { plainView } from '../../page-data/plain-view.ts';

export const PRODUCT = 'nuoc-mam-phu-sang';
export const SKU = 'nuoc-mam-phu-sang-500';
type Form = Extract<ProducerFormView, { step: 'form' }>;

/** The desk over the tiny fixture, a product with one pack, and the form behind a link to it. */
export interface LotsUnderTest {
  office: Office;
  faults: string[];
  /** Sends a form; `token` is that of the first link when it is not said. */
  open(token?: string, query?: string): Promise<Response>;
  send(fields: Readonly<Record<string, string | File>>, token?: string): Promise<Response>;
  /** What a producer would send: a fresh form, filled in. */
  filled(more?: Readonly<Record<string, string>>): Promise<Record<string, string>>;
  token: string;
  linkId: string;
}

export async function openLots(dialect: DialectName = 'sqlite'): Promise<LotsUnderTest> {
  const office = await openOffice('fixture', dialect);
  const file = join(dirname(office.contentDir), `content/products/${PRODUCT}/product.yaml`);
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\npacks:\n  - sku: ${SKU}\n    label: Chai 500 ml\n    coveredByDecision: unknown\n`);
  const { db, clock } = office.desk;
  const faults: string[] = [];
  const { id: linkId, token } = await makeLotLink(db, { productId: PRODUCT, producerId: 'phu-sang', days: 90, who: 'Lan' }, clock.now);
  const door = lotDoor({
    db,
    now: () => clock.now,
    siteUrl: SITE_URL,
    contentDir: office.contentDir,
    mediaCacheDir: '/nowhere',
    publish: async () => ({ published: true }),
    catalogue: async () => plainView().catalogue, site: { publishes: async () => [], heldAt: async () => undefined, rollBack: async (to) => to, publishAnew: async () => ({ published: true }) },
    shop: NO_ORDERS,
    renderPage: async () => new Response(),
    mail: { to: 'vp@example.vn', domain: 'ocop.example' },
    lastPublish: async () => undefined,
    onError: (error, what) => faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    render: async (path, form) => Response.json({ path, ...form }),
  });
  const ask = (key: string, init: RequestInit, query = '') => door.answer(new Request(`${SITE_URL}/chu-the-tra-loi/${key}/${query}`, init), { address: '203.0.113.7' });
  const lots: LotsUnderTest = {
    office,
    faults,
    token,
    linkId,
    open: (key = token, query = '') => ask(key, {}, query),
    send(fields, key = token) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return ask(key, { method: 'POST', body: form });
    },
    async filled(more = {}) {
      const { sections } = await formOf(await lots.open());
      const fields = sections.flatMap((section) => section.fields).filter(({ kind }) => kind !== 'file' && kind !== 'tick');
      return { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...DECLARED, ...more };
    },
  };
  return lots;
}

export const DECLARED = {
  'ma-lo': 'NM-2611',
  'ngay-lam': '2026-11-02',
  'ngay-goi': '2026-11-10',
  'han-dung': '2028-11-10',
  'so-luong': '1.200',
  'dung-su-that': 'on',
};

export async function formOf(answer: Response): Promise<Form> {
  const view = (await answer.json()) as ProducerFormView;
  if (view.step !== 'form') throw new Error(`shows ${view.step}: ${view.reason}`);
  return view;
}

/** The sentence beside each field, and what stands in it. */
export function fieldsOf({ sections }: Form): Record<string, { value: string; problem: string | undefined }> {
  return Object.fromEntries(sections.flatMap((section) => section.fields).map(({ name, value, problem }) => [name, { value, problem }]));
}
