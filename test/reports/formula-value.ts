/**
 * An independent reading of the formulas that our sheets use: references, + - * /, SUM, SUBTOTAL, SUMIFS,
 * ROUND and IF, over the sheet's own cells. Knows nothing of how the sheets are made.
 */
import type { CellContent } from '../../src/reports/sheet-model';
import type { ModelGrid } from './model-grid';

type Value = number | string;
type Range = readonly { readonly row: number; readonly column: number }[];

export function formulaValue(grid: ModelGrid, formula: string): Value {
  return new Evaluation(grid, formula).run();
}

const TOKENS = /\s*(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|"(?:[^"]|"")*"|[-+*/(),=])/gy;

class Evaluation {
  private readonly tokens: string[];
  private next = 0;

  constructor(private readonly grid: ModelGrid, private readonly formula: string) {
    this.tokens = [...formula.matchAll(TOKENS)].map((match) => match[1]);
    if (this.tokens.join('').length !== formula.replace(/\s(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '').length) throw new Error(`Cannot read the formula ${formula}`);
  }

  run(): Value {
    const value = this.comparison();
    if (this.next !== this.tokens.length) throw new Error(`Cannot read all of ${this.formula}`);
    return value;
  }

  private comparison(): Value {
    const left = this.sum();
    if (!this.take('=')) return left;
    return left === this.sum() ? 1 : 0;
  }

  private sum(): Value {
    let value = this.product();
    for (;;) {
      if (this.take('+')) value = Number(value) + Number(this.product());
      else if (this.take('-')) value = Number(value) - Number(this.product());
      else return value;
    }
  }

  private product(): Value {
    let value = this.atom();
    for (;;) {
      if (this.take('*')) value = Number(value) * Number(this.atom());
      else if (this.take('/')) value = Number(value) / Number(this.atom());
      else return value;
    }
  }

  private atom(): Value {
    const token = this.tokens[this.next++];
    if (token === '-') return -Number(this.atom());
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    if (/\d$/.test(token)) return valueOf(this.grid, cellsOf(token)[0]);
    return this.call(token);
  }

  private call(name: string): Value {
    this.expect('(');
    const value = this.called(name);
    this.expect(')');
    return value;
  }

  private called(name: string): Value {
    const sum = (cells: Range) => cells.reduce((total, cell) => total + numberIn(this.grid, cell), 0);
    switch (name) {
      case 'SUM':
        return sum(this.range());
      case 'SUBTOTAL': {
        this.atom();
        this.expect(',');
        return sum(this.range().filter((cell) => !isSubtotal(this.grid, cell)));
      }
      case 'SUMIFS': {
        const [amounts, , criteria, , wanted] = [this.range(), this.expect(','), this.range(), this.expect(','), this.atom()];
        return sum(amounts.filter((_, i) => valueOf(this.grid, criteria[i]) === wanted));
      }
      case 'ROUND': {
        const [value, , digits] = [Number(this.sum()), this.expect(','), Number(this.atom())];
        return Number(`${Math.round(Number(`${value}e${digits}`))}e-${digits}`) || 0;
      }
      case 'IF': {
        const [condition, , yes, , no] = [this.comparison(), this.expect(','), this.sum(), this.expect(','), this.sum()];
        return condition ? yes : no;
      }
      default:
        throw new Error(`${name} is no function our sheets may use (${this.formula})`);
    }
  }

  private range(): Range {
    return cellsOf(this.tokens[this.next++]);
  }

  private take(token: string): boolean {
    if (this.tokens[this.next] !== token) return false;
    this.next++;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`${this.formula}: "${token}" expected before ${this.tokens[this.next]}`);
  }
}

function cellsOf(reference: string): Range {
  const [from, to = from] = reference.replaceAll('$', '').split(':').map((cell) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell) as RegExpExecArray;
    return { row: Number(row) - 1, column: [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
  });
  const cells = [];
  for (let row = from.row; row <= to.row; row++) for (let column = from.column; column <= to.column; column++) cells.push({ row, column });
  return cells;
}

function contentOf(grid: ModelGrid, { row, column }: { readonly row: number; readonly column: number }): CellContent {
  return grid.at(row, column)?.content ?? null;
}

function isSubtotal(grid: ModelGrid, cell: { readonly row: number; readonly column: number }): boolean {
  const content = contentOf(grid, cell);
  return content !== null && typeof content === 'object' && content.formula.startsWith('SUBTOTAL');
}

function valueOf(grid: ModelGrid, cell: { readonly row: number; readonly column: number }): Value {
  const content = contentOf(grid, cell);
  if (content === null) return 0;
  if (typeof content === 'object') return formulaValue(grid, content.formula);
  return typeof content === 'boolean' ? Number(content) : content;
}

function numberIn(grid: ModelGrid, cell: { readonly row: number; readonly column: number }): number {
  const value = valueOf(grid, cell);
  return typeof value === 'number' ? value : 0;
}
