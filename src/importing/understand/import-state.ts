import type { ProducerKind } from '../../domain/producer.ts';
import type { DecisionOfRow } from './decision-of-row.ts';
import type { ImportContext } from '../import-context.ts';
import { indexRegister, type RegisterIndex } from '../match/register-index.ts';
import type { FileNotice } from '../table/annex-table.ts';

/** What rows already read have settled for those after them. */
export interface ImportState {
  context: ImportContext;
  index: RegisterIndex;
  newProducers: NewProducer[];
  /** Answers given to the question which producer is meant, by key of the name. */
  answeredProducers: Map<string, string>;
  /** Ids of new products by name, producer and province. */
  newProducts: Map<string, string>;
  /** Products for which a row before grants a certificate. */
  granted: Set<string>;
  /** Rows by product and decision, to find a product written twice. */
  seen: Map<string, string>;
  decisions: Map<string, DecisionOfRow>;
  takenNow: Set<string>;
  notices: FileNotice[];
}

export interface NewProducer {
  id: string;
  key: string;
  /** Codes of the provinces it may lie in; empty while no row said. */
  provinces: readonly string[];
  name: string;
  kind: ProducerKind;
}

export function openState(context: ImportContext): ImportState {
  return {
    context,
    index: indexRegister(context.register),
    newProducers: [],
    answeredProducers: new Map(),
    newProducts: new Map(),
    granted: new Set(),
    seen: new Map(),
    decisions: new Map(),
    takenNow: new Set(),
    notices: [],
  };
}

/** True for an id that the register or a row before has; a new one is reserved with `reserve`. */
export function isTaken(state: ImportState, kind: 'product' | 'producer' | 'decision', id: string): boolean {
  return state.index.isTaken(kind, id) || state.takenNow.has(`${kind}:${id}`);
}

export function reserve(state: ImportState, kind: 'product' | 'producer' | 'decision', id: string): string {
  state.takenNow.add(`${kind}:${id}`);
  return id;
}

/** Said once for the file, however many rows it concerns. */
export function noticeOnce(state: ImportState, notice: FileNotice): void {
  if (!state.notices.some(({ vi }) => vi === notice.vi)) state.notices.push(notice);
}
