import type { DeskForm } from '../../../../src/publish/desk-form.ts';

/** What a browser would send back without any change. */
export function sentBack(form: DeskForm): Record<string, string> {
  const fields = form.sections.flatMap((section) => section.fields).filter(({ kind, value }) => kind !== 'file' && !(kind === 'tick' && value === ''));
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}
