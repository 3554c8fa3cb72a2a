import { comboboxWord } from '../../i18n/combobox-words.ts';
import type { Language } from '../../paths.ts';

const PATIENCE_MS = 15_000;
/** A position of the last few minutes is as good. */
const OLDEST_MS = 300_000;

/** Asks the browser where the reader is; only ever after a tap on `button`. */
export function findNear(button: HTMLElement, said: HTMLElement | null, language: Language, go: (address: string) => void): void {
  const say = (word: Parameters<typeof comboboxWord>[0]): void => said?.replaceChildren(comboboxWord(word, language));
  say('locating');
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => go((button.dataset['near'] ?? '').replace('{near}', `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`)),
    ({ code, PERMISSION_DENIED }) => say(code === PERMISSION_DENIED ? 'refused' : 'notLocated'),
    { timeout: PATIENCE_MS, maximumAge: OLDEST_MS, enableHighAccuracy: false },
  );
}
