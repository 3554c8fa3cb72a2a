/** One event of an EPCIS 2.0 document, as far as lots need it; keys in the order of the file. */
export interface EpcisEvent {
  type: 'ObjectEvent' | 'TransformationEvent';
  /** `ni:///sha-256;…?ver=CBV2.0`, see event-id.ts. */
  eventID?: string;
  eventTime: string;
  eventTimeZoneOffset: string;
  certificationInfo?: readonly string[];
  quantityList?: readonly QuantityElement[];
  inputQuantityList?: readonly QuantityElement[];
  outputQuantityList?: readonly QuantityElement[];
  action?: 'ADD' | 'OBSERVE' | 'DELETE';
  bizStep?: string;
  disposition?: string;
  readPoint?: EpcisPlace;
  bizLocation?: EpcisPlace;
  bizTransactionList?: readonly { type: string; bizTransaction: string }[];
  destinationList?: readonly { type: string; destination: string }[];
  /** Only where a lot comes into being. */
  ilmd?: Readonly<Record<string, string>>;
  /** What CBV has no word for. */
  [extension: `ocop:${string}`]: string | number | undefined;
}

export interface EpcisPlace {
  id: string;
}

/** Without `uom` it counts pieces; without `quantity` nobody said how much. */
export interface QuantityElement {
  epcClass: string;
  quantity?: number;
  uom?: 'KGM';
}

/** A name for something that only has an address, in the document's master data. */
export interface NamedThing {
  id: string;
  name: string;
}
