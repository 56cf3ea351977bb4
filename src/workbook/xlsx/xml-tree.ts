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

// Comment | CDATA | instruction or document type | tag: slash, name, attributes, slash.
const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>"'<]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** The root element. Throws where the XML is not whole. */
export function parseXml(xml: string): XmlElement {
  const root = growing('', '', 0);
  const open: Growing[] = [root];
  let at = 0;
  for (const markup of xml.matchAll(MARKUP)) {
    const [whole, characters, closing, name, attributes, empty] = markup;
    const top = open[open.length - 1];
    if (markup.index > at && open.length > 1) top.text += unescapeXml(xml.slice(at, markup.index));
    if (characters !== undefined) top.text += characters;
    at = markup.index + whole.length;
    if (name === undefined) continue;
    if (closing) {
      if (open.length < 2 || top.prefix + top.name !== name) throw new Error('The XML is not whole.');
      top.content = { from: (top.content as { from: number }).from, to: markup.index };
      top.to = at;
      open.pop();
    } else {
      const element = growing(name, attributes, markup.index);
      element.to = at;
      top.children.push(element);
      if (!empty) {
        element.content = { from: at, to: at };
        open.push(element);
      }
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('The XML is not whole.');
  return root.children[0];
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
