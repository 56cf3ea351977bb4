import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ALLOCATION_RULES } from '../../src/settlement/settlement';
import { ACTIONS, FACTORS } from '../../src/collection/plan';
import { CLASSES } from '../../src/aging/aged';
import { CATEGORIES, MATCH_RULES } from '../../src/matching/reconciliation';
import { ENTRY_KINDS, SIDES } from '../../src/ledger/books';
import { LANGUAGES, languageOf, say } from '../../src/texts';

const folder = path.join(__dirname, '../../src/texts');
const files = readdirSync(folder).filter((file) => !['index.ts', 'message.ts', 'language.ts'].includes(file));

type Catalogue = Record<string, Record<string, string>>;

async function cataloguesOf(file: string): Promise<Catalogue[]> {
  const module = (await import(path.join(folder, file))) as Record<string, unknown>;
  return Object.entries(module).filter(([name]) => name.endsWith('Texts')).map(([, value]) => value as Catalogue);
}

function sourceFiles(from: string): string[] {
  return readdirSync(from, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? sourceFiles(path.join(from, each.name)) : /\.tsx?$/.test(each.name) ? [path.join(from, each.name)] : []));
}

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('texts', () => {
  it('gives every code to one room only', async () => {
    const owner = new Map<string, string>();
    for (const file of files) {
      for (const code of new Set((await cataloguesOf(file)).flatMap((catalogue) => Object.keys(catalogue)))) {
        expect(`${code} in ${owner.get(code) ?? file}`).toBe(`${code} in ${file}`);
        owner.set(code, file);
      }
    }
    expect(owner.size).toBeGreaterThan(100);
  });

  it('says every sentence in three languages, with the same holes', async () => {
    for (const file of files) {
      for (const [code, text] of (await cataloguesOf(file)).flatMap((catalogue) => Object.entries(catalogue))) {
        for (const language of LANGUAGES) {
          expect([code, language, text[language]?.trim() ?? '']).not.toEqual([code, language, '']);
          expect([code, holes(text[language])]).toEqual([code, holes(text.en)]);
        }
      }
    }
  });

  it('has a text for every code that the sources name', async () => {
    const known = new Set<string>();
    for (const file of files) for (const catalogue of await cataloguesOf(file)) for (const code of Object.keys(catalogue)) known.add(code);
    // Excel's own error codes look alike; they live at the edge. The system's begin with a capital.
    for (const file of sourceFiles(path.join(folder, '..')).filter((each) => !/[\\/](preview|workbook)[\\/]/.test(each))) {
      for (const [, code] of readFileSync(file, 'utf8').matchAll(/code: '([a-z][\w-]*(?:\.[\w-]+)*)'/g)) expect([path.basename(file), code, known.has(code)]).toEqual([path.basename(file), code, true]);
    }
    const terms = [...ENTRY_KINDS, ...CATEGORIES, ...CLASSES, ...SIDES, ...MATCH_RULES.map((rule) => `rule.${rule}`), ...ALLOCATION_RULES.map((rule) => `allocation.${rule}`), ...ACTIONS.map((action) => `action.${action}`), ...FACTORS.map((factor) => `factor.${factor}`)];
    expect(terms.filter((term) => !known.has(term))).toEqual([]);
  });

  it('keeps simplified characters out of zh-TW', async () => {
    // Characters that are simplified forms only, from this trade's vocabulary.
    const simplifiedOnly = /[账对单额户发货调减结讼诉见读写动换环档说请认时间过还这进远选项题预须页书买产价务协历归录态总择报担据损]/u;
    for (const file of files) {
      for (const [code, text] of (await cataloguesOf(file)).flatMap((catalogue) => Object.entries(catalogue))) expect([code, simplifiedOnly.exec(text['zh-TW'])?.[0] ?? '']).toEqual([code, '']);
    }
  });

  it('does not promise what index.ts does not gather', () => {
    const index = readFileSync(path.join(folder, 'index.ts'), 'utf8');
    for (const file of files) expect(index).toContain(`./${file.replace('.ts', '')}'`);
  });

  it('puts values where they belong and fails loudly on an unknown code', () => {
    expect(say({ code: 'cli.as-of', values: { day: { day: 46023 } } }, 'en')).toBe('As of 2026-01-01');
    expect(() => say({ code: 'no.such.code' }, 'en')).toThrow('no.such.code');
  });
});

describe('language of a locale', () => {
  it.each([['zh-TW', 'zh-TW'], ['zh-Hant-HK', 'zh-TW'], ['zh-CN', 'zh-CN'], ['zh', 'zh-CN'], ['en-GB', 'en'], ['de-DE', 'en']])('%s → %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
