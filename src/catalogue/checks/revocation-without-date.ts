import { type Check, errorAt } from './check.ts';

const WORDS = {
  en: 'is missing on a revocation: write the day, month or year of it, else nothing tells which certificate it ended',
  vi: 'còn thiếu cho việc thu hồi: hãy ghi ngày, tháng hoặc năm thu hồi, nếu không thì không biết giấy chứng nhận nào bị thu hồi',
};

export const revocationWithoutDate: Check = {
  id: 'revocation-without-date',
  reach: 'register',
  description: 'A revocation has a date, be it only a year.',
  run(register) {
    const decisions = register.decisions.flatMap(({ file, record }) =>
      record.signedOn === undefined && record.attestedOn === undefined && record.lines.some(({ act }) => act === 'revocation')
        ? [errorAt(file, 'signedOn', WORDS)]
        : [],
    );
    const attestations = register.products.flatMap(({ file, record }) =>
      record.attestations.flatMap(({ act, attestedOn }, place) =>
        act === 'revocation' && attestedOn === undefined ? [errorAt(file, `attestations.${place}.attestedOn`, WORDS)] : [],
      ),
    );
    return [...decisions, ...attestations];
  },
};
