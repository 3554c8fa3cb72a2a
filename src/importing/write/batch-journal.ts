import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a batch is about to do; once it stands, the batch will be done, by this run or the next. */
export interface Journal {
  files: readonly { path: string; staged: string; before: string | null; after: string }[];
}

/** Lies inside the register's folder, so that a rename into place stays on one disk; the loader does not look there. */
export function batchFolder(contentDir: string): string {
  return join(contentDir, '.dang-nhap');
}

export function readJournal(contentDir: string): Journal | undefined {
  const file = join(batchFolder(contentDir), 'journal.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Journal) : undefined;
}

/** Moves what is staged into place. A file that a person has changed meanwhile is theirs: it stays, and the batch stops with its name. */
export function finish(contentDir: string, onRename: () => void = () => {}): void {
  const root = dirname(contentDir);
  for (const { path, staged, before, after } of readJournal(contentDir)?.files ?? []) {
    const [from, to] = [join(batchFolder(contentDir), staged), join(root, path)];
    const now = existsSync(to) ? readFileSync(to, 'utf8') : null;
    if (now === after) continue;
    if (now !== before) throw new Error(`${path} đã bị sửa khi đang ghi dở: bản định ghi nằm ở ${from}; hãy chép tay phần cần, rồi xoá thư mục ${batchFolder(contentDir)}.`);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    onRename();
  }
}
