import type { APIContext, MiddlewareNext } from 'astro';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { dayInVietnam } from '../domain/calendar-day.ts';
import { formatProblem } from '../domain/problem.ts';

const RELOAD_MS = 2_000;
let loaded: { catalogue: Catalogue; at: number } | undefined;

/** Only under `astro dev`: gives each page its view from content/ as it is now; errors in it are shown in the browser. */
export function onRequest(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const now = Date.now();
  if (loaded === undefined || now - loaded.at > RELOAD_MS) loaded = { catalogue: load(now), at: now };
  context.locals.view = { catalogue: loaded.catalogue, asOf: dayInVietnam(now), siteUrl: context.url.origin, mode: 'server' };
  return next();
}

function load(now: number): Catalogue {
  const { catalogue, problems } = loadCatalogue({ contentDir: 'content', samples: true, cacheDir: 'var/cache', today: dayInVietnam(now) });
  if (catalogue !== undefined) return catalogue;
  throw new Error(problems.filter(({ severity }) => severity === 'error').map((problem) => formatProblem(problem)).join('\n'));
}
