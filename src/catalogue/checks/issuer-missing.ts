import { type Check, errorAt } from './check.ts';

const WORDS = {
  en: 'is missing: write who signed (level district, province or central), or "unknown" when no source says',
  vi: 'còn thiếu: hãy ghi cơ quan ký (level: district, province hoặc central), hoặc "unknown" nếu không nguồn nào ghi',
};

export const issuerMissing: Check = {
  id: 'issuer-missing',
  reach: 'record',
  description: 'An issuer is given as signed or marked unknown; it is never inferred from star and date.',
  run(register) {
    const decisions = register.decisions.flatMap(({ file, record }) =>
      record.issuer === undefined ? [errorAt(file, 'issuer', WORDS)] : [],
    );
    const attestations = register.products.flatMap(({ file, record }) =>
      record.attestations.flatMap(({ issuer }, place) =>
        issuer === undefined ? [errorAt(file, `attestations.${place}.issuer`, WORDS)] : [],
      ),
    );
    return [...decisions, ...attestations];
  },
};
