import { isSameEntry, type Manifest, type ManifestEntry } from '../../publish/manifest.ts';
import { ServedFile, type ServedFileParts } from './served-file.ts';

/** One manifest in memory. It never changes: a new publish is a new one, so no answer mixes two states. */
export class ServedSite {
  readonly manifest: Manifest;
  /** Those that somebody asked for: of a large site few are. */
  readonly #asked = new Map<string, ServedFile>();
  readonly #parts: ServedFileParts;

  /** Takes over from the site before what stayed the same, with its prepared answers. */
  constructor(manifest: Manifest, parts: ServedFileParts, before?: ServedSite) {
    this.manifest = manifest;
    this.#parts = parts;
    if (before === undefined) return;
    for (const [path, file] of before.#asked) {
      const entry = manifest.entries.get(path);
      if (entry !== undefined && (file.entry === entry || isSameAnswer(file.entry, entry))) this.#asked.set(path, file);
    }
  }

  has(path: string): boolean {
    return this.manifest.entries.has(path);
  }

  file(path: string): ServedFile | undefined {
    const known = this.#asked.get(path);
    if (known !== undefined) return known;
    const entry = this.manifest.entries.get(path);
    if (entry === undefined) return undefined;
    const file = new ServedFile(entry, this.#parts);
    this.#asked.set(path, file);
    return file;
  }

  /** Frees what the next site did not take over; requests under way keep what they hold. */
  releaseExcept(next: ServedSite): void {
    for (const [path, file] of this.#asked) {
      if (next.#asked.get(path) !== file) file.release();
    }
  }
}

/** Pages made anew from other inputs often have the same bytes. */
function isSameAnswer(a: ManifestEntry, b: ManifestEntry): boolean {
  return isSameEntry(a, { ...b, inputs: a.inputs });
}
