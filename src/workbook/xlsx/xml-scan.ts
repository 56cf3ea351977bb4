/**
 * Reads XML as it streams in and calls back for each tag and text. A worksheet of a million rows is some
 * 300 MB of it, so nothing is built: a tag's attributes stay one string until somebody asks for one.
 * Names are handed over without their namespace prefix: some exporters write `<x:row>`.
 */
import { ownValue } from '../../units/own-value';

export interface XmlVisitor {
  /** `attributes` is what stands between the name and the bracket; an empty element is followed by its `close`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Raw text, entities not yet resolved; a long text may come in several calls. */
  text(raw: string): void;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const BANG = 33;
const QUESTION = 63;

type Chunks = Iterable<string> | AsyncIterable<string>;

/** Feeds all chunks to the visitor; stops early when `enough` says so. Throws where the XML ends inside a tag. */
export async function scanXml(chunks: Chunks, visitor: XmlVisitor, enough: () => boolean = () => false): Promise<void> {
  const steps = scanXmlStepwise(chunks, visitor);
  while (!(await steps.next()).done) if (enough()) await steps.return(undefined);
}

/** As `scanXml`, one step per chunk, for readers that hand on what they have between chunks. */
export async function* scanXmlStepwise(chunks: Chunks, visitor: XmlVisitor): AsyncGenerator<void> {
  let rest = '';
  for await (const chunk of chunks) {
    rest = scanChunk(rest === '' ? chunk : rest + chunk, visitor);
    yield;
  }
  if (rest.trim() !== '') throw new Error('The XML ends inside a tag.');
}

/** Scans all complete tags of a chunk and returns what has to wait for the next one. */
function scanChunk(xml: string, visitor: XmlVisitor): string {
  let at = 0;
  for (;;) {
    const bracket = xml.indexOf('<', at);
    if (bracket < 0) return xml.slice(at);
    const mark = xml.charCodeAt(bracket + 1);
    const end = mark === BANG || mark === QUESTION ? endOfMarkup(xml, bracket) : endOfTag(xml, bracket);
    if (end < 0) return xml.slice(at);
    if (bracket > at) visitor.text(xml.slice(at, bracket));
    if (mark === BANG) {
      if (xml.startsWith('<![CDATA[', bracket)) visitor.text(escapeXml(xml.slice(bracket + 9, end - 3)));
    } else if (mark === SLASH) {
      visitor.close(localName(xml, bracket + 2, end - 1));
    } else if (mark !== QUESTION) {
      visitTag(xml, bracket, end, visitor);
    }
    at = end;
  }
}

/** Behind the closing bracket of a tag, or -1. A bracket inside a quoted attribute does not count. */
function endOfTag(xml: string, from: number): number {
  for (let end = xml.indexOf('>', from); end >= 0; end = xml.indexOf('>', end + 1)) {
    const last = xml.charCodeAt(xml.charCodeAt(end - 1) === SLASH ? end - 2 : end - 1);
    // With attributes, the last thing before the bracket is a quote or space; cheap to tell, and enough for the
    // common case. Only then is it worth counting quotes.
    if (last === QUOTE || last === APOSTROPHE || !insideQuotes(xml, from, end)) return end + 1;
  }
  return -1;
}

function insideQuotes(xml: string, from: number, to: number): boolean {
  let quote = 0;
  for (let i = from; i < to; i++) {
    const code = xml.charCodeAt(i);
    if (quote === 0 && (code === QUOTE || code === APOSTROPHE)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

function endOfMarkup(xml: string, from: number): number {
  const closing = xml.startsWith('<![CDATA[', from) ? ']]>' : xml.startsWith('<!--', from) ? '-->' : xml[from + 1] === '?' ? '?>' : '>';
  // A `<!` cut off at the end of a chunk cannot be told apart yet.
  if (xml.length - from < 9) return -1;
  const end = xml.indexOf(closing, from);
  return end < 0 ? -1 : end + closing.length;
}

function visitTag(xml: string, bracket: number, end: number, visitor: XmlVisitor): void {
  const empty = xml.charCodeAt(end - 2) === SLASH;
  const stop = empty ? end - 2 : end - 1;
  let nameEnd = bracket + 1;
  while (nameEnd < stop && xml.charCodeAt(nameEnd) > 32) nameEnd++;
  const name = localName(xml, bracket + 1, nameEnd);
  visitor.open(name, nameEnd === stop ? '' : xml.slice(nameEnd, stop));
  if (empty) visitor.close(name);
}

function localName(xml: string, from: number, to: number): string {
  while (to > from && xml.charCodeAt(to - 1) <= 32) to--;
  for (let i = from; i < to; i++) if (xml.charCodeAt(i) === COLON) return xml.slice(i + 1, to);
  return xml.slice(from, to);
}

/**
 * A named attribute's raw value, or null. Only for tags whose values hold no blanks (`<row>`, `<c>`):
 * ` r="` is looked for as it stands. Others are read by `attributesOf`.
 */
export function plainAttribute(attributes: string, name: string): string | null {
  const at = attributes.indexOf(` ${name}="`);
  if (at < 0) return attributes.includes("'") || /[\n\t]/.test(attributes) ? (attributesOf(attributes).get(name) ?? null) : null;
  const from = at + name.length + 3;
  return attributes.slice(from, attributes.indexOf('"', from));
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** All attributes by local name, entities resolved. */
export function attributesOf(attributes: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name, quoted, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name.startsWith('xmlns')) continue;
    values.set(name.slice(name.indexOf(':') + 1), unescapeXml(quoted ?? single ?? ''));
  }
  return values;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ownValue(ENTITIES, name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/[&<>"]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;'));
}

/** Cell texts write characters that XML cannot hold as `_xHHHH_` (ECMA-376, ST_Xstring). */
export function unescapeCellText(raw: string): string {
  const text = unescapeXml(raw);
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

// What XML 1.0 cannot hold, and an underscore that would itself be read as an escape.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

export function escapeCellText(text: string): string {
  const held = text.replace(NOT_IN_XML, (sign) => (/[\ud800-\udfff]/.test(sign) ? '\ufffd' : `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`));
  return escapeXml(held);
}
