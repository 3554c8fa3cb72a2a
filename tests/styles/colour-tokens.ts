import { readFileSync } from 'node:fs';

export type Scheme = 'light' | 'dark';
export type Tokens = Readonly<Record<string, string>>;

/** The colours of src/styles/tokens.css as each scheme sees them: `tokens.dark.ink` is `#e9eee4`. */
export function colourTokens(): Record<Scheme, Tokens> {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
  return { light: coloursIn(light), dark: { ...coloursIn(light), ...coloursIn(dark) } };
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `color-mix(in srgb, one <share>, other)` of two `#rrggbb` colours; the share is 0 to 1. */
export function mix(one: string, share: number, other: string): string {
  const [a, b] = [channels(one), channels(other)];
  const mixed = a.map((value, place) => Math.round(value * share + (b[place] as number) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function coloursIn(css: string): Tokens {
  return Object.fromEntries([...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
