import { join } from 'node:path';
import { buildCatalogue } from '../../catalogue/snapshot.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { readRegister } from '../../catalogue/read-register.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { LastPublish } from '../../publish/desk-page.ts';
import type { Renderer } from '../../publish/renderer.ts';
import { openDatabase } from '../db/open-database.ts';
import type { WebDoor } from '../http/web-door.ts';
import { enqueueExpiryReminders } from '../mail/enqueue-expiry-reminders.ts';
import { domainOf, openTransport } from '../mail/open-transport.ts';
import { startOutboxWorker } from '../mail/outbox-worker.ts';
import { answerDesk, isDeskPath } from './answer-desk.ts';
import { resumeChanges } from './changes/resume-changes.ts';
import type { DeskParts, PublishAsk } from './desk-parts.ts';
import { deskRoutes } from './desk-routes.ts';
import { renderDeskPage } from './render-desk-page.ts';

export interface OfficeSettings {
  contentDir: string;
  dataDir: string;
  mediaCacheDir: string;
  siteUrl: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Undefined: nobody is reminded. */
  officeEmail: string | undefined;
}

export interface OfficeParts {
  settings: OfficeSettings;
  now: () => number;
  /** The catalogue that was read last and had no errors; undefined while there was none. */
  catalogue: () => Promise<Catalogue | undefined>;
  renderer: () => Promise<Renderer>;
  publish: (ask: PublishAsk) => Promise<{ published: true } | { problem: string }>;
  lastPublish: () => Promise<LastPublish | undefined>;
  onError: (error: unknown, what: string) => void;
}

/** The desk with its database and its mail, for as long as a server runs. */
export interface Office {
  door: WebDoor;
  /** Writes the mails that are due today; as often as wanted. */
  remind(): Promise<void>;
  close(): Promise<void>;
}

/** Throws with one sentence when the database cannot be opened. What a stop left half done is finished first. */
export async function openOffice(parts: OfficeParts): Promise<Office> {
  const { settings, now, onError } = parts;
  const { dataDir, siteUrl, mailFrom } = settings;
  const db = await openDatabase({ dataDir, databaseUrl: settings.databaseUrl }, now);
  const desk = deskParts(parts, db);
  try {
    await resumeChanges(desk);
  } catch (error) {
    onError(error, 'a change that was stopped half-way could not be finished');
  }
  const routes = deskRoutes(desk);
  const transport = openTransport({ smtpUrl: settings.smtpUrl, from: mailFrom, dataDir });
  const worker = startOutboxWorker({ db, transport, now, onError: (error) => onError(error, 'the outbox') });
  return {
    door: { takes: isDeskPath, answer: (request, visitor) => answerDesk(routes, request, visitor) },
    async remind() {
      const catalogue = await parts.catalogue();
      if (settings.officeEmail === undefined || catalogue === undefined) return;
      await enqueueExpiryReminders({ db, catalogue, now: now(), to: settings.officeEmail, siteUrl, domain: domainOf(mailFrom) });
    },
    async close() {
      await worker.stop();
      transport.close();
      await db.destroy();
    },
  };
}

function deskParts({ settings, now, catalogue, renderer, publish, lastPublish, onError }: OfficeParts, db: DeskParts['db']): DeskParts {
  const { contentDir, dataDir, mediaCacheDir, siteUrl } = settings;
  const view = async () => ({ catalogue: (await catalogue()) ?? emptyCatalogue(contentDir), asOf: dayInVietnam(now()), siteUrl, mode: 'server' as const });
  return {
    db,
    now,
    siteUrl,
    contentDir,
    cacheFile: join(dataDir, 'cache', 'records-desk.v8'),
    mediaCacheDir,
    publish,
    lastPublish,
    onError,
    renderPage: renderDeskPage(async () => ({ renderer: await renderer(), view: await view() })),
  };
}

/** The desk opens even while the records have errors: that is when it is needed. */
function emptyCatalogue(contentDir: string): Catalogue {
  const { register, places } = readRegister(contentDir, { samples: false });
  return buildCatalogue({ ...register, products: [], producers: [], decisions: [], moved: [] }, places);
}
