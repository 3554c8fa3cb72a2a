import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** GS1's schema also has keywords that say nothing about JSON, which strict mode would refuse. */
const ajv = new Ajv({ strict: false, allErrors: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/epcis/epcis-2.0.schema.json'), 'utf8')) as object);

/** What GS1's EPCIS 2.0 schema has against a document; undefined when nothing. */
export function schemaFault(document: unknown): string | undefined {
  // As it is published: absent fields are not undefined ones.
  return validate(JSON.parse(JSON.stringify(document))) ? undefined : ajv.errorsText(validate.errors);
}
