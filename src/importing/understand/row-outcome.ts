import type { PlaceEra } from '../../domain/place.ts';
import type { PlaceAsSigned } from '../../domain/decision.ts';
import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import type { ProductRecord } from '../../catalogue/schemas/product.ts';
import type { DecisionOfRow } from './decision-of-row.ts';
import type { NewProducer } from './import-state.ts';

/** What a row without open questions would write. */
export interface RowOutcome {
  decision: DecisionOfRow;
  line: DecisionRecord['lines'][number];
  newProducer: NewProducer | undefined;
  product:
    | { kind: 'new'; id: string; record: NewProduct }
    /** `changes` fills what the record does not know yet. */
    | { kind: 'existing'; record: RawRecord<ProductRecord>; changes: Partial<ProductRecord> };
}

export interface NewProduct {
  name: string;
  nameEn: string;
  producer?: string | undefined;
  group?: string | undefined;
  groupBasis?: 'read' | 'inferred' | undefined;
  drawing: string;
  alcohol?: true | undefined;
  place?: PlaceAsSigned | undefined;
  placeEra: PlaceEra;
}
