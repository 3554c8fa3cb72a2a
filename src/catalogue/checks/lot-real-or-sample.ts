import { lotOfId } from '../lot-id.ts';
import type { RawRegister } from '../raw-register.ts';
import { type Check, errorAt, type Words } from './check.ts';

export const lotRealOrSample: Check = {
  id: 'lot-real-or-sample',
  reach: 'register',
  description: 'Lots of real products are real and lots of practice goods are practice data: nobody’s name carries made-up lots.',
  run(register) {
    const products = Map.groupBy(register.products, (product) => product.id);
    return register.lots.flatMap(({ id, file, sample }) => {
      const { productId } = lotOfId(id);
      const found = products.get(productId);
      if (found === undefined || found.some((product) => product.sample === sample)) return [];
      return [errorAt(file, 'product', sample ? madeUp(productId, producerOf(register, found[0]?.record.producer)) : practice(productId))];
    });
  },
};

function madeUp(product: string, producer: string | undefined): Words {
  return {
    en: `"${product}" is a real product${producer === undefined ? '' : ` of ${producer}`} but this lot lies in content/samples/: a real name carries no made-up lot, remove the file, or move it to content/lots/ if the producer declared it`,
    vi: `"${product}" là sản phẩm thật${producer === undefined ? '' : ` của ${producer}`} còn lô này nằm trong content/samples/: tên thật không gắn lô bịa, hãy xoá tệp, hoặc chuyển sang content/lots/ nếu chính chủ thể đã khai`,
  };
}

function practice(product: string): Words {
  return {
    en: `"${product}" is a sample of content/samples/ but this lot is kept as real: move it to content/samples/lots/`,
    vi: `"${product}" là dữ liệu minh hoạ trong content/samples/ còn lô này ghi như thật: hãy chuyển sang content/samples/lots/`,
  };
}

function producerOf({ producers }: RawRegister, id: string | undefined): string | undefined {
  return producers.find((producer) => producer.id === id)?.record.name;
}
