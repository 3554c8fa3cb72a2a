import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { dayInVietnam, type IsoDate } from '../domain/calendar-day.ts';
import { formatProblem, type Problem } from '../domain/problem.ts';
import { keepLotDocuments } from '../media/lot-documents.ts';
import { openMedia } from '../media/media-files.ts';
import { productPhotographs, type ProductPhotographs } from '../media/product-photographs.ts';
import { builtDigest } from '../publish/astro-build.ts';
import { appDir, hasApp, keepApp } from '../publish/kept-apps.ts';
import { registerDigest } from '../publish/page-inputs.ts';
import type { PublishLogEntry } from '../publish/publish-log.ts';
import type { PublishReport } from '../publish/publish-options.ts';
import { withSnapshot } from '../publish/publish-run.ts';
import { openPublishStore, type PublishStore } from '../publish/publish-store.ts';
import { openPublisher } from '../publish/publisher.ts';
import { openRenderer, type Renderer } from '../publish/renderer.ts';
import { keptPublishes, type RollbackReport } from '../publish/rollback.ts';
import type { UpdateReason } from '../publish/site-update.ts';
import { placesOf } from '../publish/status-index-file.ts';
import type { View } from '../publish/view.ts';
import { isListedSerial } from '../trace/listed-serial.ts';
import { proofsOf } from '../trace/signing/proofs.ts';
import { signingOf } from '../trace/signing/signing.ts';
import { awaitBatch } from './automatic/await-batch.ts';
import { everyDay } from './automatic/every-day.ts';
import { openAutomatic, type Automatic, type AutomaticParts } from './automatic/open-automatic.ts';
import { RegisterErrors } from './automatic/register-errors.ts';
import { tellLog } from './automatic/tell-results.ts';
import { realTimers } from './automatic/timers.ts';
import { touchedPaths } from './automatic/touched-paths.ts';
import { lastPublishOf } from './desk/last-publish.ts';
import { openOffice } from './desk/open-office.ts';
import { publishInTurn } from './desk/publish-in-turn.ts';
import type { Environment } from './env.ts';
import type { OpenApp } from './http/site-app.ts';
import { openSiteServer, type SiteServer } from './http/site-server.ts';
import type { ServedState } from './http/site-state.ts';
import { openLog } from './log.ts';
import { recentRegisters } from './recent-registers.ts';
import { API_OPERATIONS } from './api/operations.ts';
import { openApiDoor } from './api/openapi-door.ts';
import { openSearch } from './search/open-search.ts';
import { searchDoor } from './search/search-door.ts';
import { searchRate } from './search/search-rate.ts';
import { makeFirstKey } from './signing/first-key.ts';
import { openKeyFile } from './signing/key-file.ts';

/** What is published: the records, and their photographs in the sizes that pages use. */
export interface Register {
  catalogue: Catalogue;
  photographs: ProductPhotographs['byProduct'];
}

/** The real parts of the site, put together. Time comes from the machine here and nowhere deeper. */
export interface Site {
  /** Where the served site is published. */
  store: PublishStore;
  /** All problems at once; no register when one of them is an error. `touched`: see `LoadOptions`. */
  load(onProgress?: (done: number, total: number) => void, touched?: readonly string[]): Promise<{ register?: Register; problems: readonly Problem[] }>;
  /**
   * Throws when `dist` holds no finished build, or a page cannot be made. What is published is served by the servers of
   * this process when it resolves, the status lists before that.
   */
  publish(register: Register, options?: PublishChoices): Promise<PublishReport>;
  /** Makes the key that signs certificates where there is none; its thumbprint, or undefined. Throws `KeyFileError`. */
  makeFirstKey(): Promise<string | undefined>;
  /** Puts an earlier publish in force again; the one before when `to` is not said. */
  rollBack(to?: number): Promise<RollbackReport>;
  /** Publishes that can be brought back, newest first; the first is in force. */
  publishes(): Promise<PublishLogEntry[]>;
  /** Loads what is published already; nothing listens yet. */
  openServer(): Promise<SiteServer>;
  hasPublished(): Promise<boolean>;
  openApp: OpenApp;
  /** Publishes by itself until it is stopped; a server does so as its settings say. */
  openAutomatic(choices: Pick<AutomaticParts, 'watch' | 'catchUp' | 'onResult'>): Promise<Automatic>;
}

