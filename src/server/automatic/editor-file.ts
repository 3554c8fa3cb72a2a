/**
 * What editors, office programs, synchronisers and systems put beside the file that a person works on, and the importer's
 * own folder of staged records. Hidden names are never records.
 */
const PATTERNS = [
  /^\./, // .name.swp, .#name, .DS_Store, .git, .tmp-…
  /~$/, // name~ (vim, gedit, emacs)
  /^~\$/, // ~$name.xlsx (Office)
  /^#.*#$/, // #name# (emacs)
  /^4913$/, // vim tries whether it may write
  /\.(?:sw[a-z]|tmp|temp|bak|orig|part|partial|crdownload|lock)$/i,
  /___jb_(?:tmp|old)___$/, // JetBrains
  /^(?:Thumbs\.db|desktop\.ini)$/i,
  /^\d{9,}$/, // gvfs and some editors write to a number, then rename
];

/** True when a change of this path, as seen from `content/`, cannot have changed the register. */
export function isEditorFile(path: string): boolean {
  return path.split(/[\\/]/).some((name) => PATTERNS.some((pattern) => pattern.test(name)));
}
