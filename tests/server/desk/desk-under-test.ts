import type { DeskPage, DeskRole } from '../../../src/publish/desk-page.ts';
import { FORM_TOKEN_FIELD } from '../../../src/publish/desk-page.ts';
import type { Database } from '../../../src/server/db/database.ts';
import type { DialectName } from '../../../src/server/db/open-database.ts';
import { answerDesk } from '../../../src/server/desk/answer-desk.ts';
import type { DeskParts } from '../../../src/server/desk/desk-parts.ts';
import { deskRoutes } from '../../../src/server/desk/desk-routes.ts';
import { hashPassphrase } from '../../../src/server/desk/passphrase.ts';
import { addUser } from '../../../src/server/desk/users.ts';
import { plainView } from '../../page-data/plain-view.ts';
import { freshDatabase, MORNING } from '../db/fresh-database.ts';
import { NO_ORDERS } from './no-orders.ts';

/** As little work as argon2 allows: these tests are not about its cost. */
export const CHEAP = { memoryKiB: 8, passes: 1 };
export const PASSPHRASE = 'bốn từ dễ nhớ';
export const SITE_URL = 'http://localhost:4321';
export const SAME_ORIGIN = { origin: SITE_URL, 'sec-fetch-site': 'same-origin' };

/** What the fake renderer was asked for; tests read it from the answer's body. */
export interface ShownPage extends DeskPage {
  path: string;
}

export interface DeskUnderTest {
  db: Database;
  clock: { now: number };
  faults: string[];
  user(name: string, role: DeskRole, passphrase?: string): Promise<void>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A form; `fields` may be a whole body of another kind. */
  post(path: string, fields: Record<string, string> | BodyInit, headers?: Record<string, string>, address?: string): Promise<Response>;
  logIn(name: string, passphrase?: string, headers?: Record<string, string>, address?: string): Promise<Response>;
  /** Logs in and gives back the Cookie header and the session's form token. */
  enter(name: string): Promise<{ cookie: string; formToken: string }>;
}

export async function openDesk({ siteUrl = SITE_URL, dialect = 'sqlite', db: given, ...more }: Partial<DeskParts> & { dialect?: DialectName } = {}): Promise<DeskUnderTest> {
  const db = given ?? (await freshDatabase(dialect));
  const clock = { now: MORNING };
  const faults: string[] = [];
  const routes = deskRoutes({
    db,
    siteUrl,
    now: () => clock.now,
    renderPage: async (path, page) => Response.json({ path, ...page }),
    lastPublish: async () => undefined,
    contentDir: '/nowhere/content',
    mediaCacheDir: '/nowhere/media',
    publish: async () => ({ published: true }),
    catalogue: async () => plainView().catalogue,
    site: { publishes: async () => [], heldAt: async () => undefined, rollBack: async (to) => to, publishAnew: async () => ({ published: true }) },
    shop: NO_ORDERS,
    unknownUserCost: CHEAP,
    onError: (error, what) => faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    ...more,
  });
  const send = (path: string, init: RequestInit, address = '203.0.113.7') => answerDesk(routes, new Request(siteUrl + path, { redirect: 'manual', ...init }), { address });
  const origin = { origin: siteUrl, 'sec-fetch-site': 'same-origin' };
  const desk: DeskUnderTest = {
    db,
    clock,
    faults,
    async user(name, role, passphrase = PASSPHRASE) {
      await addUser(db, { name, role, passphraseHash: await hashPassphrase(passphrase, CHEAP) }, clock.now);
    },
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}, address) => {
      const isFields = Object.getPrototypeOf(fields) === Object.prototype;
      return send(path, { method: 'POST', headers: { ...origin, ...headers }, body: isFields ? new URLSearchParams(fields as Record<string, string>) : (fields as BodyInit) }, address);
    },
    logIn: (name, passphrase = PASSPHRASE, headers, address) => desk.post('/quan-ly/dang-nhap/', { ten: name, 'mat-khau': passphrase }, headers, address),
    async enter(name) {
      const cookie = cookieOf(await desk.logIn(name));
      return { cookie, formToken: (await shown(await desk.get('/quan-ly/', { cookie }))).formToken ?? '' };
    },
  };
  return desk;
}

/** The Cookie header that a browser would send after an answer. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export async function shown(response: Response): Promise<ShownPage> {
  return (await response.json()) as ShownPage;
}

export const withToken = (formToken: string, fields: Record<string, string> = {}): Record<string, string> => ({ ...fields, [FORM_TOKEN_FIELD]: formToken });
