/** What was looked for on this device; it never leaves it. */
const KEY = 'tim-gan-day';
const MOST = 8;

/** Newest first; empty where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  const typed = text.trim();
  if (typed === '') return;
  keep([typed, ...recentSearches().filter((known) => known !== typed)].slice(0, MOST));
}

export function forgetSearches(): void {
  keep([]);
}

function keep(texts: readonly string[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(texts));
  } catch {
    // Private windows may keep nothing.
  }
}
