/**
 * The smallest Astro adapter: the build exports `render(request, view)` and nothing listens.
 * The publisher calls it for each changed page and the server for pages on demand (docs/adr/0002-publisher.md).
 */
export function renderAdapter() {
  return {
    name: 'ocop-render',
    hooks: {
      // Without publisher and server nobody gives the pages their view.
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command === 'dev') addMiddleware({ order: 'pre', entrypoint: new URL('./dev-middleware.ts', import.meta.url) });
      },
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'ocop-render',
          serverEntrypoint: new URL('./astro-entry.mjs', import.meta.url),
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        }),
    },
  };
}
