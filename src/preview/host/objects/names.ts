/** Defined names of the workbook or of one sheet. */
import { parseAddress, splitReference, type Area } from '../model/areas';
import type { Sheet } from '../model/sheet';
import type { DefinedName } from '../model/workbook';
import { booleanArgument, textArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { quotedSheet } from '../../../workbook/names';
import { address } from '../model/areas';
import { RangeObject } from './range';

const LEGAL_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;
const LOOKS_LIKE_CELL = /^(?:[A-Za-z]{1,3}\d+|[rRcC]|[rR]\d*[cC]\d*)$/;

export class NamesObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet | null,
  ) {
    super(host);
  }

  get kind(): Kind<NamesObject> {
    return NAMES;
  }

  listed(): DefinedName[] {
    return this.host.workbook.names.filter(({ sheetId }) => sheetId === (this.sheet?.id ?? null));
  }

  find(key: unknown): NamedItemObject | null {
    const text = textArgument(key, 'name').toLowerCase();
    const found = this.listed().find(({ name }) => name.toLowerCase() === text);
    return found ? new NamedItemObject(this.host, found) : null;
  }

  add(name: string, formula: string, comment: unknown): NamedItemObject {
    if (!LEGAL_NAME.test(name) || LOOKS_LIKE_CELL.test(name)) throw new ExcelError('InvalidArgument', `"${name}" is no name that Excel allows.`);
    if (this.find(name)) throw new ExcelError('ItemAlreadyExists', `There is a name "${name}" already.`);
    const { sheet } = splitReference(formula);
    if (sheet !== null && !this.host.workbook.sheetByName(sheet)) throw new ExcelError('InvalidArgument', `"${formula}" refers to no sheet of this workbook.`);
    const defined: DefinedName = { name, formula, visible: true, comment: typeof comment === 'string' ? comment : '', sheetId: this.sheet?.id ?? null };
    this.host.workbook.names.push(defined);
    return new NamedItemObject(this.host, defined);
  }
}

const NAMES: Kind<NamesObject> = {
  name: 'NamedItemCollection',
  items: (names) => names.listed().map((name) => new NamedItemObject(names.host, name)),
  item: (names, key) => names.find(key),
  methods: {
    /** The reference is a range, or a formula with its `=`. */
    add: (names, [name, reference, comment]) => {
      const formula = reference instanceof RangeObject ? `=${quotedSheet(reference.sheet.name)}!${address(reference.area, true)}` : textArgument(reference, 'reference');
      if (!formula.startsWith('=')) throw new ExcelError('InvalidArgument', 'A name refers to a range or to a formula that starts with "=".');
      return names.add(textArgument(name, 'name'), formula, comment);
    },
    getCount: (names) => names.listed().length,
    getItem: (names, [key]) => {
      const found = names.find(key);
      if (!found) throw new ExcelError('ItemNotFound');
      return found;
    },
    getItemOrNullObject: (names, [key]) => names.find(key),
  },
};

class NamedItemObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly defined: DefinedName,
  ) {
    super(host);
  }

  get kind(): Kind<NamedItemObject> {
    return NAMED_ITEM;
  }

  override get id(): string {
    return this.defined.name;
  }

  /** What it refers to, where that is a range. */
  target(): { sheet: Sheet; area: Area } | null {
    const reference = splitReference(this.defined.formula);
    const area = parseAddress(reference.address);
    const sheet = reference.sheet === null ? undefined : this.host.workbook.sheetByName(reference.sheet);
    return sheet && area ? { sheet, area } : null;
  }

  get type(): string {
    if (this.target()) return 'Range';
    return this.defined.formula.includes('#REF!') ? 'Error' : 'String';
  }
}

const NAMED_ITEM: Kind<NamedItemObject> = {
  name: 'NamedItem',
  properties: {
    name: { get: ({ defined }) => defined.name },
    type: { get: (item) => item.type },
    scope: { get: ({ defined }) => (defined.sheetId === null ? 'Workbook' : 'Worksheet') },
    /** A range name's value is its address, as in Excel. */
    value: { get: (item) => (item.type === 'Error' ? '#REF!' : item.defined.formula.slice(1)) },
    formula: { get: ({ defined }) => defined.formula, set: ({ defined }, value) => void (defined.formula = textArgument(value, 'formula')) },
    comment: { get: ({ defined }) => defined.comment, set: ({ defined }, value) => void (defined.comment = textArgument(value, 'comment')) },
    visible: { get: ({ defined }) => defined.visible, set: ({ defined }, value) => void (defined.visible = booleanArgument(value, 'visible')) },
  },
  methods: {
    delete: ({ host, defined }) => void host.workbook.names.splice(host.workbook.names.indexOf(defined), 1),
    getRange: (item) => {
      const target = item.target();
      if (!target) throw new ExcelError('InvalidReference', `The name "${item.defined.name}" refers to no range.`);
      return item.host.objects.range(target.sheet, target.area);
    },
    getRangeOrNullObject: (item) => {
      const target = item.target();
      return target && item.host.objects.range(target.sheet, target.area);
    },
  },
};
