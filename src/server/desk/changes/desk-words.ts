/** The import speaks to people at a command line; at the desk the same things are fields of a form. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/hãy chạy lại với --so "[^"]*" --ngay \S+?(?=[.;,]|\s|$)/g, 'hãy điền ở phần Văn bản'],
  [/chạy lại với --ngay/g, 'điền ô Ngày ký ở phần Văn bản'],
  [/chạy lại với --cap/g, 'chọn ô Cấp ở phần Văn bản'],
  [/chạy lại với --hinh-thuc/g, 'chọn ô Hình thức ở phần Văn bản'],
  [/có thể thêm --co-quan/g, 'có thể điền ô Cơ quan ban hành'],
  [/tệp mẫu \(--mau\)/g, 'tệp mẫu'],
  [/còn lệnh ghi --so/g, 'còn ô Số quyết định ghi'],
  [/còn lệnh ghi --ngay/g, 'còn ô Ngày ký ghi'],
  [/hãy bỏ --so/g, 'hãy bỏ trống ô Số quyết định'],
  [/hãy bỏ --ngay/g, 'hãy bỏ trống ô Ngày ký'],
];

export function inDeskWords(text: string): string {
  return WORDS.reduce((words, [pattern, replacement]) => words.replaceAll(pattern, replacement), text);
}
