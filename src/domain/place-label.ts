import type { DistrictUnitKind } from './former-place.ts';
import type { Commune, CommuneUnitKind, Province } from './place.ts';

const COMMUNE_KIND: Readonly<Record<CommuneUnitKind, { vi: string; en: string }>> = {
  xa: { vi: 'Xã', en: 'commune' },
  phuong: { vi: 'Phường', en: 'ward' },
  dac_khu: { vi: 'Đặc khu', en: 'special zone' },
};

const DISTRICT_KIND: Readonly<Record<DistrictUnitKind, string>> = {
  huyen: 'Huyện',
  quan: 'Quận',
  thi_xa: 'Thị xã',
  thanh_pho: 'Thành phố',
};

/** "Xã Thiên Cầm", "Thien Cam commune"; a numbered ward is "Ward 1 Bao Loc". */
export function communeLabel(commune: Pick<Commune, 'name' | 'nameEn' | 'unitKind'>, language: 'vi' | 'en'): string {
  const kind = COMMUNE_KIND[commune.unitKind];
  if (language === 'vi') return `${kind.vi} ${commune.name}`;
  if (/^\d/.test(commune.nameEn)) return `${capitalised(kind.en)} ${commune.nameEn}`;
  return `${commune.nameEn} ${kind.en}`;
}

/** "Tỉnh Hà Tĩnh", "Ha Tinh province"; "Thành phố Huế", "Hue city"; "Ho Chi Minh City" says it already. */
export function provinceLabel(province: Pick<Province, 'name' | 'nameEn' | 'unitKind'>, language: 'vi' | 'en'): string {
  const city = province.unitKind === 'thanh_pho';
  if (language === 'vi') return `${city ? 'Thành phố' : 'Tỉnh'} ${province.name}`;
  if (city) return province.nameEn.endsWith(' City') ? province.nameEn : `${province.nameEn} city`;
  return `${province.nameEn} province`;
}

/** "Huyện Cẩm Xuyên", "Quận 1": districts are named in Vietnamese only, as the documents of their time do. */
export function districtLabel(district: { name: string; unitKind: DistrictUnitKind }): string {
  return `${DISTRICT_KIND[district.unitKind]} ${district.name}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
