import { createRequire } from 'node:module';
import { defineConfig } from 'astro/config';
import { renderAdapter } from './src/publish/astro-adapter.mjs';
import { traceWorker } from './src/publish/trace-worker-build.mjs';
import { plainImport } from './src/publish/plain-import.mjs';

/** The WebAssembly that the code reader was made for: another version of it may lie beside, and would not fit. */
const readerWasm = createRequire(createRequire(import.meta.url).resolve('barcode-detector')).resolve('zxing-wasm/reader/zxing_reader.wasm');

export default defineConfig({
  output: 'server',
  trailingSlash: 'always',
  adapter: renderAdapter(),
  integrations: [traceWorker()],
  build: { inlineStylesheets: 'never', assets: 'assets' },
  // The publisher answers redirects and refuses foreign origins itself; Astro computes the hashes.
  security: { csp: true, checkOrigin: false },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: { plugins: [plainImport()], resolve: { alias: [{ find: /^zxing-reader\.wasm/, replacement: readerWasm }] } },
});
