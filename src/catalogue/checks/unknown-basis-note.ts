import { BASIS_NOTES } from '../../domain/basis-note.ts';
import { actsIn } from './acts-in.ts';
import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownBasisNote: Check = {
  id: 'unknown-basis-note',
  reach: 'record',
  description: 'A basis note is one of those that have a sentence in the dictionary.',
  run(register) {
    return actsIn(register).flatMap(({ file, field, basisNote }) =>
      basisNote === undefined || BASIS_NOTES.includes(basisNote)
        ? []
        : [errorAt(file, `${field}.basisNote`, notFound(basisNote, 'src/domain/basis-note.ts', BASIS_NOTES))],
    );
  },
};
