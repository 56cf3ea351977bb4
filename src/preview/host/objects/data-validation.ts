/** What may be typed into cells: the drop-down lists that the add-in writes, and other rules kept as they came. */
import { intersection, isSame, type Area } from '../model/areas';
import type { Sheet, Validation } from '../model/sheet';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { ensureUnprotected } from './protection';

/** A list given as words is one text, and Excel refuses a longer one. */
const LIST_LENGTH_MAX = 255;

export class DataValidationObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  get kind(): Kind<DataValidationObject> {
    return DATA_VALIDATION;
  }

  get current(): Validation | undefined {
    return this.sheet.validations.findLast((validation) => intersection(validation.area, this.areas[0]));
  }

  clear(): void {
    ensureUnprotected(this.sheet);
    this.sheet.validations = this.sheet.validations.filter((validation) => !this.areas.some((area) => isSame(area, validation.area)));
    this.host.looksChanged(this.sheet);
  }
}

function setRule(validation: DataValidationObject, value: unknown): void {
  const rule = value as { list?: { source?: unknown; inCellDropDown?: boolean } } | null;
  if (typeof rule !== 'object' || rule === null) throw new ExcelError('InvalidArgument', 'A validation rule is an object.');
  const source = rule.list?.source;
  if (rule.list && typeof source !== 'string') throw new ExcelError('InvalidArgument', "The list's source is text: words between commas, or a reference.");
  if (typeof source === 'string' && !source.startsWith('=') && source.length > LIST_LENGTH_MAX) throw new ExcelError('InvalidArgument', `A list of words is at most ${LIST_LENGTH_MAX} characters.`);
  validation.clear();
  for (const area of validation.areas) {
    validation.sheet.validations.push({ area, list: typeof source === 'string' ? source : null, rule: value, inCellDropDown: rule.list?.inCellDropDown ?? true });
  }
}

const DATA_VALIDATION: Kind<DataValidationObject> = {
  name: 'DataValidation',
  properties: {
    rule: { get: ({ current }) => current?.rule ?? {}, set: setRule },
    type: { get: ({ current }) => (current === undefined ? 'None' : current.list === null ? 'Custom' : 'List') },
    ignoreBlanks: { get: () => true, set: (validation) => ensureUnprotected(validation.sheet) },
    errorAlert: { set: (validation) => ensureUnprotected(validation.sheet) },
    prompt: { set: (validation) => ensureUnprotected(validation.sheet) },
  },
  methods: { clear: (validation) => validation.clear() },
};
