import { dayInVietnam } from '../../domain/calendar-day.ts';
import type { Language } from '../../paths.ts';
import { answerResults, answerSuggestions } from './answer-in-worker.ts';
import { shippedData, type Shipped } from './shipped-data.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts';

/** The few members of a worker's scope that are used here. */
interface Scope {
  onmessage: ((event: { data: WorkerQuestion }) => void) | null;
  postMessage(answer: WorkerAnswer): void;
}
const scope = globalThis as unknown as Scope;

/** The rest is opened when a first key was answered, or none came for so long: opening it would make the key wait. */
const REST_AFTER_MS = 3_000;
/** A key that is pressed meanwhile waits no longer than about this. */
const BUSY_MS = 12;
let pausedAt = 0;

/** Lets questions that came meanwhile be answered, now and then. */
async function pause(): Promise<void> {
  if (performance.now() - pausedAt < BUSY_MS) return;
  await new Promise((resolve) => setTimeout(resolve));
  pausedAt = performance.now();
}

async function read(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

const data = shippedData(read, pause);
/** Only the last question of each kind is still of use. */
const latest: Partial<Record<WorkerQuestion['kind'], number>> = {};
let savesData = false;
let province: string | undefined;

scope.onmessage = ({ data: question }) => {
  latest[question.kind] = question.id;
  answer(question).catch((error: unknown) => scope.postMessage({ id: question.id, failed: String(error) }));
};

async function answer(question: WorkerQuestion): Promise<void> {
  if (question.kind === 'open') {
    savesData = question.saveData;
    province = question.province;
  }
  const first = data.now() ?? (await data.first(province));
  const { id } = question;
  switch (question.kind) {
    case 'open':
      scope.postMessage({ id, opened: true });
      await warm(first, question.language);
      await new Promise((resolve) => setTimeout(resolve, REST_AFTER_MS));
      break;
    case 'suggestions':
      if (latest.suggestions === id) scope.postMessage({ id, suggestions: answerSuggestions(first, question, today()) });
      break;
    case 'results':
      return answerOnce(question, first);
  }
  if (!savesData) void data.whole().then((whole) => warm(whole, question.language)).catch(() => undefined);
}

/** With which Vietnamese names of goods begin, most of them first. */
const FIRST_LETTERS = [...'ncmtbghkđdrsxvlpqaoi'];
/** The code is quick when it has run a few times. */
const RUNS = 4;

/** Makes before the first key what it would wait for: names, standings of the day, what the letters come to, and code that is warm. */
async function warm(shipped: Shipped, language: Language): Promise<void> {
  if (warmed.has(shipped)) return;
  warmed.add(shipped);
  for (const [place, text] of FIRST_LETTERS.entries()) {
    answerSuggestions(shipped, { text, most: 1, language }, today());
    await pause();
    if (place < RUNS) answerResults(shipped, { query: `?q=${text}`, language }, today(), 'whole');
    await pause();
  }
}

const warmed = new WeakSet<Shipped>();

/** At once from what is there, and again when the rest has come. */
async function answerOnce(question: Extract<WorkerQuestion, { kind: 'results' }>, first: Shipped): Promise<void> {
  const { id, all } = question;
  const willFollow = !first.isWhole && (!savesData || all);
  const say = (shipped: Shipped, isEarly: boolean): void => {
    if (latest.results !== id) return;
    scope.postMessage({ id, html: answerResults(shipped, question, today(), isEarly ? 'loading' : shipped.isWhole ? 'whole' : 'saving'), isEarly });
  };
  say(first, willFollow);
  if (willFollow) say(await data.whole(), false);
}

const today = (): string => dayInVietnam(Date.now());
