/** A Cache in memory, as far as the worker of trace pages uses one; `room` makes it refuse more than so many entries. */
export class FakeCache {
  readonly #entries = new Map<string, { body: ArrayBuffer; status: number; headers: [string, string][] }>();
  readonly #room: number;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.#room = room;
  }

  async match(key: string): Promise<Response | undefined> {
    const found = this.#entries.get(key);
    return found && new Response(found.body.slice(0), { status: found.status, headers: found.headers });
  }

  async put(key: string, response: Response): Promise<void> {
    if (this.#entries.size >= this.#room && !this.#entries.has(key)) throw new DOMException('full', 'QuotaExceededError');
    this.#entries.set(key, { body: await response.arrayBuffer(), status: response.status, headers: [...response.headers] });
  }

  async delete(key: string | { url: string }): Promise<boolean> {
    return this.#entries.delete(typeof key === 'string' ? key : key.url.slice(ORIGIN.length));
  }

  async keys(): Promise<{ url: string }[]> {
    return [...this.#entries.keys()].map((key) => ({ url: ORIGIN + key }));
  }

  asCache(): Cache {
    return this as unknown as Cache;
  }
}

export const ORIGIN = 'https://ocop.example';
