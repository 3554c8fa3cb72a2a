import { staticLettersPath, type Language } from '../../paths.ts';
import type { Suggestions } from '../../results/suggestions.ts';
import { painted } from './after-paint.ts';
import { queryOf, type ResultsQuestion, type ResultsSource } from './ask-results.ts';
import type { SuggestionsSource } from './ask-suggestions.ts';
import { firstLetters } from './first-letters.ts';
import { loadFirstLetters } from './load-first-letters.ts';
import { loadShippedLetters } from './load-shipped-letters.ts';
import { savesData } from './saves-data.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts';

type Listener = (answer: WorkerAnswer) => void;
/** A question without what the client adds by itself. */
type Bare = WorkerQuestion extends infer Question ? (Question extends WorkerQuestion ? Omit<Question, 'id'> : never) : never;

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Listener>();

/** On a plain file host: opens the worker that searches beside the page, and lets it load. */
export function askWorker(language: Language, province?: string): SuggestionsSource {
  open(language, province);
  const letters = firstLetters<Suggestions>();
  return {
    async ask({ text, most, signal }) {
      const known = letters.of(text);
      if (known !== undefined) {
        beQuiet(language);
        return known;
      }
      return new Promise((resolve, reject) => {
        send({ kind: 'suggestions', text, most, language }, signal, (answer) => {
          if ('suggestions' in answer) resolve(answer.suggestions);
          else if ('failed' in answer) reject(new Error(answer.failed));
        });
      });
    },
    async prepare(most) {
      tell({ kind: 'warm-up', most, language });
      return loadShippedLetters(letters, language, most);
    },
  };
}

export function askWorkerForResults(language: Language): ResultsSource {
  open(language);
  const letters = firstLetters<string>();
  const askWhole = ({ query, all, firstFirst }: { query: string; all: boolean; firstFirst: boolean }, { signal, early }: Pick<ResultsQuestion, 'signal' | 'early'>): Promise<string> =>
    new Promise((resolve, reject) => {
      let before: Promise<void> | undefined;
      send({ kind: 'results', query, all, firstFirst, language }, signal, (answer) => {
        if ('failed' in answer) reject(new Error(answer.failed));
        if (!('isEarly' in answer)) return;
        const { html, isEarly } = answer;
        // One after the other is painted, not the last alone.
        before = (before ?? Promise.resolve()).then(() => {
          if (signal.aborted) return;
          if (!isEarly) return resolve(html);
          early(html);
          return painted();
        });
      });
    });
  return {
    async ask({ address, signal, firstFirst, early, all = false }) {
      const query = queryOf(address);
      const known = firstFirst ? letters.of(query) : undefined;
      if (known === undefined) return askWhole({ query, all, firstFirst }, { signal, early });
      beQuiet(language);
      early(known);
      await painted();
      // A key that came meanwhile has asked already; asked after it, this question would be taken for the last one.
      if (signal.aborted) return known;
      return askWhole({ query, all, firstFirst: false }, { signal, early });
    },
    async prepare() {
      const said = new Promise<string>((resolve, reject) => {
        send({ kind: 'first-results', language }, undefined, (answer) => {
          if ('failed' in answer) return reject(new Error(answer.failed));
          if (!('html' in answer) || !('letter' in answer)) return;
          letters.keep(answer.letter, answer.html);
          resolve(answer.html);
        });
      });
      said.catch(() => undefined);
      return (await loadFirstLetters(letters, staticLettersPath(language, 'results'))) ?? said;
    },
  };
}

function open(language: Language, province?: string): void {
  if (worker !== undefined) return;
  worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => waiting.get(data.id)?.(data);
  worker.onerror = () => {
    for (const [id, listener] of waiting) listener({ id, failed: 'the worker stopped' });
  };
  tell({ kind: 'open', province, saveData: savesData(), language });
}

/** What is known already is drawn now: the worker does not take the processor from it. */
function beQuiet(language: Language): void {
  tell({ kind: 'quiet', language });
}

function send(question: Bare, signal: AbortSignal | undefined, listener: Listener): void {
  const id = tell(question);
  waiting.set(id, listener);
  signal?.addEventListener('abort', () => waiting.delete(id));
}

/** Returns the number that answers carry. */
function tell(question: Bare): number {
  asked += 1;
  worker?.postMessage({ ...question, id: asked } as WorkerQuestion);
  return asked;
}
