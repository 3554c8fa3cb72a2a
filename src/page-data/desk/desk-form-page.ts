import type { DeskForm } from '../../publish/desk-form.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';

export interface DeskFormPage {
  form: DeskForm;
  /** The entry of the menu under which it lies. */
  path: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskFormPage(view: View): DeskFormPage | undefined {
  const content = deskContent(view, 'form');
  return content && { form: content.form, path: content.path };
}
