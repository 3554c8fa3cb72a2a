/** A file of an export for a plain host. */
export interface StaticFile {
  path: string;
  body: string;
}
