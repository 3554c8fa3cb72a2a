import type { Language } from '../../paths.ts';
import type { AskResults } from './ask-results.ts';
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
  open(language, province);
  return (text, most, signal) =>
    new Promise((resolve, reject) => {
      send({ kind: 'suggestions', text, most, language }, signal, (answer) => {
        if ('suggestions' in answer) resolve(answer.suggestions);
        else if ('failed' in answer) reject(new Error(answer.failed));
      });
    });
}

export function askWorkerForResults(language: Language): AskResults {
  open(language);
  return ({ address, signal, early, all = false }) =>
    new Promise((resolve, reject) => {
      send({ kind: 'results', query: new URL(address, location.origin).search, all, language }, signal, (answer) => {
        if ('failed' in answer) reject(new Error(answer.failed));
        if ('html' in answer && answer.isEarly) early(answer.html);
        else if ('html' in answer) resolve(answer.html);
      });
    });
}

function open(language: Language, province?: string): void {
  if (worker !== undefined) return;
  worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => waiting.get(data.id)?.(data);
  worker.onerror = () => {
    for (const [id, listener] of waiting) listener({ id, failed: 'the worker stopped' });
  };
  send({ kind: 'open', province, saveData: savesData(), language }, undefined, () => undefined);
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
