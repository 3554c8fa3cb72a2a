import { createHash } from 'node:crypto';
import { FILE_POLICY } from '../../publish/content-security-policy.ts';
import { contentTypeOf } from '../../publish/content-type.ts';
import { ServedFile, type ServedFileParts } from './served-file.ts';
import type { SiteApp } from './site-app.ts';

const SHARE = '/media/share/';
const DOCUMENT = '/media/document/';
/** Kinds of documents that every browser shows by itself; others are offered to be saved. */
const SHOWN_INLINE = /\.(?:pdf|png|jpg)$/;
/** A browser shows a PDF in an object of its own, which a policy without any object source may keep from the screen. */
const DOCUMENT_POLICY = `${FILE_POLICY}; object-src 'self'; img-src 'self'`;
/** Drawing a share image keeps a core busy for a good part of a second. */
const MADE_AT_ONCE = 4;
const REMEMBERED = 4_000;

/** Files below /media/ of one state of the site: link previews drawn on first request, photographs, documents of lots. */
export class Media {
  #app: SiteApp;
  #parts: ServedFileParts;
  #known = new Map<string, ServedFile>();
  #underWay = new Map<string, Promise<ServedFile | undefined>>();

  constructor(app: SiteApp, parts: ServedFileParts) {
    this.#app = app;
    this.#parts = parts;
  }

  /** `busy` when too many pictures are being made already. */
  async find(path: string): Promise<ServedFile | 'busy' | undefined> {
    if (!/^\/media\/[\w./~-]+$/.test(path)) return undefined;
    const known = this.#known.get(path) ?? this.#underWay.get(path);
    if (known !== undefined) return known;
    if (this.#underWay.size >= MADE_AT_ONCE) return 'busy';
    const making = this.#make(path).finally(() => this.#underWay.delete(path));
    this.#underWay.set(path, making);
    return making;
  }

  /** Frees memory when another state is served. */
  release(): void {
    for (const file of this.#known.values()) file.release();
    this.#known.clear();
  }

  async #make(path: string): Promise<ServedFile | undefined> {
    const body = await this.#app.media(path);
    if (body === undefined) return undefined;
    if (this.#known.size >= REMEMBERED) this.release();
    const file = this.#served(path, createHash('sha256').update(body).digest('hex'));
    this.#known.set(path, file);
    return file;
  }

  /** Bodies dropped from memory are read again from where the app keeps its pictures. */
  #served(path: string, hash: string): ServedFile {
    // The names of photographs and documents hold a hash of their content; share images change with their record and the day.
    const cacheControl = path.startsWith(SHARE) ? 'public, max-age=86400' : 'public, max-age=31536000, immutable';
    const isDocument = path.startsWith(DOCUMENT);
    const headers = {
      'cache-control': cacheControl,
      'content-security-policy': isDocument ? DOCUMENT_POLICY : FILE_POLICY,
      ...(isDocument && { 'content-disposition': SHOWN_INLINE.test(path) ? 'inline' : 'attachment' }),
    };
    const read = async (): Promise<Buffer> => {
      const body = await this.#app.media(path);
      if (body === undefined) throw new Error(`${path} is gone`);
      return Buffer.from(body);
    };
    return new ServedFile(
      { file: hash, type: contentTypeOf(path), status: 200, headers, inputs: hash, filtered: false },
      { ...this.#parts, files: { read, readCompressed: async () => undefined, putCompressed: async () => undefined } },
    );
  }
}
