import type { Term } from './books';

/** How terms are written, by what they mean: `月结30天`, `net 30`, `EOM+15`, `次月25日`, `实销实结`, `30% 30 days, 70% 60 days`. */
export function parseTermText(text: string): Term['rule'] | null {
  const plain = withoutDiscount(text.normalize('NFKC').toLowerCase().trim());
  // `30/50/20` tells shares and no days.
  if (plain === '' || /^\d{1,3}(\s*[/:+-]\s*\d{1,3}){2,}$/.test(plain)) return null;
  const counted = /(\d+)\s*(天|日(?!前|付|结)|days?|d\b)/.exec(plain)?.[1];
  const span = spanOf(plain);
  const days = Number(counted ?? span ?? /(\d+)/.exec(plain)?.[1] ?? Number.NaN);
  if (/实销|實銷|sell[- ]?through|sale or return|consign|代销|代銷|寄售/.test(plain)) return { kind: 'sell-through', days: Number.isNaN(days) ? 0 : days };
  const parts = instalmentsOf(plain);
  if (parts) return { kind: 'instalments', parts };
  const fixed = fixedDayOf(plain);
  if (fixed) return fixed;
  if (/月结|月結|eom|end of (the )?month|month[- ]end|月底|月末/.test(plain)) return { kind: 'month-end', days: Number.isNaN(days) ? 0 : days };
  // Cash that is paid so many days later is a way to pay, not a term.
  if (counted === undefined && /现结|現結|现款|現款|现金|現金|货到付款|貨到付款|款到发货|预付|預付|cod|cash|due on receipt|upon receipt|immediate|prepaid|advance|即期|即付|先款|\bcia\b|\bcwo\b/.test(plain)) return { kind: 'days', days: 0 };
  return Number.isNaN(days) ? null : { kind: 'days', days };
}

/** `2/10 net 30`, `2% 10, n/45`: what is off for paying early is no term; the net days are. */
function withoutDiscount(text: string): string {
  const net = /^\d+(?:\.\d+)?\s*[%/]\s*\d+\D+?(?:net|n)\s*\/?\s*(\d+.*)$/.exec(text);
  return net ? `net ${net[1]}` : text;
}

const COUNTS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 半: 0.5, one: 1, two: 2, three: 3, half: 0.5 };
const DAYS_OF: readonly (readonly [RegExp, number])[] = [[/^(周|週|星期|weeks?)$/, 7], [/^(个月|個月|months?)$/, 30], [/^(季度|季|quarters?)$/, 90]];

/** `两个月`, `2 weeks`, `半个月` in days; `null` where no such span is named. */
function spanOf(text: string): number | null {
  const span = /(\d+|[一二两兩三四五六半]|one|two|three|half)\s*(?:a\s*)?(周|週|星期|weeks?|个月|個月|months?|季度|季|quarters?)/.exec(text);
  const days = span ? DAYS_OF.find(([unit]) => unit.test(span[2]))?.[1] : undefined;
  return span && days !== undefined ? Math.round((COUNTS[span[1]] ?? Number(span[1])) * days) : null;
}

const DAY_OF_MONTH = '(0?[1-9]|[12]\\d|3[01])';
const DAY_IN_CHINESE = new RegExp(String.raw`(次次月|隔月|次月|翌月|下个?月|当月|當月|本月|每月|月结后?|月結後?)\s*${DAY_OF_MONTH}\s*[日号號](?!内)`);
const DAY_ALONE = new RegExp(String.raw`^(?:每?月)?${DAY_OF_MONTH}\s*[日号號]\s*(?:付款?|结算?|結算?|收款)|^${DAY_OF_MONTH}(?:st|nd|rd|th)(?:\s*(?:monthly|of (?:the |each |every )?month))?$|^${DAY_OF_MONTH}\s*mfi$`);
const DAY_IN_ENGLISH = new RegExp(String.raw`\b${DAY_OF_MONTH}(?:st|nd|rd|th)\s*(?:day\s*)?(?:of\s*)?(?:the\s*)?(following|next|prox(?:imo)?|second|same|current|each|every)`);

/** `次月25日`, `隔月10日`, `25th of the following month`, `每月25日`. */
function fixedDayOf(text: string): Term['rule'] | null {
  const chinese = DAY_IN_CHINESE.exec(text);
  if (chinese) return { kind: 'fixed-day', dayOfMonth: Number(chinese[2]), months: /次次月|隔月/.test(chinese[1]) ? 2 : /当月|當月|本月/.test(chinese[1]) ? 0 : 1 };
  const monthEnd = /(次次月|隔月|次月|翌月|下个?月|当月|當月|本月)\s*(底|末)/.exec(text);
  if (monthEnd) return { kind: 'fixed-day', dayOfMonth: 31, months: /次次月|隔月/.test(monthEnd[1]) ? 2 : /当月|當月|本月/.test(monthEnd[1]) ? 0 : 1 };
  if (/end of (the )?(next|following) month|end of (the )?month following/.test(text)) return { kind: 'fixed-day', dayOfMonth: 31, months: 1 };
  const alone = DAY_ALONE.exec(text);
  if (alone) return { kind: 'fixed-day', dayOfMonth: Number(alone[1] ?? alone[2] ?? alone[3]), months: 1 };
  const english = DAY_IN_ENGLISH.exec(text);
  if (english) return { kind: 'fixed-day', dayOfMonth: Number(english[1]), months: english[2] === 'second' ? 2 : /same|current/.test(english[2]) ? 0 : 1 };
  return null;
}

/** `30% 30天, 70% 60天`; shares that do not sum to one are no terms. */
function instalmentsOf(text: string): { share: number; days: number }[] | null {
  const parts = [...text.matchAll(/(\d{1,3}(?:\.\d+)?)\s*%\D*?(?:(\d+)\s*(?:天|日|days?|d\b|$)|(现|預|预|cod|advance|deposit|订金|訂金))/g)].map((part) => ({ share: Number(part[1]) / 100, days: part[2] ? Number(part[2]) : 0 }));
  if (parts.length < 2 || Math.abs(parts.reduce((sum, part) => sum + part.share, 0) - 1) > 0.001) return null;
  return parts;
}
