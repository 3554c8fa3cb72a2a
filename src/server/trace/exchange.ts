import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerParts } from '../http/answer.ts';
import type { ServedState } from '../http/site-state.ts';

/** One request for a pack and what it is answered with, from one state of the site. */
export interface Exchange {
  parts: AnswerParts;
  current: ServedState;
  request: IncomingMessage;
  response: ServerResponse;
}
