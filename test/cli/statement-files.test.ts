import fc from 'fast-check';
import { legalName } from '../../src/cli/statement-files';

describe('the name of a statement file', () => {
  test.each([
    ['苏州宏图家电商贸有限公司', '苏州宏图家电商贸有限公司'],
    ['A/B: "north" <x>|?*', 'A B north x'],
    ['..\\..\\etc', 'etc'],
    ['Acme Inc.', 'Acme Inc'],
    ['CON', 'CON-'],
    ['???', '-'],
  ])('of %s is %s', (name, legal) => expect(legalName(name)).toBe(legal));

  test('is legal whatever the customer is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const legal = legalName(name);
        expect(legal).not.toMatch(/[<>:"/\\|?*]|^\.|[. ]$|^$/);
        expect(Buffer.byteLength(legal)).toBeLessThanOrEqual(200);
      }),
    );
  });
});
