/** The few members of a service worker that are used here; the project is compiled for pages. */
export interface TraceWorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
}

export interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

export interface WorkerMessageEvent extends WorkerEvent {
  readonly data: unknown;
}

/** What a trace page asks its worker to keep. */
export interface KeepMessage {
  /** Addresses of this site: the page first, then what it is made with. */
  keep: readonly string[];
  /** Whether the table of all packs may be fetched, too: not for readers who save data. */
  tables: boolean;
}
