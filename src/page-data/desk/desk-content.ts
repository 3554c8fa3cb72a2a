import type { DeskContent, DeskPage, DeskUser } from '../../publish/desk-page.ts';
import type { View } from '../../publish/view.ts';

export interface DeskFrame {
  user?: DeskUser | undefined;
  formToken?: string | undefined;
}

export type ContentOf<K extends DeskContent['kind']> = Extract<DeskContent, { kind: K }>;

/** What the server sent for one kind of desk page; undefined when it sent nothing, or something for another page. */
export function deskContent<K extends DeskContent['kind']>(view: View, kind: K): ContentOf<K> | undefined {
  const content = view.desk?.content;
  return content?.kind === kind ? (content as ContentOf<K>) : undefined;
}

/** Who is logged in, for the frame around every page. */
export function deskFrame({ user, formToken }: DeskPage): DeskFrame {
  return { user, formToken };
}
