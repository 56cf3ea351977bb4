/** A result workbook in the hands of people: what they do to a sheet in Excel, done to its XML, names and all. */
import { columnLetters } from '../../../src/ledger/grid';
import { partsOf, withParts } from './package-parts';

const CELL = /<c r="([A-Z]+)(\d+)"((?: [a-z]+="[^"]*")*)(?:\/>|>.*?<\/c>)/g;

export class Hands {
  private readonly parts: Record<string, string> = {};

  constructor(private readonly file: Uint8Array) {}

  /** Writes into the cell that lies below an anchored heading. */
  write(key: string, column: string, row: number, content: string | number): void {
    this.put(key, `${this.place(key, column).letters}${row}`, content);
  }

  /** Writes into the cell at an anchor: a heading, or a single cell. */
  rename(key: string, anchor: string, content: string | number): void {
    const { letters, row } = this.place(key, anchor);
    this.put(key, `${letters}${row}`, content);
  }

  /** A column of their own, right of everything there is. */
  addColumn(key: string, headingRow: number, heading: string, values: Readonly<Record<number, string>>): void {
    const columns = [...this.sheet(key).matchAll(CELL)].map(([, letters]) => letters).map(numberOf);
    const letters = columnLetters(Math.max(...columns));
    this.put(key, `${letters}${headingRow}`, heading);
    for (const [row, value] of Object.entries(values)) this.put(key, `${letters}${row}`, value);
  }

  /** Empty rows above a row; everything below moves down, and so do the names that point there. */
  insertRows(key: string, above: number, count: number): void {
    const moved = (row: string) => String(Number(row) >= above ? Number(row) + count : Number(row));
    this.change(key, (xml) => xml.replace(/<row r="(\d+)"/g, (_, row: string) => `<row r="${moved(row)}"`).replace(/<c r="([A-Z]+)(\d+)"/g, (_, letters: string, row: string) => `<c r="${letters}${moved(row)}"`));
    this.changeNames(key, (reference) => reference.replace(/\$(\d+)$/, (_, row: string) => `$${moved(row)}`));
  }

  /** Two rows change places, as when people sort. */
  swapRows(key: string, one: number, other: number): void {
    const rows = [...this.sheet(key).matchAll(/<row r="(\d+)".*?<\/row>/gs)];
    const [a, b] = [one, other].map((row) => rows.find(([, number]) => Number(number) === row)?.[0] ?? '');
    const renumbered = (xml: string, row: number) => xml.replace(/<row r="\d+"/, `<row r="${row}"`).replace(/<c r="([A-Z]+)\d+"/g, `<c r="$1${row}"`);
    this.change(key, (xml) => xml.replace(a, '\u0001').replace(b, () => renumbered(a, other)).replace('\u0001', () => renumbered(b, one)));
  }

  /** The row of a column's heading. */
  headingRow(key: string, column: string): number {
    return this.place(key, column).row;
  }

  saved(): Uint8Array {
    return withParts(this.file, this.parts);
  }

  private put(key: string, reference: string, content: string | number): void {
    const row = reference.replace(/\D+/, '');
    const filled = (head: string) => typeof content === 'number' ? `<c r="${reference}"${head}><v>${content}</v></c>` : `<c r="${reference}"${head} t="inlineStr"><is><t>${content}</t></is></c>`;
    this.change(key, (xml) => {
      let isThere = false;
      const written = xml.replace(CELL, (cell, letters: string, number: string, head: string) => {
        if (letters + number !== reference) return cell;
        isThere = true;
        return filled(head.replace(/ t="[^"]*"/, ''));
      });
      return isThere ? written : written.replace(new RegExp(`(<row r="${row}"[^>]*>.*?)(</row>)`, 's'), (_, before: string, after: string) => before + filled('') + after);
    });
  }

  private place(key: string, anchor: string): { readonly letters: string; readonly row: number } {
    const found = new RegExp(`<definedName name="Duesheet\\.${encoded(key)}\\.${encoded(anchor)}"[^>]*>[^<]*\\$([A-Z]+)\\$(\\d+)<`).exec(this.part('xl/workbook.xml'));
    if (!found) throw new Error(`Nothing on "${key}" is anchored as "${anchor}".`);
    return { letters: found[1], row: Number(found[2]) };
  }

  private changeNames(key: string, change: (reference: string) => string): void {
    const names = new RegExp(`(<definedName name="Duesheet\\.${encoded(key)}\\.[^"]*"[^>]*>)([^<]*)`, 'g');
    this.parts['xl/workbook.xml'] = this.part('xl/workbook.xml').replace(names, (_, head: string, reference: string) => head + change(reference));
  }

  private sheet(key: string): string {
    return this.part(this.pathOf(key));
  }

  private change(key: string, edit: (xml: string) => string): void {
    const path = this.pathOf(key);
    this.parts[path] = edit(this.part(path));
  }

  private pathOf(key: string): string {
    const workbook = this.part('xl/workbook.xml');
    const sheet = new RegExp(`<definedName name="Duesheet\\.${encoded(key)}"[^>]*>'?(.*?)'?!`).exec(workbook)?.[1];
    const id = new RegExp(`<sheet name="${sheet}"[^>]*r:id="([^"]*)"`).exec(workbook)?.[1];
    const relation = this.part('xl/_rels/workbook.xml.rels').match(/<Relationship [^>]*>/g)?.find((each) => each.includes(`Id="${id}"`));
    const target = relation && /Target="\/?(?:xl\/)?([^"]*)"/.exec(relation)?.[1];
    if (!target) throw new Error(`There is no sheet "${key}".`);
    return `xl/${target}`;
  }

  private part(name: string): string {
    return (this.parts[name] ??= new TextDecoder().decode(partsOf(this.file).get(name)));
  }
}

function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** As names in the workbook spell a key. */
function encoded(key: string): string {
  return key.replace(/[^A-Za-z0-9]+/g, (run) => `_${[...run].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')}_`);
}
