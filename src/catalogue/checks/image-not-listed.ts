import { type Check, warningAt } from './check.ts';

const IMAGE = /\.(?:jpe?g|png|webp|avif|heic|tiff?|gif)$/i;

export const imageNotListed: Check = {
  id: 'image-not-listed',
  reach: 'register',
  description: 'A photograph that lies beside a product is named in its record; else it is not shown and has no words.',
  run(register) {
    return register.products.flatMap(({ file, record }) => {
      const listed = new Set(record.photographs.map((photograph) => photograph.file));
      return (register.folders.get(file) ?? [])
        .filter((name) => IMAGE.test(name) && !listed.has(name))
        .map((name) =>
          warningAt(file, 'photographs', {
            en: `does not name "${name}", which lies beside it: add it with alt, or remove the file`,
            vi: `chưa ghi ảnh "${name}" nằm cạnh bản ghi: hãy thêm vào kèm alt, hoặc xoá tệp ảnh`,
          }),
        );
    });
  },
};
