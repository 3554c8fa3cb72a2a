import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownProducer: Check = {
  id: 'unknown-producer',
  reach: 'register',
  description: 'A product names a producer that has a record.',
  run(register) {
    const known = new Set(register.producers.map((producer) => producer.id));
    const moved = register.moved.filter((record) => record.kind === 'producer');
    return register.products.flatMap(({ file, record: { producer } }) =>
      producer === undefined || known.has(producer)
        ? []
        : [errorAt(file, 'producer', notFound(producer, 'content/producers/', known, moved))],
    );
  },
};
