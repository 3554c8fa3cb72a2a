import type { ReportView } from '../../../src/publish/report-view.ts';
import { reportDoor } from '../../../src/server/reports/report-door.ts';
import type { DialectName } from '../../../src/server/db/open-database.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { freshDatabase, MORNING } from '../db/fresh-database.ts';

export const SITE_URL = 'https://ocop.example';
export const GOOD = { viec: 'bad-goods', 'thay-gi': 'Chai bị phồng nắp, mùi lạ, mua ở chợ.', ve: '/san-pham/nuoc-mam/' };

/** The door with a database of its own; its renderer gives back what it was asked to show. */
export interface DoorUnderTest {
  db: Database;
  clock: { now: number };
  faults: string[];
  get(path: string, method?: string): Promise<Response>;
  send(fields: Readonly<Record<string, string | File>>, more?: { path?: string; address?: string; headers?: Record<string, string>; plain?: boolean }): Promise<Response>;
}

export async function openDoor({ dialect = 'sqlite', officeEmail = 'vp@example.vn', render }: { dialect?: DialectName; officeEmail?: string; render?: () => Promise<Response> } = {}): Promise<DoorUnderTest> {
  const db = await freshDatabase(dialect);
  const clock = { now: MORNING };
  const faults: string[] = [];
  const door = reportDoor({
    db,
    now: () => clock.now,
    siteUrl: SITE_URL,
    mail: officeEmail === '' ? undefined : { to: officeEmail, domain: 'ocop.example' },
    render: render ?? (async (path, report) => Response.json({ path, ...report })),
    onError: (error, what) => faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
  });
  return {
    db,
    clock,
    faults,
    get: (path, method = 'GET') => door.answer(new Request(SITE_URL + path, { method }), { address: '203.0.113.7' }),
    send(fields, { path = '/phan-anh/gui/', address = '203.0.113.7', headers = { origin: SITE_URL, 'sec-fetch-site': 'same-origin' }, plain = false } = {}) {
      const form = plain ? new URLSearchParams() : new FormData();
      for (const [name, value] of Object.entries(fields)) (form as FormData).set(name, value as string);
      return door.answer(new Request(SITE_URL + path, { method: 'POST', headers, body: form }), { address });
    },
  };
}

export async function shownOf(answer: Response): Promise<ReportView & { path: string }> {
  return (await answer.json()) as ReportView & { path: string };
}

/** The fields at fault, as they were named. */
export async function faultsOf(answer: Response): Promise<Record<string, string>> {
  const view = await shownOf(answer);
  if (view.step !== 'form') throw new Error(`shows ${view.step}`);
  return Object.fromEntries(view.problems.map(({ field, text }) => [field, text]));
}
