/** No sentence stands in a view: all of them are texts in three languages, and each text that is named exists. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { paneTexts } from '../../src/texts/pane';
import { paneFieldTexts } from '../../src/texts/pane-fields';
import { paneResultsTexts } from '../../src/texts/pane-results';
import { paneReviewTexts } from '../../src/texts/pane-review';
import { LANGUAGES } from '../../src/texts';

const FOLDER = path.join(__dirname, '../../src/taskpane');
const files = (readdirSync(FOLDER, { recursive: true }) as string[]).filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(FOLDER, name));
const texts = { ...paneTexts, ...paneFieldTexts, ...paneResultsTexts, ...paneReviewTexts };
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'hint']);

/** Words written straight into a view, as `file: words`. */
function literalsIn(file: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((words) => `${path.basename(file)}: ${words}`);
}

it('no view holds words of its own', () => {
  expect(files.flatMap(literalsIn)).toEqual([]);
});

it('every text that a view names exists', () => {
  const named = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'(pane\.[\w.-]+)'/g)].map((match) => match[1]));
  const stored = ['pane.choices', 'pane.layouts', 'pane.theme', 'pane.lastRun', 'pane.decisions'];
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((code) => !(code in texts) && !stored.includes(code))).toEqual([]);
});

it('every text is named somewhere', () => {
  const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const prefixes = [...sources.matchAll(/`(pane\.[\w.-]*)\$\{/g)].map((match) => match[1]);
  const unused = Object.keys(texts).filter((code) => !sources.includes(`'${code.replace(/\.one$/, '')}'`) && !prefixes.some((prefix) => code.startsWith(prefix)));
  expect(unused).toEqual([]);
});

it('every text has the same holes in every language', () => {
  const holesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join();
  for (const [code, text] of Object.entries(texts)) {
    // A singular may say its one in words.
    const expected = code.endsWith('.one') ? null : holesIn(text.en);
    for (const language of LANGUAGES) if (expected !== null) expect([code, language, holesIn(text[language])]).toEqual([code, language, expected]);
  }
});

it('no text shouts', () => {
  for (const text of Object.values(texts)) for (const language of LANGUAGES) expect(text[language]).not.toMatch(/[!！]/);
});
