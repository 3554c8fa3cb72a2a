import { deskPath } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { changeRow, type ChangeRow } from './change-words.ts';
import { deskContent } from './desk-content.ts';
import type { Link } from '../place-view.ts';

export interface DeskChangesPage {
  rows: readonly ChangeRow[];
  pages: readonly (Link & { current: boolean })[];
}

/** Undefined for a request that did not come through the desk's door. */
export function deskChangesPage(view: View): DeskChangesPage | undefined {
  const content = deskContent(view, 'changes');
  return content && { rows: content.changes.map(changeRow), pages: pageLinks(deskPath('thay-doi'), content) };
}

/** Nothing for a single page. */
export function pageLinks(path: string, { page, pages }: { page: number; pages: number }): (Link & { current: boolean })[] {
  if (pages === 1) return [];
  return Array.from({ length: pages }, (_, at) => ({ text: String(at + 1), href: `${path}?trang=${at + 1}`, current: at + 1 === page }));
}
