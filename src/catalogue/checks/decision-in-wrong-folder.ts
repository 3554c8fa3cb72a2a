import { type Check, errorAt } from './check.ts';

const FOLDER = /\/decisions\/(?:(.*)\/)?[^/]*$/;

export const decisionInWrongFolder: Check = {
  id: 'decision-in-wrong-folder',
  reach: 'record',
  description: 'A decision lies in the folder of the year in which it was signed or attested, or in chua-ro.',
  run(register) {
    return register.decisions.flatMap(({ id, file, record }) => {
      const year = (record.signedOn ?? record.attestedOn)?.slice(0, 4) ?? 'chua-ro';
      const folder = FOLDER.exec(file)?.[1] ?? '';
      if (folder === year) return [];
      const home = file.replace(FOLDER, `/decisions/${year}/${id}.yaml`);
      const [field, date] = record.signedOn === undefined ? ['attestedOn', record.attestedOn] : ['signedOn', record.signedOn];
      return [
        errorAt(file, field, {
          en: `${date ?? 'is missing'}: the record belongs in ${home}, move it there`,
          vi: `${date ?? 'còn thiếu'}: hãy chuyển tệp đến ${home}`,
        }),
      ];
    });
  },
};
