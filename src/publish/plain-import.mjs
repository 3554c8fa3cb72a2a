const HELPER = '\0vite/preload-helper.js';

/**
 * Scripts that load code on a tap ask for it by a plain `import()`. The bundler's helper around it, which would fetch the
 * styles and imports of that code ahead, is three times as long as the script itself; such code has no styles here.
 */
export function plainImport() {
  return {
    name: 'ocop-plain-import',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
