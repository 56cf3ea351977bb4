/**
 * A small XML part as a tree that remembers where each element stands in its text. Edits are made in the
 * text itself, at those places, so that everything Duesheet does not know about stays as it was.
 */
import { attributesOf, unescapeXml } from './xml-scan';

export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  /** With the colon, `''` where there is none. */
  readonly prefix: string;
  /** By local name, entities resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, entities resolved. */
  readonly text: string;
  /** Where it begins and ends in the text, tags included. */
  readonly from: number;
  readonly to: number;
  /** Where its content begins and ends; null for an empty element `<a/>`. */
  readonly content: { readonly from: number; readonly to: number } | null;
}

interface Growing extends XmlElement {
  children: Growing[];
  text: string;
  to: number;
  content: { from: number; to: number } | null;
}

const NOT_WHOLE = 'The XML is not whole.';

/** The root element. Throws where the XML is not whole. Each sign is looked at once, whatever the text. */
export function parseXml(xml: string): XmlElement {
  const root = growing('', '', 0);
  const open: Growing[] = [root];
  let at = 0;
  for (let bracket = xml.indexOf('<'); bracket >= 0; bracket = xml.indexOf('<', at)) {
    const top = open[open.length - 1];
    if (bracket > at && open.length > 1) top.text += unescapeXml(xml.slice(at, bracket));
    const mark = xml[bracket + 1];
    at = mark === '!' || mark === '?' ? endOfMarkup(xml, bracket) : endOfTag(xml, bracket);
    if (xml.startsWith('<![CDATA[', bracket)) top.text += xml.slice(bracket + 9, at - 3);
    else if (mark === '/') closeElement(xml, open, bracket, at);
    else if (mark !== '!' && mark !== '?') openElement(xml, open, bracket, at);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error(NOT_WHOLE);
  return root.children[0];
}

function openElement(xml: string, open: Growing[], from: number, to: number): void {
  const empty = xml[to - 2] === '/';
  const stop = empty ? to - 2 : to - 1;
  let nameEnd = from + 1;
  while (nameEnd < stop && xml.charCodeAt(nameEnd) > 32) nameEnd++;
  const element = growing(xml.slice(from + 1, nameEnd), xml.slice(nameEnd, stop), from);
  element.to = to;
  open[open.length - 1].children.push(element);
  if (empty) return;
  element.content = { from: to, to };
  open.push(element);
}

function closeElement(xml: string, open: Growing[], from: number, to: number): void {
  const top = open[open.length - 1];
  if (open.length < 2 || top.prefix + top.name !== xml.slice(from + 2, to - 1).trimEnd()) throw new Error(NOT_WHOLE);
  top.content = { from: (top.content as { from: number }).from, to: from };
  top.to = to;
  open.pop();
}

/** Behind the bracket that closes a tag; one inside a quoted value does not. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml[at];
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  throw new Error(NOT_WHOLE);
}

function endOfMarkup(xml: string, from: number): number {
  const closing = xml.startsWith('<![CDATA[', from) ? ']]>' : xml.startsWith('<!--', from) ? '-->' : '>';
  const end = xml.indexOf(closing, from + 2);
  if (end < 0) throw new Error(NOT_WHOLE);
  return end + closing.length;
}

function growing(tag: string, attributes: string, from: number): Growing {
  const colon = tag.indexOf(':') + 1;
  return { name: tag.slice(colon), prefix: tag.slice(0, colon), attributes: attributesOf(attributes), children: [], text: '', from, to: from, content: null };
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** A change of a text: what stands from `from` to `to` becomes `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with all edits made; they must not overlap. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += xml.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + xml.slice(at);
}

/** Adds `text` behind an element's last child; an empty element gets a closing tag. */
export function appendInside(xml: string, element: XmlElement, text: string): Edit {
  if (element.content) return { from: element.content.to, to: element.content.to, text };
  const opening = xml.slice(element.from, element.to).replace(/\s*\/>$/, '>');
  return { from: element.from, to: element.to, text: `${opening}${text}</${element.prefix}${element.name}>` };
}
