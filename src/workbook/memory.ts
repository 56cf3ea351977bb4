/**
 * What the workbook remembers, as the custom XML part that both adapters keep in it: small texts by name.
 * Excel carries such a part along unseen, through copies, mails and versions.
 */
import { ownValue } from '../units/own-value';
import { MEMORY_NAMESPACE } from './names';

type Memory = Readonly<Record<string, string>>;

/** The part's XML; the same texts are the same XML. */
export function memoryXml(memory: Memory): string {
  const entries = Object.keys(memory).sort().map((key) => `<value key="${escaped(key)}">${escaped(memory[key])}</value>`);
  return `<?xml version="1.0" encoding="UTF-8"?><memory xmlns="${MEMORY_NAMESPACE}">${entries.join('')}</memory>`;
}

/** Reads it back; null where the XML is somebody else's. */
export function readMemoryXml(xml: string): Memory | null {
  if (!/<memory\b/.test(xml) || !xml.includes(`"${MEMORY_NAMESPACE}"`)) return null;
  const memory: Record<string, string> = {};
  for (const [, key, text] of xml.matchAll(/<value key="([^"]*)"(?:\/>|>([^<]*)<\/value>)/g)) memory[unescaped(key)] = unescaped(text ?? '');
  return memory;
}

/** What was remembered, changed by new texts; an empty text forgets. */
export function remembering(memory: Memory, values: Memory): Memory {
  return Object.fromEntries(Object.entries({ ...memory, ...values }).filter(([, text]) => text !== ''));
}

// Line breaks and tabs are written as references too: a parser would otherwise turn them into spaces.
// Other control characters have no place in XML at all and are dropped.
function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const CODE_POINT_MAX = 0x10ffff;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(raw: string): string {
  return raw.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ownValue(NAMED, name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= CODE_POINT_MAX ? String.fromCodePoint(code) : whole;
  });
}
