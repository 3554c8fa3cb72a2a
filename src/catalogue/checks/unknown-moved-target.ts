import type { RawMoved } from '../raw-register.ts';
import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

const FOLDERS: Readonly<Record<RawMoved['kind'], string>> = {
  product: 'content/products/',
  producer: 'content/producers/',
  decision: 'content/decisions/',
};

export const unknownMovedTarget: Check = {
  id: 'unknown-moved-target',
  reach: 'register',
  description: 'A record that moved or was split names records that stand there today, so that one redirect is enough.',
  run(register) {
    const known = {
      product: new Set(register.products.map(({ id }) => id)),
      producer: new Set(register.producers.map(({ id }) => id)),
      decision: new Set(register.decisions.map(({ id }) => id)),
    };
    return register.moved.flatMap(({ kind, file, to }) =>
      to.flatMap((target, place) => {
        if (known[kind].has(target)) return [];
        const field = to.length === 1 ? 'moved' : `split.${place}`;
        const movedOn = register.moved.filter((record) => record.kind === kind);
        return [errorAt(file, field, notFound(target, FOLDERS[kind], known[kind], movedOn))];
      }),
    );
  },
};
