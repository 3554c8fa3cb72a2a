/** A request that was sent to a real Meilisearch, and what it answered. Keys never stand in it. */
export interface Exchange {
  method: string;
  /** With its query. */
  path: string;
  as: Role;
  body: string;
  status: number;
  answer: string;
}

/** Whose key a request bore. */
export type Role = 'admin' | 'search' | 'nobody';

/** Stand for the real keys in recordings; the replaying server knows them. */
export const KEYS: Readonly<Record<Exclude<Role, 'nobody'>, string>> = { admin: 'admin-key-of-the-recording', search: 'search-key-of-the-recording' };

/** In the recordings. */
export const RECORDED_INDEX = 'ocop-recorded';

export function fixtureOf(scenario: string): string {
  return `tests/fixtures/meilisearch/${scenario.replaceAll(' ', '-')}.json`;
}

export function keyOf({ method, path, as, body }: Pick<Exchange, 'method' | 'path' | 'as' | 'body'>): string {
  return `${method} ${path} as ${as}\n${body}`;
}
