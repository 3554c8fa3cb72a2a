import { expect, test } from 'vitest';
import { html } from '../../src/results/html.ts';
import { inParts, later } from '../../src/results/later-parts.ts';

test('later parts are taken out in their order, an empty place is left for each', () => {
  const { text } = html`<ul><li>1</li>${later(html`<li>2</li>`)}</ul>${later(html`<nav>3</nav>`)}<p>4</p>`;
  const { first, later: parts } = inParts(text);
  expect(first).toBe('<ul><li>1</li><template data-later></template></ul><template data-later></template><p>4</p>');
  expect(parts).toEqual(['<li>2</li>', '<nav>3</nav>']);
});

test('what somebody typed opens no part, and markup without parts stays whole', () => {
  const { text } = html`<p>${'<!--sau-->x<!--/sau-->'}</p>`;
  expect(inParts(text)).toEqual({ first: text, later: [] });
  expect(inParts('<p>a</p><!--sau-->b')).toEqual({ first: '<p>a</p><!--sau-->b', later: [] });
});
