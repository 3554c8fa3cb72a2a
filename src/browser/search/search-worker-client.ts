import type { Language } from '../../paths.ts';
import { painted } from './after-paint.ts';
import type { ResultsSource } from './ask-results.ts';
import type { AskSuggestions } from './ask-suggestions.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts';

type Listener = (answer: WorkerAnswer) => void;
/** A question without what the client adds by itself. */
type Bare = WorkerQuestion extends infer Question ? (Question extends WorkerQuestion ? Omit<Question, 'id'> : never) : never;

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Listener>();

/** On a plain file host: opens the worker that searches beside the page, and lets it load. */
export function askWorker(language: Language, province?: string): AskSuggestions {
  open('suggestions', language, province);
  return ({ text, most, signal, isExample = false }) =>
    new Promise((resolve, reject) => {
      send({ kind: 'suggestions', text, most, isExample, language }, signal, (answer) => {
        if ('suggestions' in answer) resolve(answer.suggestions);
        else if ('failed' in answer) reject(new Error(answer.failed));
      });
    });
}

export function askWorkerForResults(language: Language): ResultsSource {
  open('results', language);
  const queryOf = (address: string): string => new URL(address, location.origin).search;
  return {
    ask: ({ address, signal, firstFirst, early, all = false }) =>
      new Promise((resolve, reject) => {
        let before: Promise<void> | undefined;
        send({ kind: 'results', query: queryOf(address), all, firstFirst, language }, signal, (answer) => {
          if ('failed' in answer) reject(new Error(answer.failed));
          if (!('html' in answer)) return;
          const { html, isEarly } = answer;
          // One after the other is painted, not the last alone.
          before = (before ?? Promise.resolve()).then(() => {
            if (signal.aborted) return;
            if (!isEarly) return resolve(html);
            early(html);
            return painted();
          });
        });
      }),
    example: (address) =>
      new Promise((resolve, reject) => {
        send({ kind: 'example', query: queryOf(address), language }, undefined, (answer) => {
          if ('failed' in answer) reject(new Error(answer.failed));
          else if ('html' in answer) resolve(answer.html);
        });
      }),
  };
}

function open(next: 'suggestions' | 'results', language: Language, province?: string): void {
  if (worker !== undefined) return;
  worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => waiting.get(data.id)?.(data);
  worker.onerror = () => {
    for (const [id, listener] of waiting) listener({ id, failed: 'the worker stopped' });
  };
  send({ kind: 'open', next, province, saveData: savesData(), language }, undefined, () => undefined);
}

function send(question: Bare, signal: AbortSignal | undefined, listener: Listener): void {
  asked += 1;
  const id = asked;
  waiting.set(id, listener);
  signal?.addEventListener('abort', () => waiting.delete(id));
  worker?.postMessage({ ...question, id } as WorkerQuestion);
}

/** Not every browser tells. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
