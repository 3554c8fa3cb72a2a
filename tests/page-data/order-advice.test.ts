import { expect, test } from 'vitest';
import { DELIVERY_FAILURES } from '../../src/domain/cash-on-delivery.ts';
import { orderAdvice } from '../../src/page-data/desk/shop/order-advice.ts';

test('what follows a delivery that failed depends on why it failed, and how often', () => {
  const advice = (failures: number) => DELIVERY_FAILURES.map((failure) => orderAdvice({ state: 'delivery-failed', payment: 'cod', failures, failure, tasks: [] }));
  expect(advice(1)).toEqual([
    'Có thể giao lại: hẹn lại với người mua rồi bấm “Đã gửi hàng”.',
    'Người nhận hẹn lúc khác: chốt ngày giờ với bưu tá, giao lại thì bấm “Đã gửi hàng”.',
    'Gọi người mua trước: hỏi lại địa chỉ cho đúng, báo bưu tá, rồi mới bấm “Đã gửi hàng”.',
    'Người nhận không lấy hàng: không giao lại, cho hàng quay về.',
    'Hàng hỏng trên đường: không giao lại, cho hàng quay về và báo đơn vị giao.',
  ]);
  expect(advice(2).slice(0, 3)).toEqual(Array.from({ length: 3 }, () => 'Đã giao 2 lần không được: cho hàng quay về.'));
});
