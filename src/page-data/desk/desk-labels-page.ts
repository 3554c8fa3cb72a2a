import type { LabelsView } from '../../publish/desk-labels.ts';
import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';

/** Undefined for a request that did not come through the desk's door. */
export function deskLabelsPage(view: View): LabelsView | undefined {
  return deskContent(view, 'labels')?.labels;
}
