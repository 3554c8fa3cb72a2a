import { type Check, errorAt } from './check.ts';

export const offerRealOrSample: Check = {
  id: 'offer-real-or-sample',
  reach: 'register',
  description: 'Offers of real products are real and offers of practice goods are practice data: nobody’s name carries a made-up price.',
  run(register) {
    const products = Map.groupBy(register.products, ({ id }) => id);
    return register.offers.flatMap(({ id, file, sample }) => {
      const found = products.get(id) ?? [];
      if (found.length === 0 || found.some((product) => product.sample === sample)) return [];
      return [
        errorAt(
          file,
          'product',
          sample
            ? { en: `"${id}" is a real product but this offer lies in content/samples/: a real name carries no made-up price, remove the file`, vi: `"${id}" là sản phẩm thật còn giá bán này nằm trong content/samples/: tên thật không gắn giá bịa, hãy xoá tệp` }
            : { en: `"${id}" is a sample of content/samples/ but this offer is kept as real: move it to content/samples/offers/`, vi: `"${id}" là dữ liệu minh hoạ trong content/samples/ còn giá bán này ghi như thật: hãy chuyển sang content/samples/offers/` },
        ),
      ];
    });
  },
};
