/** The command line's words, read into options. Wrong usage is said with what would be right. */
import { parseArgs } from 'node:util';
import { parseIsoDay } from '../units/day';
import type { DaySerial } from '../units/units';
import { LANGUAGES, type Language, type Message } from '../texts';
import { SHEET_ROLES, type SheetRole } from '../engine';

const STATEMENT_FORMS = ['activity', 'open-item'] as const;
type StatementForm = (typeof STATEMENT_FORMS)[number];

export interface CommandLine {
  readonly workbook: string;
  readonly out: string | null;
  readonly json: string | null;
  /** The folder for statements as workbooks of their own. */
  readonly statements: string | null;
  readonly statementForm: StatementForm;
  readonly asOf: DaySerial | null;
  readonly customers: readonly string[];
  readonly language: Language | null;
  readonly roles: Readonly<Record<string, SheetRole>>;
}

export class WrongUsage extends Error {
  constructor(readonly reason: Message) {
    super(reason.code);
    this.name = 'WrongUsage';
  }
}

/** A result keeps its workbook's macros: Excel opens it only under the ending that says so, and none else under that. */
export function endingOf(workbook: string): '.xlsm' | '.xlsx' {
  return /\.xlsm$/i.test(workbook) ? '.xlsm' : '.xlsx';
}

export function asksForHelp(words: readonly string[]): boolean {
  return words.some((word) => word === '--help' || word === '-h');
}

/** @throws WrongUsage */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = parse(words);
  if (positionals.length !== 1) throw new WrongUsage({ code: 'cli.one-workbook', values: { count: positionals.length } });
  const [workbook] = positionals;
  if (values.out !== undefined && endingOf(values.out) !== endingOf(workbook)) throw new WrongUsage({ code: 'cli.bad-ending', values: { file: values.out, ending: endingOf(workbook) } });
  return {
    workbook,
    out: values.out ?? null,
    json: values.json ?? null,
    statements: values.statements ?? null,
    statementForm: values['statement-form'] === undefined ? 'activity' : readForm(values['statement-form']),
    asOf: values['as-of'] === undefined ? null : readDay(values['as-of']),
    customers: values.customer ?? [],
    language: values.lang === undefined ? null : readLanguage(values.lang),
    roles: Object.fromEntries((values.sheet ?? []).map(readRole)),
  };
}

/** Several workbooks, or folders of them, with one folder for all results. */
export interface Batch {
  readonly paths: readonly string[];
  readonly outFolder: string;
  /** Options that hold for each workbook, as words of its own command line. */
  readonly passedOn: readonly string[];
  readonly language: Language | null;
}

/** `null` where the words ask for one workbook. @throws WrongUsage */
export function readBatch(words: readonly string[]): Batch | null {
  const { values, positionals } = parse(words);
  const { 'out-dir': outFolder, ...others } = values;
  if (outFolder === undefined) return null;
  const alone = (['out', 'json', 'statements'] as const).find((name) => others[name] !== undefined);
  if (alone) throw new WrongUsage({ code: 'cli.not-with-out-dir', values: { option: `--${alone}` } });
  if (positionals.length === 0) throw new WrongUsage({ code: 'cli.one-workbook', values: { count: 0 } });
  const passedOn = Object.entries(others).flatMap(([name, value]) => [value ?? []].flat().flatMap((each) => [`--${name}`, each]));
  const { language } = readCommandLine([positionals[0], ...passedOn]);
  return { paths: positionals, outFolder, passedOn, language };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'out-dir': { type: 'string' },
        json: { type: 'string' },
        statements: { type: 'string' },
        'statement-form': { type: 'string' },
        'as-of': { type: 'string' },
        customer: { type: 'string', multiple: true },
        lang: { type: 'string' },
        sheet: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new WrongUsage({ code: 'cli.unknown-option', values: { detail: (error as Error).message } });
  }
}

function readDay(text: string): DaySerial {
  const day = parseIsoDay(text);
  if (day === null) throw new WrongUsage({ code: 'cli.bad-day', values: { text } });
  return day;
}

function readForm(text: string): StatementForm {
  const form = STATEMENT_FORMS.find((each) => each === text);
  if (!form) throw new WrongUsage({ code: 'cli.bad-form', values: { text, forms: { list: STATEMENT_FORMS } } });
  return form;
}

function readLanguage(text: string): Language {
  const language = LANGUAGES.find((each) => each.toLowerCase() === text.toLowerCase());
  if (!language) throw new WrongUsage({ code: 'cli.bad-language', values: { text, languages: { list: LANGUAGES } } });
  return language;
}

function readRole(text: string): [string, SheetRole] {
  const split = text.lastIndexOf('=');
  const role = SHEET_ROLES.find((each) => each === text.slice(split + 1));
  if (split < 1 || !role) throw new WrongUsage({ code: 'cli.bad-role', values: { text, roles: { list: SHEET_ROLES } } });
  return [text.slice(0, split), role];
}
