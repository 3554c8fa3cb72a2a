import { isSameEntry, type Manifest, type ManifestEntry } from '../../publish/manifest.ts';
import { ServedFile, type ServedFileParts } from './served-file.ts';

/** One manifest in memory. It never changes: a new publish is a new one, so no answer mixes two states. */
export class ServedSite {
  readonly manifest: Manifest;
  readonly files = new Map<string, ServedFile>();

  /** Takes over from the site before what stayed the same, with its prepared answers. */
  constructor(manifest: Manifest, parts: ServedFileParts, before?: ServedSite) {
    this.manifest = manifest;
    for (const [path, entry] of manifest.entries) {
      const known = before?.files.get(path);
      this.files.set(path, known !== undefined && (known.entry === entry || isSameAnswer(known.entry, entry)) ? known : new ServedFile(entry, parts));
    }
  }

  /** Frees what the next site did not take over; requests under way keep what they hold. */
  releaseExcept(next: ServedSite): void {
    for (const [path, file] of this.files) {
      if (next.files.get(path) !== file) file.release();
    }
  }
}

/** Pages made anew from other inputs often have the same bytes. */
function isSameAnswer(a: ManifestEntry, b: ManifestEntry): boolean {
  return isSameEntry(a, { ...b, inputs: a.inputs });
}
