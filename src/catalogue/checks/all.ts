import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RawRegister } from '../raw-register.ts';
import type { Check } from './check.ts';
import { alcoholWithOffer } from './alcohol-with-offer.ts';
import { alcoholWithPrice } from './alcohol-with-price.ts';
import { basketNamedLikePack } from './basket-named-like-pack.ts';
import { dateBeforeProgramme } from './date-before-programme.ts';
import { dateInFuture } from './date-in-future.ts';
import { datesOutOfOrder } from './dates-out-of-order.ts';
import { daysOfSaleOutOfOrder } from './days-of-sale-out-of-order.ts';
import { decisionInWrongFolder } from './decision-in-wrong-folder.ts';
import { decisionNumberForm } from './decision-number-form.ts';
import { deliveryPlaceWrong } from './delivery-place-wrong.ts';
import { demonstrationGtin } from './demonstration-gtin.ts';
import { documentMissing } from './document-missing.ts';
import { documentNotListed } from './document-not-listed.ts';
import { documentUnusable } from './document-unusable.ts';
import { duplicateAttestation } from './duplicate-attestation.ts';
import { duplicateDecision } from './duplicate-decision.ts';
import { duplicateGtin } from './duplicate-gtin.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateLine } from './duplicate-line.ts';
import { duplicateOffer } from './duplicate-offer.ts';
import { duplicateSku } from './duplicate-sku.ts';
import { duplicateTraceCode } from './duplicate-trace-code.ts';
import { groupAgainstRules } from './group-against-rules.ts';
import { groupBasisMissing } from './group-basis-missing.ts';
import { gtinWrong } from './gtin-wrong.ts';
import { healingClaim } from './healing-claim.ts';
import { imageMissing } from './image-missing.ts';
import { imageNotListed } from './image-not-listed.ts';
import { imageWithoutAlt } from './image-without-alt.ts';
import { issuerMissing } from './issuer-missing.ts';
import { legacyFont } from './legacy-font.ts';
import { lotCodeWrong } from './lot-code-wrong.ts';
import { lotExpiresBeforeMade } from './lot-expires-before-made.ts';
import { lotPackWithoutCode } from './lot-pack-without-code.ts';
import { lotRealOrSample } from './lot-real-or-sample.ts';
import { massBalance } from './mass-balance.ts';
import { moneyNotWholeDong } from './money-not-whole-dong.ts';
import { moreShippedThanPacked } from './more-shipped-than-packed.ts';
import { offerPriceDiffers } from './offer-price-differs.ts';
import { offerRealOrSample } from './offer-real-or-sample.ts';
import { offerWithoutSeller } from './offer-without-seller.ts';
import { packUndeclared } from './pack-undeclared.ts';
import { packedBeforeMade } from './packed-before-made.ts';
import { packsNotWhole } from './packs-not-whole.ts';
import { pickupNotOffered } from './pickup-not-offered.ts';
import { placeAmbiguous } from './place-ambiguous.ts';
import { placeNotFound } from './place-not-found.ts';
import { productWithoutSource } from './product-without-source.ts';
import { realNamesSample } from './real-names-sample.ts';
import { revocationWithoutDate } from './revocation-without-date.ts';
import { sampleDecisionNumber } from './sample-decision-number.ts';
import { sampleGtin } from './sample-gtin.ts';
import { sampleNamesReal } from './sample-names-real.ts';
import { runOnce } from './run-once.ts';
import { scoreAboveStar } from './score-above-star.ts';
import { scoreBelowStar } from './score-below-star.ts';
import { sellerWithoutTerms } from './seller-without-terms.ts';
import { serialsWrong } from './serials-wrong.ts';
import { shopMoneyWrong } from './shop-money-wrong.ts';
import { slugWrong } from './slug-wrong.ts';
import { starOutOfRange } from './star-out-of-range.ts';
import { stepsOutOfOrder } from './steps-out-of-order.ts';
import { textNotNfc } from './text-not-nfc.ts';
import { tiersOutOfOrder } from './tiers-out-of-order.ts';
import { traceCodeWrong } from './trace-code-wrong.ts';
import { unknownBasisNote } from './unknown-basis-note.ts';
import { unknownBasketPack } from './unknown-basket-pack.ts';
import { unknownGroup } from './unknown-group.ts';
import { unknownLotPack } from './unknown-lot-pack.ts';
import { unknownLotProduct } from './unknown-lot-product.ts';
import { unknownMovedTarget } from './unknown-moved-target.ts';
import { unknownOfferPack } from './unknown-offer-pack.ts';
import { unknownOfferProduct } from './unknown-offer-product.ts';
import { unknownProducer } from './unknown-producer.ts';
import { unknownProduct } from './unknown-product.ts';
import { unknownShopReference } from './unknown-shop-reference.ts';
import { unknownStepDocument } from './unknown-step-document.ts';

