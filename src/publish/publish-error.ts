const SHOWN = 10;

/** Pages that could not be made; the site stays as it was. */
export class PublishError extends Error {
  constructor(failures: readonly { path: string; error: unknown }[]) {
    const shown = failures.slice(0, SHOWN).map(({ path, error }) => `  ${path}: ${error instanceof Error ? error.message : String(error)}`);
    const rest = failures.length > SHOWN ? [`  … and ${failures.length - SHOWN} more`] : [];
    super([`${failures.length} page(s) could not be made; the published site stays as it was:`, ...shown, ...rest].join('\n'), {
      cause: failures[0]?.error,
    });
    this.name = 'PublishError';
  }
}