export interface PublishChoices {
  mode?: View['mode'];
  /** Another store than that of the served site. */
  store?: PublishStore;
  /** What led to it; a command when it is not said. */
  why?: readonly UpdateReason[];
  /** Publishes also what a rollback took away, and looks at every page. */
  force?: boolean;
  /** See `PublishOptions`. */
  staysReady?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/** `root` is the project's folder. */
export async function composeSite(root: string, environment: Environment): Promise<Site> {
  const { siteUrl, dataDir, samples } = environment;
  const publishDir = join(dataDir, 'publish');
  const store = await openPublishStore(publishDir);
  const publisher = openPublisher(store);
  const registers = recentRegisters();
  const touched = touchedPaths();
  const keyFile = openKeyFile(dataDir);
  const servers = new Set<SiteServer>();
  /** What was switched to is served before the publish goes on. */
  const onSwitch = async (): Promise<void> => void (await Promise.all([...servers].map((server) => server.reload())));
  const log = openLog(environment.logLevel);
  const contentDir = environment.contentDir ?? join(root, 'content');
  const onError = (error: unknown, what: string): void => log.error({ err: error }, what);
  let latest: Catalogue | undefined;
  const load: Site['load'] = async (onProgress = () => undefined, touched) => {
    const { catalogue, problems } = loadCatalogue({ contentDir, samples, cacheDir: join(dataDir, 'cache'), touched, today: today() });
    if (catalogue === undefined) return { problems };
    latest = catalogue;
    const photographs = await productPhotographs({ products: catalogue.products, lots: catalogue.lots, contentDir, cacheDir: mediaCache(dataDir), onProgress });
    const vanished = await keepLotDocuments({ catalogue, contentDir, cacheDir: mediaCache(dataDir) });
    const all = [...problems, ...photographs.problems, ...vanished];
    return all.some(({ severity }) => severity === 'error') ? { problems: all } : { register: { catalogue, photographs: photographs.byProduct }, problems: all };
  };

  const openBuiltRenderer = async (): Promise<Renderer> => {
    const builtNow = (): Promise<string | undefined> => builtDigest(root);
    const build = await builtNow();
    if (build === undefined) throw new Error('the site is not built yet: run "npm run build" first, or "npm start", which does it all');
    await keepApp({ distDir: join(root, 'dist'), publishDir, build, modulesDir: join(root, 'node_modules'), builtNow });
    return openRenderer(appDir(publishDir, build), build);
  };
  /** The app as it was when its build was published; `dist` may hold another one by now. */
  const openPublishedRenderer = async (build: string): Promise<Renderer | undefined> => {
    if (await hasApp(publishDir, build)) return openRenderer(appDir(publishDir, build), build);
    return (await builtDigest(root)) === build ? openBuiltRenderer() : undefined;
  };

  const openApp: OpenApp = async (manifest) => {
    const register = registers.find(manifest.register) ?? (await load()).register;
    if (register === undefined || registerDigest(register.catalogue, register.photographs) !== manifest.register) return undefined;
    registers.add(manifest.register, register);
    const renderer = await openPublishedRenderer(manifest.build);
    if (renderer === undefined) return undefined;
    const catalogue = withSnapshot(register.catalogue, manifest.snapshot);
    const { asOf, siteUrl: publishedUrl, mode } = manifest;
    // A key that is not published yet would be unknown to everybody; a damaged file stops the next publish, not this.
    const signing = signingOf(await keyFile.read().catch(() => []));
    const proofs = signing && signing.digest === manifest.keys && proofsOf({ catalogue, siteUrl: publishedUrl, signing, statusIndex: await placesOf(catalogue, contentDir, publishDir) });
    const view: View = { catalogue, photographs: register.photographs, asOf, siteUrl: publishedUrl, mode, ...(proofs && { proofs }) };
    const media = openMedia({ catalogue, asOf, cacheDir: mediaCache(dataDir), publicDir: join(root, 'public') });
    return {
      view,
      render: (address, more) => renderer.render(address, more === undefined ? view : { ...view, ...more }),
      isListed: (address) => isListedSerial(catalogue, address),
      media: async (path) => (await media.shareImage(path)) ?? (await media.photograph(path))?.body ?? (await media.document(path))?.body,
    };
  };

  const publishRegister = async (register: Register, { store: other, ...choices }: PublishChoices = {}): Promise<PublishReport> => {
    registers.add(registerDigest(register.catalogue, register.photographs), register);
    const renderer = await openBuiltRenderer();
    const statusIndex = await placesOf(register.catalogue, contentDir, publishDir);
    const report = await (other === undefined ? publisher : openPublisher(other)).publish({
      ...register,
      ...choices,
      statusIndex,
      signing: signingOf(await keyFile.read()),
      siteUrl,
      renderer,
      clientDir: join(appDir(publishDir, renderer.build), 'client'),
      asOf: today(),
      now: Date.now,
      ...(other === undefined && { onSwitch }),
    });
    if (report.afterwards !== undefined) onError(report.afterwards, 'the publish is live, but its log or the tidying after it failed');
    return report;
  };

  /** What the records say now goes out, and the server shows it before this resolves. Throws {@link RegisterErrors}. */
  const publishRecords = publishInTurn(async ({ why, force = false }: { why: readonly UpdateReason[]; force?: boolean }) => {
    await awaitBatch(contentDir, realTimers);
    // Only a watcher that reported the change itself has told of all of them by now.
    const seen = touched.take();
    const { register, problems } = await load(undefined, why.every((reason) => reason === 'content') ? seen : undefined);
    if (register === undefined) throw new RegisterErrors(problems);
    return publishRegister(register, { why, force, staysReady: true });
  });
  const publishNow = async (force = false): Promise<{ published: true } | { problem: string }> => {
    try {
      await publishRecords({ why: ['desk'], force });
      return { published: true };
    } catch (error) {
      if (!(error instanceof RegisterErrors)) throw error;
      return { problem: error.problems.filter(({ severity }) => severity === 'error').map((problem) => formatProblem(problem, 'vi')).join(' ') };
    }
  };

  const catalogueNow = async (): Promise<Catalogue | undefined> => latest ?? (await load()).register?.catalogue;
  const openSelf: Site['openAutomatic'] = (choices) =>
    openAutomatic({
      ...choices,
      contentDir,
      dataDir,
      publishWebhookSecret: environment.publishWebhookSecret,
      now: Date.now,
      timers: realTimers,
      store,
      catalogue: catalogueNow,
      onTouched: touched.add,
      publish: (why) => publishRecords({ why }),
      onError,
    });

  return {
    store,
    load,
    openApp,
    rollBack: (to) => publisher.rollBack({ ...(to !== undefined && { to }), now: Date.now, onSwitch }),
    publishes: () => keptPublishes(store),
    publish: publishRegister,
    makeFirstKey: () => makeFirstKey(keyFile, today()),
    openServer: async () => {
      let served: View | undefined;
      const office = await openOffice({
        settings: { ...environment, contentDir, mediaCacheDir: mediaCache(dataDir) },
        now: Date.now,
        catalogue: catalogueNow,
        served: () => served,
        renderer: openBuiltRenderer,
        publish: () => publishNow(),
        site: {
          publishes: () => keptPublishes(store),
          heldAt: async () => (await store.current())?.rollback?.to,
          rollBack: async (to) => (await publisher.rollBack({ to, now: Date.now, onSwitch })).manifest.number,
          publishAnew: () => publishNow(true),
        },
        lastPublish: () => lastPublishOf(store),
        onError,
      });
      const automatic = await openSelf({ watch: environment.watch, catchUp: environment.watch || environment.publishWebhookSecret !== undefined, onResult: tellLog(log) });
      const searching = openSearch({ settings: environment.meilisearch, dataDir, now: Date.now, timers: realTimers, log, onError });
      const search = searchDoor({ search: searching.search, siteUrl, now: Date.now, rate: searchRate(Date.now), onSearch: (searched) => void office.countSearch(searched), onError });
      const api = openApiDoor(API_OPERATIONS, { siteUrl, title: 'OCOP catalogue' });
      const doors = [...office.doors, automatic.door, search, api];
      const onServed = ({ app }: ServedState): void => {
        served = app?.view;
        searching.take(served);
      };
      const server = await openSiteServer({ store, siteUrl, openApp, cacheBytes: environment.cacheBytes, doors, trustProxy: environment.trustProxy, onServed, onError });
      servers.add(server);
      const reminders = everyDay(realTimers, Date.now, () => office.remind().catch((error: unknown) => onError(error, 'reminders of stars that end')));
      const housekeeping = everyDay(realTimers, Date.now, () => office.tidy().catch((error: unknown) => onError(error, 'deleting what is no longer needed')));
      return {
        ...server,
        async close(graceMs) {
          reminders.stop();
          housekeeping.stop();
          await automatic.stop();
          servers.delete(server);
          searching.close();
          await server.close(graceMs);
          await office.close();
        },
      };
    },
    openAutomatic: openSelf,
    hasPublished: async () => (await store.currentNumber()) !== undefined,
  };
}

/** Where derivatives of pictures are kept between publishes. */
const mediaCache = (dataDir: string): string => join(dataDir, 'cache', 'media');

function today(): IsoDate {
  return dayInVietnam(Date.now());
}
