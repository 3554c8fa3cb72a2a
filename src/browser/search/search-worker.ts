import { dayInVietnam } from '../../domain/calendar-day.ts';
import { inParts } from '../../results/later-parts.ts';
import type { Shipped } from '../../results/shipped.ts';
import { answerResults, answerSuggestions, openNames } from '../../results/shipped-answers.ts';
import { FIRST_LETTERS, letterQuery } from '../../search/first-letters.ts';
import { nearestName } from './nearest-name.ts';
import { shippedData } from './shipped-data.ts';
import { otherTurns } from './turns.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts';

/** The few members of a worker's scope that are used here. */
interface Scope {
  onmessage: ((event: { data: WorkerQuestion }) => void) | null;
  postMessage(answer: WorkerAnswer): void;
}
type FirstLettersQuestion = Extract<WorkerQuestion, { kind: 'first-results' }>;
const scope = globalThis as unknown as Scope;

/** The rest is opened when a first key was answered, or none came for so long: opening it would make the key wait. */
const REST_AFTER_MS = 3_000;
/** By then the page has painted what was answered; opening the rest meanwhile would take the processor from it. */
const PAINTED_MS = 250;
/** A key that is pressed meanwhile waits no longer than about this. */
const BUSY_MS = 6;
let pausedAt = 0;
/** While the page draws: ends by itself, or with the next question. */
let quiet: { over: Promise<void>; end: () => void } | undefined;

/** Lets questions that came meanwhile be answered, now and then. */
async function pause(): Promise<void> {
  if (performance.now() - pausedAt < BUSY_MS) return;
  await otherTurns();
  await quiet?.over;
  pausedAt = performance.now();
}

function beQuiet(): void {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  setTimeout(end, PAINTED_MS);
  quiet = { over, end };
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
/** Whose letters are said from the whole register. */
const prepared: FirstLettersQuestion[] = [];

scope.onmessage = ({ data: question }) => {
  quiet?.end();
  if (question.kind === 'quiet') return beQuiet();
  latest[question.kind] = question.id;
  answer(question).catch((error: unknown) => scope.postMessage({ id: question.id, failed: String(error) }));
};

async function answer(question: Exclude<WorkerQuestion, { kind: 'quiet' }>): Promise<void> {
  if (question.kind === 'open') {
    savesData = question.saveData;
    province = question.province;
  }
  const first = data.now() ?? (await data.first(province));
  const { id } = question;
  switch (question.kind) {
    case 'open':
      scope.postMessage({ id, opened: true });
      await after(REST_AFTER_MS);
      break;
    case 'warm-up':
      await openNames(first, question.language, today(), pause);
      answerSuggestions(first, { text: FIRST_LETTERS[0] as string, ...question }, today());
      return;
    case 'first-results':
      prepared.push(question);
      // Everybody else was sent these with the page.
      if (savesData) await sayFirstLetters(first, question);
      return;
    case 'suggestions':
      if (latest.suggestions === id) scope.postMessage({ id, suggestions: answerSuggestions(first, question, today()) });
      await after(PAINTED_MS);
      break;
    case 'results':
      return answerOnce(question, first);
  }
  if (!savesData) void openRest().catch(() => undefined);
}

let isRestSaid = false;

async function openRest(): Promise<Shipped> {
  const whole = await data.whole();
  if (!isRestSaid) {
    isRestSaid = true;
    for (const question of prepared) void sayFirstLetters(whole, question);
  }
  return whole;
}

async function sayFirstLetters(shipped: Shipped, { id, language }: FirstLettersQuestion): Promise<void> {
  for (const letter of FIRST_LETTERS) {
    const query = letterQuery(letter, language);
    scope.postMessage({ id, letter: query, html: inParts(answerResults(shipped, { query, language }, today(), shipped.isWhole ? 'whole' : 'saving')).first });
    await pause();
  }
}

/** At once from what is there, and again when the rest has come. */
async function answerOnce(question: Extract<WorkerQuestion, { kind: 'results' }>, first: Shipped): Promise<void> {
  const { id, all, firstFirst } = question;
  const willFollow = !first.isWhole && (!savesData || all);
  const say = (shipped: Shipped, isEarly: boolean, firstAlone = false): void => {
    if (latest.results !== id) return;
    const html = answerResults(shipped, question, today(), isEarly ? 'loading' : shipped.isWhole ? 'whole' : 'saving', nearestName);
    if (firstAlone) scope.postMessage({ id, html: inParts(html).first, isEarly: true });
    scope.postMessage({ id, html, isEarly });
  };
  say(first, willFollow, firstFirst);
  if (!willFollow) return;
  await after(PAINTED_MS);
  if (latest.results === id) say(await openRest(), false);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const today = (): string => dayInVietnam(Date.now());
