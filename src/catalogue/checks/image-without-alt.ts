import { type Check, errorAt } from './check.ts';

export const imageWithoutAlt: Check = {
  id: 'image-without-alt',
  reach: 'record',
  description: 'Every photograph says in words what it shows.',
  run(register) {
    return [...register.products, ...register.lots].flatMap(({ file, record }) =>
      record.photographs.flatMap((photograph, place) =>
        photograph.alt !== undefined && photograph.alt.vi.trim() !== ''
          ? []
          : [
              errorAt(file, `photographs.${place}.alt`, {
                en: `is missing for "${photograph.file}": write in alt.vi what the photograph shows`,
                vi: `còn thiếu cho ảnh "${photograph.file}": hãy tả trong alt.vi ảnh chụp gì`,
              }),
            ],
      ),
    );
  },
};
