import { createHash } from 'node:crypto';
import type { Database } from '../../db/database.ts';

/** A file that a change was made from, or that it brings into the register. */
export interface ChangeFile {
  /** `annex`, or the path from the project's root that the file gets. */
  role: string;
  name: string;
  sha256: string;
  size: number;
  bytes: Uint8Array;
}

export const ANNEX = 'annex';

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function addFile(db: Database, changeId: string, { role, name, bytes }: Pick<ChangeFile, 'role' | 'name' | 'bytes'>): Promise<void> {
  const values = { change_id: changeId, role, name, sha256: sha256Of(bytes), size: bytes.length, bytes };
  await db.insertInto('change_files').values(values).execute();
}

export async function annexOf(db: Database, changeId: string): Promise<ChangeFile | undefined> {
  return db.selectFrom('change_files').select(['role', 'name', 'sha256', 'size', 'bytes']).where('change_id', '=', changeId).where('role', '=', ANNEX).executeTakeFirst();
}

/** The files that a change brings into the register. */
export async function filesToPlace(db: Database, changeId: string): Promise<ChangeFile[]> {
  return db.selectFrom('change_files').select(['role', 'name', 'sha256', 'size', 'bytes']).where('change_id', '=', changeId).where('role', '!=', ANNEX).execute();
}

/** The open draft that holds the same spreadsheet already. */
export async function openDraftOf(db: Database, bytes: Uint8Array): Promise<string | undefined> {
  const row = await db
    .selectFrom('change_files')
    .innerJoin('changes', 'changes.id', 'change_files.change_id')
    .select('changes.id')
    .where('sha256', '=', sha256Of(bytes))
    .where('role', '=', ANNEX)
    .where('state', 'in', ['draft', 'waiting'])
    .orderBy('changes.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
