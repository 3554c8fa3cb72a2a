import { dayInVietnam } from '../domain/calendar-day.ts';
import { keptWords, proofWords, signedFacts, signedFactsTitle } from '../i18n/proof-words.ts';
import type { Language } from '../paths.ts';
import { fetcher } from './verify-fetch.ts';
import { checkProof } from './verify-proof.ts';

/** Checks the proof of one `[data-proof]` section (Proof.astro) and says the outcome in `answer`. */
export async function answerProof(section: HTMLElement, answer: HTMLElement): Promise<void> {
  const language: Language = section.dataset['language'] === 'en' ? 'en' : 'vi';
  const now = Date.now();
  const { outcome, signed, keptOn } = await checkProof({ certificateId: section.dataset['proof'] ?? '', jws: section.dataset['jws'], today: dayInVietnam(now), fetchText: fetcher(now) });
  const { tone, headline, details } = proofWords(outcome, language);
  answer.dataset['verdict'] = outcome.verdict;
  answer.dataset['tone'] = tone;
  answer.replaceChildren(
    element('p', headline, 'proof-headline'),
    ...[...details, ...(keptOn === undefined ? [] : [keptWords(keptOn, language)])].map((detail) => element('p', detail)),
    ...(signed === undefined ? [] : [element('p', signedFactsTitle(language), 'small soft'), factList(signedFacts(signed, language))]),
  );
}

function factList(facts: readonly (readonly [string, string])[]): HTMLElement {
  const list = element('dl', '', 'facts small');
  for (const [name, value] of facts) {
    const row = document.createElement('div');
    row.append(element('dt', name), element('dd', value));
    list.append(row);
  }
  return list;
}

function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}
