import type { DeliveryFailure } from '../../domain/cash-on-delivery.ts';

/** Why a parcel could not be handed over, as the office says it. */
export const FAILURE_NAMES: Readonly<Record<DeliveryFailure, string>> = {
  'not-reached': 'Không gọi được người nhận',
  'asked-for-later': 'Người nhận hẹn lúc khác',
  'wrong-address': 'Sai địa chỉ',
  refused: 'Người nhận không lấy hàng',
  damaged: 'Hàng hỏng trên đường',
};
