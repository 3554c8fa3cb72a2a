import { deskPath } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { changeRow, type ChangeRow } from './change-words.ts';
import { deskContent } from './desk-content.ts';

export interface DeskImportPage {
  action: string;
  problem?: string | undefined;
  recent: readonly ChangeRow[];
  mostMegabytes: number;
  /** Below the desk, but files and no pages. */
  template: string;
  register: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskImportPage(view: View): DeskImportPage | undefined {
  const content = deskContent(view, 'import');
  return content && {
    action: deskPath('nhap'),
    problem: content.problem,
    recent: content.recent.map(changeRow),
    mostMegabytes: Math.floor(content.mostBytes / 1_000_000),
    template: `${deskPath('nhap')}mau.xlsx`,
    register: `${deskPath('nhap')}quyet-dinh.xlsx`,
  };
}
