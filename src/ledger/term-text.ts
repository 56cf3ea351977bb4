import type { Term } from './books';

/** How terms are written, by what they mean: `月结30天`, `net 30`, `EOM+15`, `次月25日`, `实销实结`, `30% 30 days, 70% 60 days`. */
export function parseTermText(text: string): Term['rule'] | null {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  if (plain === '') return null;
  const days = Number(/(\d+)\s*(天|日(?!前|付|结)|days?|d\b)/.exec(plain)?.[1] ?? /(\d+)/.exec(plain)?.[1] ?? Number.NaN);
  if (/实销|實銷|sell[- ]?through|sale or return|consign|代销|代銷|寄售/.test(plain)) return { kind: 'sell-through', days: Number.isNaN(days) ? 0 : days };
  const parts = instalmentsOf(plain);
  if (parts) return { kind: 'instalments', parts };
  const fixed = fixedDayOf(plain);
  if (fixed) return fixed;
  if (/月结|月結|eom|end of (the )?month|month[- ]end|月底/.test(plain)) return { kind: 'month-end', days: Number.isNaN(days) ? 0 : days };
  if (/现结|現結|现款|現款|现金|現金|货到付款|貨到付款|款到发货|预付|預付|cod|cash|due on receipt|upon receipt|immediate|prepaid|advance/.test(plain)) return { kind: 'days', days: 0 };
  const months = /(\d+|[一二两三四五六])\s*(个月|個月|months?)/.exec(plain);
  if (months) return { kind: 'days', days: 30 * (Number(months[1]) || '一二两三四五六'.replace('两', '').indexOf(months[1]) + 1 || 2) };
  return Number.isNaN(days) ? null : { kind: 'days', days };
}

/** `次月25日`, `隔月10日`, `25th of the following month`, `每月25日`. */
function fixedDayOf(text: string): Term['rule'] | null {
  const chinese = /(次次月|隔月|次月|下月|当月|當月|本月|每月|月结后?|月結後?)\s*(\d{1,2})\s*[日号號](?!内)/.exec(text);
  if (chinese) return { kind: 'fixed-day', dayOfMonth: Number(chinese[2]), months: /次次月|隔月/.test(chinese[1]) ? 2 : /当月|當月|本月/.test(chinese[1]) ? 0 : 1 };
  const monthEnd = /(次次月|隔月|次月|下月|当月|當月|本月)\s*(底|末)/.exec(text);
  if (monthEnd) return { kind: 'fixed-day', dayOfMonth: 31, months: /次次月|隔月/.test(monthEnd[1]) ? 2 : /当月|當月|本月/.test(monthEnd[1]) ? 0 : 1 };
  const english = /(\d{1,2})(?:st|nd|rd|th)\s*(?:day\s*)?(?:of\s*)?(?:the\s*)?(following|next|second|same|current|each|every)/.exec(text);
  if (english) return { kind: 'fixed-day', dayOfMonth: Number(english[1]), months: english[2] === 'second' ? 2 : /same|current/.test(english[2]) ? 0 : 1 };
  return null;
}

/** `30% 30天, 70% 60天`; shares that do not sum to one are no terms. */
function instalmentsOf(text: string): { share: number; days: number }[] | null {
  const parts = [...text.matchAll(/(\d{1,3}(?:\.\d+)?)\s*%\D*?(?:(\d+)\s*(?:天|日|days?|d\b)|(现|預|预|cod|advance|deposit|订金|訂金))/g)].map((part) => ({ share: Number(part[1]) / 100, days: part[2] ? Number(part[2]) : 0 }));
  if (parts.length < 2 || Math.abs(parts.reduce((sum, part) => sum + part.share, 0) - 1) > 0.001) return null;
  return parts;
}
