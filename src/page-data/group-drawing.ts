/** One drawing stands for a whole group. */
const DRAWING_OF_GROUP: Readonly<Record<string, string>> = {
  'thuc-pham': 'fish-sauce',
  'do-uong': 'water-bottle',
  'duoc-lieu': 'medicinal-extract',
  'thu-cong-my-nghe': 'basketry',
  'sinh-vat-canh': 'flowers',
  'du-lich': 'homestay',
};

export function groupDrawing(groupId: string): string {
  return DRAWING_OF_GROUP[groupId] ?? 'other';
}
