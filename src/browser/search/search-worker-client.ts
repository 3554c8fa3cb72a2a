import type { Language } from '../../paths.ts';
import type { AskResults } from './ask-results.ts';
import type { AskSuggestions } from './ask-suggestions.ts';

export function askWorker(_language: Language): AskSuggestions {
  return async () => Promise.reject(new Error('not yet'));
}
export function askWorkerForResults(_language: Language): AskResults {
  return async () => Promise.reject(new Error('not yet'));
}
