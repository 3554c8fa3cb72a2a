import { type Check, errorAt } from './check.ts';

export const offerWithoutSeller: Check = {
  id: 'offer-without-seller',
  reach: 'register',
  description: 'Whoever buys contracts with the seller of the site: without one, nothing real is offered.',
  run(register) {
    if (register.site.seller !== undefined) return [];
    return register.offers
      .filter(({ sample }) => !sample)
      .map(({ file }) =>
        errorAt(file, 'offers', {
          en: 'are offered by nobody: write the seller into content/site.yaml, or remove the file',
          vi: 'không có bên bán: hãy ghi seller (bên bán) vào content/site.yaml, hoặc xoá tệp',
        }),
      );
  },
};
