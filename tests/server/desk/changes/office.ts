import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChangeView } from '../../../../src/publish/desk-change.ts';
import type { DeskForm } from '../../../../src/publish/desk-form.ts';
import type { DeskRole } from '../../../../src/publish/desk-page.ts';
import type { DialectName } from '../../../../src/server/db/open-database.ts';
import type { PublishAsk } from '../../../../src/server/desk/desk-parts.ts';
import { contentCopy } from '../../../importing/content-copy.ts';
import { xlsx } from '../../../importing/make-file.ts';
import { temporaryFolder } from '../../db/fresh-database.ts';
import { openDesk, shown, withToken, type DeskUnderTest } from '../desk-under-test.ts';

/** The desk over a register of its own, the tiny fixture. */
export interface Office {
  desk: DeskUnderTest;
  contentDir: string;
  /** What was asked to be published, in order; a sentence in `failing` makes the next ones fail. */
  published: PublishAsk[];
  failing: { problem?: string };
  clerk(name: string, role: DeskRole): Promise<Clerk>;
  /** Text of a record. */
  text(path: string): string;
}

/** Somebody who is logged in. */
export interface Clerk {
  get(path: string): Promise<Response>;
  /** Sends a form. */
  send(path: string, fields?: Record<string, string>): Promise<Response>;
  /** Sends a form with files. */
  upload(path: string, fields: Record<string, string | File>): Promise<Response>;
  /** Drops a spreadsheet; gives back the address of the change. */
  drop(rows: readonly (readonly (string | number | null)[])[], name?: string): Promise<string>;
  change(path: string): Promise<ChangeView>;
  form(path: string): Promise<DeskForm>;
}

export async function openOffice(which: 'fixture' | 'real' = 'fixture', dialect: DialectName = 'sqlite'): Promise<Office> {
  const contentDir = contentCopy(which);
  const published: PublishAsk[] = [];
  const failing: { problem?: string } = {};
  const desk = await openDesk({
    dialect,
    contentDir,
    mediaCacheDir: await temporaryFolder(),
    publish: async (ask) => {
      published.push(ask);
      return failing.problem === undefined ? { published: true } : { problem: failing.problem };
    },
  });
  return {
    desk,
    contentDir,
    published,
    failing,
    text: (path) => readFileSync(join(dirname(contentDir), path), 'utf8'),
    async clerk(name, role) {
      await desk.user(name, role);
      const { cookie, formToken } = await desk.enter(name);
      const clerk: Clerk = {
        get: (path) => desk.get(path, { cookie }),
        send: (path, fields = {}) => desk.post(path, withToken(formToken, fields), { cookie }),
        upload: (path, fields) => {
          const form = new FormData();
          for (const [field, value] of Object.entries(withToken(formToken))) form.set(field, value);
          for (const [field, value] of Object.entries(fields)) form.set(field, value);
          return desk.post(path, form, { cookie });
        },
        async drop(rows, fileName = 'phu-luc.xlsx') {
          const bytes = await xlsx([{ name: 'PL', rows: rows.map((row) => [...row]) }]);
          const answer = await clerk.upload('/quan-ly/nhap/', { tep: new File([new Uint8Array(bytes)], fileName) });
          return answer.headers.get('location') ?? `refused ${answer.status}`;
        },
        change: async (path) => contentOf(await clerk.get(path), 'change'),
        form: async (path) => contentOf(await clerk.get(path), 'form'),
      };
      return clerk;
    },
  };
}

export async function contentOf<K extends 'change' | 'form', T = K extends 'change' ? ChangeView : DeskForm>(answer: Response, key: K): Promise<T> {
  const { content } = await shown(answer);
  return (content as unknown as Record<K, T>)[key];
}

export const HEADERS = ['STT', 'Tên sản phẩm', 'Chủ thể', 'Xã/Phường', 'Tỉnh', 'Hạng sao', 'Số quyết định', 'Ngày quyết định', 'Cơ quan ban hành'];

/** One new product of a producer that the fixture has. */
export const NEW_ROW = [1, 'Nước mắm Hương Biển', 'HTX Phú Sáng', 'Xã Cẩm Xuyên', 'Tỉnh Hà Tĩnh', '4 sao', '3100/QĐ-UBND', '20/10/2026', 'UBND tỉnh Hà Tĩnh'];
