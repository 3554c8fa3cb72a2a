import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { dayInVietnam, type IsoDate } from '../domain/calendar-day.ts';
import type { Problem } from '../domain/problem.ts';
import { openMedia } from '../media/media-files.ts';
import { productPhotographs, type ProductPhotographs } from '../media/product-photographs.ts';
import { builtDigest } from '../publish/astro-build.ts';
import { registerDigest } from '../publish/page-inputs.ts';
import { publish, withSnapshot, type PublishReport } from '../publish/publish.ts';
import { openPublishStore, type PublishStore } from '../publish/publish-store.ts';
import { openRenderer, type Renderer } from '../publish/renderer.ts';
import type { View } from '../publish/view.ts';
import type { Environment } from './env.ts';
import type { OpenApp } from './http/site-app.ts';
import { openSiteServer, type SiteServer } from './http/site-server.ts';
import { openLog } from './log.ts';

/** What is published: the records, and their photographs in the sizes that pages use. */
export interface Register {
  catalogue: Catalogue;
  photographs: ProductPhotographs['byProduct'];
}

/** The real parts of the site, put together. Time comes from the machine here and nowhere deeper. */
export interface Site {
  /** All problems at once; no register when one of them is an error. */
  load(onProgress?: (done: number, total: number) => void): Promise<{ register?: Register; problems: readonly Problem[] }>;
  /** Throws when `dist` holds no finished build, or a page cannot be made. */
  publish(register: Register, options?: PublishChoices): Promise<PublishReport>;
  /** Loads what is published already; nothing listens yet. */
  openServer(): Promise<SiteServer>;
  hasPublished(): Promise<boolean>;
  openApp: OpenApp;
}

export interface PublishChoices {
  mode?: View['mode'];
  /** Another store than that of the served site. */
  store?: PublishStore;
  onProgress?: (done: number, total: number) => void;
}

/** `root` is the project's folder. */
export async function composeSite(root: string, environment: Environment): Promise<Site> {
  const { siteUrl, dataDir, samples } = environment;
  const store = await openPublishStore(join(dataDir, 'publish'));
  const log = openLog(environment.logLevel);
  const clientDir = join(root, 'dist', 'client');
  const contentDir = join(root, 'content');
  const load: Site['load'] = async (onProgress = () => undefined) => {
    const { catalogue, problems } = loadCatalogue({ contentDir, samples, cacheDir: join(dataDir, 'cache'), today: today() });
    if (catalogue === undefined) return { problems };
    const photographs = await productPhotographs({ products: catalogue.products, contentDir, cacheDir: mediaCache(dataDir), onProgress });
    const all = [...problems, ...photographs.problems];
    return all.some(({ severity }) => severity === 'error') ? { problems: all } : { register: { catalogue, photographs: photographs.byProduct }, problems: all };
  };

  const openApp: OpenApp = async (manifest) => {
    const { register } = await load();
    if (register === undefined || registerDigest(register.catalogue, register.photographs) !== manifest.register) return undefined;
    const renderer = await openBuiltRenderer(root);
    if (renderer.build !== manifest.build) return undefined;
    const catalogue = withSnapshot(register.catalogue, manifest.snapshot);
    const { asOf, siteUrl: publishedUrl, mode } = manifest;
    const view: View = { catalogue, photographs: register.photographs, asOf, siteUrl: publishedUrl, mode };
    const media = openMedia({ catalogue, asOf, cacheDir: mediaCache(dataDir), publicDir: join(root, 'public') });
    return {
      render: (address) => renderer.render(address, view),
      media: async (path) => (await media.shareImage(path)) ?? (await media.photograph(path))?.body,
    };
  };

  return {
    load,
    openApp,
    publish: async (register, { mode, store: other, onProgress } = {}) =>
      publish({
        ...register,
        siteUrl,
        clientDir,
        asOf: today(),
        store: other ?? store,
        renderer: await openBuiltRenderer(root),
        ...(mode === undefined ? {} : { mode }),
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    openServer: () =>
      openSiteServer({
        store,
        siteUrl,
        openApp,
        cacheBytes: environment.cacheBytes,
        onError: (error, what) => log.error({ err: error }, what),
      }),
    hasPublished: async () => (await store.currentNumber()) !== undefined,
  };
}

/** Where derivatives of pictures are kept between publishes. */
const mediaCache = (dataDir: string): string => join(dataDir, 'cache', 'media');

async function openBuiltRenderer(root: string): Promise<Renderer> {
  const build = await builtDigest(root);
  if (build === undefined) throw new Error('the site is not built yet: run "npm run build" first, or "npm start", which does it all');
  return openRenderer(join(root, 'dist'), build);
}

function today(): IsoDate {
  return dayInVietnam(Date.now());
}
