import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Puts the service worker of trace pages at the root of the site: a worker serves no pages above its own folder, and a
 * hashed name would be another worker with every build. One file without imports, which every browser with workers reads.
 */
export function traceWorker() {
  return {
    name: 'ocop-trace-worker',
    hooks: {
      'astro:build:done': ({ dir }) =>
        build({
          configFile: false,
          logLevel: 'error',
          publicDir: false,
          build: {
            outDir: fileURLToPath(dir),
            emptyOutDir: false,
            copyPublicDir: false,
            modulePreload: false,
            lib: { entry: fileURLToPath(new URL('../browser/trace-worker.ts', import.meta.url)), formats: ['iife'], name: 'traceWorker', fileName: () => 'trace-worker.js' },
          },
        }),
    },
  };
}
