import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });
const HAS_HAN = /\p{Script=Han}/u;

/** Traditional characters as simplified ones, so that one vocabulary serves both scripts. */
export function toSimplified(text: string): string {
  return HAS_HAN.test(text) ? convert(text) : text;
}

/** True where converting changes the text: it holds characters that only traditional script writes. */
export function isTraditional(text: string): boolean {
  return toSimplified(text) !== text;
}
