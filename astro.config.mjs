import { defineConfig } from 'astro/config';
import { renderAdapter } from './src/publish/astro-adapter.mjs';

export default defineConfig({
  output: 'server',
  trailingSlash: 'always',
  adapter: renderAdapter(),
  build: { inlineStylesheets: 'never', assets: 'assets' },
  // The publisher answers redirects and refuses foreign origins itself; Astro computes the hashes.
  security: { csp: true, checkOrigin: false },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
