/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../src/preview/page/manifest';

const file = path.join(__dirname, '../../manifest.xml');
const xml = readFileSync(file, 'utf8');
const document = new DOMParser().parseFromString(xml, 'application/xml');
const all = (name: string) => Array.from(document.getElementsByTagNameNS('*', name));

describe('manifest.xml', () => {
  it('is well-formed and names a workbook add-in with the least permission it needs', () => {
    expect(all('parsererror')).toHaveLength(0);
    expect(all('Host')[0].getAttribute('Name')).toBe('Workbook');
    expect(all('Permissions')[0].textContent).toBe('ReadWriteDocument');
    expect(all('Set')[0].getAttribute('MinVersion')).toBe('1.9');
    expect(all('Id')[0].textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('defines every resource it refers to, and refers to every resource it defines', () => {
    const defined = ['Image', 'Url', 'String'].flatMap(all).filter((element) => element.hasAttribute('DefaultValue')).map((element) => element.id);
    const referred = all('*').flatMap((element) => element.getAttribute('resid') ?? []);
    expect([...new Set(referred)].sort()).toEqual([...defined].sort());
  });

  it('keeps within the limits of Excel', () => {
    for (const id of all('*').flatMap((element) => [element.getAttribute('resid'), ['Image', 'Url', 'String'].includes(element.localName) ? element.id : null])) expect((id ?? '').length).toBeLessThanOrEqual(32);
    for (const text of all('DisplayName').flatMap(texts)) expect(text.length).toBeLessThanOrEqual(125);
    for (const text of [...all('Description')].filter((element) => element.hasAttribute('DefaultValue')).flatMap(texts)) expect(text.length).toBeLessThanOrEqual(250);
  });

  it('says everything in three languages', () => {
    for (const element of [...all('String'), ...all('DisplayName'), ...all('Description').filter((each) => each.hasAttribute('DefaultValue'))]) {
      const locales = Array.from(element.children).map((child) => child.getAttribute('Locale'));
      expect([element.id || element.localName, locales]).toEqual([element.id || element.localName, ['zh-CN', 'zh-TW']]);
    }
  });

  it.each([['en-US', 'Reconcile and collect'], ['zh-CN', '对账催收'], ['zh-TW', '對賬催收']])('puts the ribbon in %s', (locale, label) => {
    const manifest = readManifest(xml, locale);
    expect(manifest.buttons[0]).toMatchObject({ label, action: { kind: 'show-pane' } });
    expect(manifest.buttons.slice(1).map((button) => button.action)).toEqual(['runAgain', 'statementForSelection', 'nextSuggestion'].map((name) => ({ kind: 'function', name })));
    expect(manifest.paneUrl).toBe('https://localhost:3000/taskpane.html');
  });
});

function texts(element: Element): string[] {
  return [element.getAttribute('DefaultValue') ?? '', ...Array.from(element.children).map((child) => child.getAttribute('Value') ?? '')];
}
