const HELPER = '\0vite/preload-helper.js';
/** What the words of a status on another day need, in either language. */
const TODAY = /\/src\/(?:browser\/recompute\.ts|domain\/(?:calendar-day|certificate-status|elapsed-share)\.ts|i18n\/format-date\.ts)$/;

/**
 * Scripts that load code on a tap or on another day ask for it by a plain `import()`. The bundler's helper around it, which would
 * fetch the styles and imports of that code ahead, and its list of names are three times as long as the script itself; such
 * code has no styles here. What recomputing needs is one file: small files compress badly.
 */
export function plainImport() {
  return {
    name: 'ocop-plain-import',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
    configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false, rolldownOptions: { output: { advancedChunks: { groups: [{ name: 'today', test: TODAY }] } } } } } : undefined),
  };
}
