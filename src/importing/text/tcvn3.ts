/** TCVN 5712:1993 as `.VnTime` and its kind use it, read as Latin-1. It has no capitals with tones: `.VnTimeH` draws them. */
const CODED = '¡¢§£¤¥¦¨©®ª«¬\u00adµ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const LETTERS = 'ĂÂĐÊÔƠƯăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

const DECODE = new Map([...CODED].map((code, at) => [code, [...LETTERS][at] ?? code]));
const ENCODE = new Map([...DECODE].map(([code, letter]) => [letter, code]));

export function fromTcvn3(text: string): string {
  return [...text].map((code) => DECODE.get(code) ?? code).join('');
}

/** Capitals with tones, which the coding lacks, become small letters as the fonts' users type them. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')].map((letter) => ENCODE.get(letter) ?? ENCODE.get(letter.toLowerCase()) ?? letter).join('');
}
