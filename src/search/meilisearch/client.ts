import { Meilisearch, MeilisearchApiError, MeilisearchRequestError, MeilisearchTaskTimeOutError, type EnqueuedTaskPromise, type FederatedMultiSearchParams, type MultiSearchQueryWithFederation, type Settings, type Task } from 'meilisearch';
import { EngineUnavailable } from '../engine.ts';

export type { EnqueuedTaskPromise, FederatedMultiSearchParams, Meilisearch, MultiSearchQueryWithFederation, Settings, Task };

export interface ClientOptions {
  /** Without a slash at its end. */
  url: string;
  key: string;
  /** For each request. */
  timeoutMs: number;
}

/**
 * The official client; this file alone knows it. Answers come uncompressed: Meilisearch ends a compressed one with a packet of
 * its own, for which the network waits 40 ms, ten times as long as the search.
 */
export function openClient({ url, key, timeoutMs }: ClientOptions): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key, timeout: timeoutMs, requestInit: { headers: { 'accept-encoding': 'identity' } } });
}

/** Meilisearch understood, and refused or failed. `code` is its own, such as `index_not_found`. */
export class MeilisearchRefusal extends Error {
  override name = 'MeilisearchRefusal';
  readonly code: string;
  readonly status: number;
  constructor(message: string, code: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}

/** A query of ours that Meilisearch finds wrong is our fault, everything else passes: keys, an index that is being made, load. */
const OUR_FAULT = new Set([400, 413, 415]);

/** What the client threw, as one of our two errors: unavailable for now, or refused. */
export function toEngineError(error: unknown): Error {
  if (error instanceof MeilisearchApiError) {
    const refusal = refusalOf(error);
    return OUR_FAULT.has(refusal.status) ? refusal : new EngineUnavailable(refusal.message, { cause: refusal });
  }
  if (error instanceof MeilisearchRequestError) return new EngineUnavailable(`Meilisearch does not answer: ${reasonOf(error)}`, { cause: error });
  // A proxy's page instead of JSON.
  if (error instanceof SyntaxError) return new EngineUnavailable('Meilisearch answers something that is no JSON', { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

/** The same for publishing, where a refusal is told as it is. */
export function toAdminError(error: unknown): Error {
  if (error instanceof MeilisearchApiError) return refusalOf(error);
  return toEngineError(error);
}

export function isTaskTimeout(error: unknown): boolean {
  return error instanceof MeilisearchTaskTimeOutError;
}

function refusalOf(error: MeilisearchApiError): MeilisearchRefusal {
  const { status } = error.response;
  const { message = `status ${status}`, code = 'unknown' } = error.cause ?? {};
  return new MeilisearchRefusal(`Meilisearch refuses: ${message}`, code, status, { cause: error });
}

function reasonOf(error: MeilisearchRequestError): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause as { code?: string } | undefined;
  return inner?.code ?? cause.message;
}
