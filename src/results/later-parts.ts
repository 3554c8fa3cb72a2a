import { Html } from './html.ts';

const [FROM, TO] = ['<!--sau-->', '<!--/sau-->'];

/** A part that a phone need not draw for the key that was pressed: {@link inParts} takes it out. Parts do not lie in one another. */
export function later(part: Html): Html {
  return new Html(FROM + part.text + TO);
}

export interface ResultsInParts {
  /** With an empty `<template data-later>` in place of each later part. */
  first: string;
  later: readonly string[];
}

export function inParts(results: string): ResultsInParts {
  const parts: string[] = [];
  let first = '';
  let at = 0;
  for (;;) {
    const from = results.indexOf(FROM, at);
    const to = from === -1 ? -1 : results.indexOf(TO, from);
    if (to === -1) return { first: first + results.slice(at), later: parts };
    first += `${results.slice(at, from)}<template data-later></template>`;
    parts.push(results.slice(from + FROM.length, to));
    at = to + TO.length;
  }
}
