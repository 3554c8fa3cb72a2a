/** Asks the service worker to keep this trace page, and, unless the reader saves data, the table of all packs. */
import { traceWorkerPath } from '../paths.ts';
import type { KeepMessage } from './trace-worker-scope.ts';

/** In browsers inside apps and in private windows there may be none; the page needs none. */
const workers = (navigator as Partial<Navigator>).serviceWorker;
const scope = /^(?:\/(?:en|ko|zh))?\/(?:01|t)\//i.exec(location.pathname)?.[0];
const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };

if (workers !== undefined && scope !== undefined) {
  addEventListener('load', () => {
    workers
      .register(traceWorkerPath, { scope })
      .then(() => workers.ready)
      .then(({ active }) => active?.postMessage(message()))
      .catch(() => undefined);
  });
}

function message(): KeepMessage {
  const made = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\/(?:assets|media)\//.test(name));
  const proofs = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/data/proof/"]')].map(({ href }) => href);
  const isSlow = connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
  return { keep: [location.href, ...made, ...proofs], tables: !isSlow };
}
