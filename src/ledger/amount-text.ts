/**
 * Amounts as ledgers print them in text: `10,425`, `(1,200.00)`, full-width digits, `¥`, `NT$`, a trailing
 * minus, `1.234,56-`, red letters, `CR`/`DR`. The result is in major units.
 */

/** Which mark parts the decimals; a column keeps to one. */
export type DecimalMark = '.' | ',';

const CURRENCY_MARKS = /(nt|us|hk|s|a|c|mop)?\$|rmb|cny|twd|usd|hkd|eur|gbp|jpy|sgd|myr|人民[币幣]|新[台臺][币幣]|[台臺][币幣]|[¥€£₩元圆圓]|整$/gi;
const MINUS_SIGNS = /[−–—﹣‐‑]/g;
const RED_LETTERS = /^[[(]?(红字|紅字|红|紅|△|▲)[\])]?/;
/** Groups of three, or of two and three as in India. */
const GROUPED = /^\d{1,3}(,\d{2,3})*,\d{3}$/;

/** `null` where the text is no amount. A lone dash is a printed zero. */
export function parseAmountText(text: string, decimalMark: DecimalMark = '.'): number | null {
  let rest = text.normalize('NFKC').replace(MINUS_SIGNS, '-').replace(CURRENCY_MARKS, '').replace(/[\s'’]/g, '');
  if (/^-+$/.test(rest)) return 0;
  let sign = 1;
  const negate = (shorter: string) => {
    if (shorter !== rest) sign = -sign;
    rest = shorter;
  };
  negate(rest.replace(RED_LETTERS, ''));
  rest = rest.replace(/(dr|d|借)\.?$|^(dr|借)\.?/i, '');
  negate(rest.replace(/(cr|c|贷|貸)\.?$|^(cr|贷|貸)\.?/i, ''));
  negate(rest.replace(/^\((.*)\)$/, '$1'));
  negate(rest.replace(/^-|-$/, ''));
  rest = rest.replace(/^\+/, '');
  const scale = /[万萬]$/.test(rest) ? 10_000 : 1;
  const digits = plainDigits(rest.replace(/[万萬]$/, ''), decimalMark);
  if (digits === null) return null;
  return sign * Number(digits) * scale || 0;
}

function plainDigits(text: string, decimalMark: DecimalMark): string | null {
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return null;
  const lastPoint = text.lastIndexOf('.');
  const lastComma = text.lastIndexOf(',');
  const mark = lastPoint >= 0 && lastComma >= 0 ? (lastPoint > lastComma ? '.' : ',') : markOfSingleKind(text, decimalMark);
  const at = text.lastIndexOf(mark);
  const whole = at < 0 ? text : text.slice(0, at);
  const decimals = at < 0 ? '' : text.slice(at + 1);
  const groups = mark === '.' ? whole : whole.replace(/\./g, ',');
  if (/[.,]/.test(decimals) || (groups.includes(mark === '.' ? '.' : ';'))) return null;
  if (groups.includes(',') && !GROUPED.test(groups)) return null;
  return `${groups.replace(/,/g, '') || '0'}.${decimals || '0'}`;
}

/** With one kind of mark only: several of it, or three digits after a comma, are groups. */
function markOfSingleKind(text: string, decimalMark: DecimalMark): DecimalMark {
  if ((text.match(/\./g) ?? []).length > 1) return ',';
  if ((text.match(/,/g) ?? []).length > 1) return '.';
  if (text.includes(',')) return /,\d{3}$/.test(text) && decimalMark === '.' ? '.' : ',';
  return /\.\d{3}$/.test(text) && decimalMark === ',' ? ',' : '.';
}

/** Settles the decimal mark by all texts of a column: the first that leaves one reading decides. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark {
  for (const text of texts) {
    const plain = text.normalize('NFKC');
    if (/\d\.\d{3},\d|\d,\d{1,2}\D*$/.test(plain) && !/\.\d{1,2}\D*$/.test(plain)) return ',';
    if (/\d,\d{3}\.\d|\d\.\d{1,2}\D*$/.test(plain)) return '.';
  }
  return '.';
}