/** Every rule that a register must pass before anything of it is published. */
export const CHECKS: readonly Check[] = [
  unknownProducer,
  unknownGroup,
  unknownProduct,
  unknownLotProduct,
  unknownLotPack,
  unknownStepDocument,
  unknownMovedTarget,
  unknownBasisNote,
  duplicateId,
  duplicateLine,
  duplicateAttestation,
  duplicateDecision,
  duplicateSku,
  duplicateGtin,
  duplicateTraceCode,
  slugWrong,
  lotCodeWrong,
  decisionInWrongFolder,
  dateInFuture,
  dateBeforeProgramme,
  datesOutOfOrder,
  packedBeforeMade,
  lotExpiresBeforeMade,
  stepsOutOfOrder,
  massBalance,
  packsNotWhole,
  moreShippedThanPacked,
  revocationWithoutDate,
  starOutOfRange,
  scoreBelowStar,
  scoreAboveStar,
  issuerMissing,
  decisionNumberForm,
  placeNotFound,
  placeAmbiguous,
  groupBasisMissing,
  groupAgainstRules,
  productWithoutSource,
  gtinWrong,
  sampleGtin,
  demonstrationGtin,
  packUndeclared,
  traceCodeWrong,
  lotPackWithoutCode,
  moneyNotWholeDong,
  alcoholWithPrice,
  imageWithoutAlt,
  imageMissing,
  imageNotListed,
  documentMissing,
  documentUnusable,
  documentNotListed,
  serialsWrong,
  sampleNamesReal,
  realNamesSample,
  lotRealOrSample,
  sampleDecisionNumber,
  unknownOfferProduct,
  unknownOfferPack,
  duplicateOffer,
  alcoholWithOffer,
  offerPriceDiffers,
  tiersOutOfOrder,
  shopMoneyWrong,
  offerRealOrSample,
  offerWithoutSeller,
  sellerWithoutTerms,
  unknownBasketPack,
  basketNamedLikePack,
  unknownShopReference,
  pickupNotOffered,
  daysOfSaleOutOfOrder,
  deliveryPlaceWrong,
  textNotNfc,
  legacyFont,
  healingClaim,
];

/**
 * All problems of all rules, errors and warnings, in the order of the rules. Records that were sound before, with the same
 * places, groups, rules and day, are not looked at again by rules that look at one record at a time.
 */
export function runChecks(register: RawRegister, today: IsoDate): Problem[] {
  const known = soundFor(register, today);
  const unknown = onlyRecords(register, (record) => !known.has(record));
  const problems = CHECKS.flatMap((check) => (check.reach === 'record' ? check.run(unknown, today) : runOnce(check, register, today)));
  const faulty = new Set(problems.map((problem) => problem.file));
  for (const record of allRecords(unknown)) if (!faulty.has(record.file)) known.add(record);
  return problems;
}

type AnyRecord = RawRegister[(typeof KINDS)[number]][number];

const KINDS = ['products', 'producers', 'decisions', 'lots', 'offers', 'outlets', 'events', 'baskets', 'vouchers'] as const;

interface SoundRecords {
  placeIndex: RawRegister['placeIndex'];
  rules: string;
  records: WeakSet<AnyRecord>;
}

let sound: SoundRecords | undefined;

function soundFor(register: RawRegister, today: IsoDate): WeakSet<AnyRecord> {
  const rules = JSON.stringify([today, register.groups, register.groupRules]);
  if (sound?.placeIndex !== register.placeIndex || sound.rules !== rules) sound = { placeIndex: register.placeIndex, rules, records: new WeakSet() };
  return sound.records;
}

function onlyRecords(register: RawRegister, wanted: (record: AnyRecord) => boolean): RawRegister {
  return {
    ...register,
    products: register.products.filter(wanted),
    producers: register.producers.filter(wanted),
    decisions: register.decisions.filter(wanted),
    lots: register.lots.filter(wanted),
    offers: register.offers.filter(wanted),
    outlets: register.outlets.filter(wanted),
    events: register.events.filter(wanted),
    baskets: register.baskets.filter(wanted),
    vouchers: register.vouchers.filter(wanted),
  };
}

function allRecords(register: RawRegister): AnyRecord[] {
  return KINDS.flatMap((kind): readonly AnyRecord[] => register[kind]);
}
