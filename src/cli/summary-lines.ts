/** The result in a few aligned lines, as a person at a terminal wants to read it. */
import { formatAmount, type CurrencyCode } from '../units/money';
import { say, type Language, type Message } from '../texts';
import { CLASSES, type SummaryView } from '../engine';
import type { CommandLine } from './arguments';

export function summaryLines(summary: SummaryView, command: CommandLine, language: Language): string[] {
  const words = (code: string, values?: Message['values']) => say({ code, values }, language);
  const { counts } = summary;
  const written = [command.out, command.json].filter((path) => path !== null);
  return [
    words('cli.as-of', { day: { day: summary.asOf } }),
    words('cli.counts', { entries: counts.entries, matched: counts.matchedEntries, confirmed: counts.confirmed, suggested: counts.suggested }),
    ...summary.currencies.flatMap((each) => ['', ...currencyLines(each, summary, words)]),
    ...customerLines(summary, words),
    ...(counts.skippedRows + counts.issues > 0 ? ['', words('cli.skipped', { rows: counts.skippedRows, issues: counts.issues })] : []),
    ...(written.length > 0 ? ['', words('cli.written', { files: { list: written } })] : []),
  ];
}

type Words = (code: string, values?: Message['values']) => string;

/** The three figures subtract: what stands on customers whose ledger is not here is a line of its own. */
function currencyLines(each: SummaryView['currencies'][number], { customers }: SummaryView, words: Words): string[] {
  const amount = (minor: number) => formatAmount(minor, each.currency);
  const ofCurrency = customers.filter(({ currency }) => currency === each.currency);
  const apartMinor = ofCurrency.reduce((sum, customer) => sum + (customer.hasTheirs ? 0 : customer.oursMinor), 0);
  const compared: [string, string][] = [
    ...(apartMinor === 0 ? [] : [[`  ${words('cli.not-compared')}`, amount(apartMinor)] as [string, string]]),
    [words('cli.theirs'), amount(each.theirsMinor)],
    [words('cli.difference'), amount(each.differenceMinor)],
  ];
  const rows: [string, string][] = [
    [words('cli.ours'), amount(each.oursMinor)],
    ...(ofCurrency.some((customer) => customer.hasTheirs) ? compared : []),
    ...each.byCategory.map(({ category, amountMinor, count }): [string, string] => [`  ${words(category)} (${count})`, amount(amountMinor)]),
    ...CLASSES.map((name): [string, string] => [words(name), amount(each.classesMinor[name])]),
  ];
  return [each.currency, ...aligned(rows)];
}

function customerLines({ customers }: SummaryView, words: Words): string[] {
  const heading = [words('cli.customer'), words('cli.ours'), words('cli.theirs'), words('cli.difference'), words('unexplained')];
  const cells = (currency: CurrencyCode, ...amounts: number[]) => amounts.map((minor) => formatAmount(minor, currency));
  const rows = customers.map((each) =>
    each.hasTheirs
      ? [each.name, ...cells(each.currency, each.oursMinor, each.theirsMinor, each.differenceMinor, each.unexplainedMinor)]
      : [each.name, ...cells(each.currency, each.oursMinor), '-', '-', '-'],
  );
  return ['', ...aligned([heading, ...rows])];
}

/** First column left, the others right; a CJK character takes two places. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column] - widthOf(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(letter) ? 2 : 1), 0);
}
