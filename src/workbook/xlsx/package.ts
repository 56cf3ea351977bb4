/**
 * An Office Open XML package: parts, what type each part is, and which part refers to which. Changes are
 * made on a draft; the package a reader sees stays whole until the draft is put in its place.
 */
import { WorkbookError } from '../port';
import { pack, textOf, type PackedPart } from './archive';
import { escapeXml } from './xml-scan';
import { appendInside, childrenOf, edited, parseXml } from './xml-tree';

/** A part's name without a leading slash: `xl/workbook.xml`. */
export type PartName = string;

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: `worksheet`, `table`. The same in both namespaces of the standard. */
  readonly kind: string;
  readonly target: PartName;
  /** External targets (a web address) are no parts. */
  readonly external: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const RELATIONSHIP_TYPES = {
  worksheet: `${RELATIONSHIPS}worksheet`,
  styles: `${RELATIONSHIPS}styles`,
  table: `${RELATIONSHIPS}table`,
  drawing: `${RELATIONSHIPS}drawing`,
  chart: `${RELATIONSHIPS}chart`,
  customXml: `${RELATIONSHIPS}customXml`,
  customXmlProps: `${RELATIONSHIPS}customXmlProps`,
  slicer: 'http://schemas.microsoft.com/office/2007/relationships/slicer',
  slicerCache: 'http://schemas.microsoft.com/office/2007/relationships/slicerCache',
  'core-properties': 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
} as const;
export type RelationshipKind = keyof typeof RELATIONSHIP_TYPES;

export class Package {
  /** Part names are equal without regard to capitals, and some exporters mix them. */
  private readonly namesByLower: Map<string, PartName>;

  private readonly lastNumbers = new Map<string, number>();

  private constructor(private readonly parts: Map<PartName, PackedPart>) {
    this.namesByLower = new Map(Array.from(parts.keys(), (name) => [name.toLowerCase(), name]));
  }

  static of(parts: ReadonlyMap<PartName, PackedPart>): Package {
    return new Package(new Map(parts));
  }

  /** A copy to change; parts are shared, not copied. */
  draft(): Package {
    return new Package(new Map(this.parts));
  }

  get names(): readonly PartName[] {
    return Array.from(this.parts.keys());
  }

  get packedParts(): ReadonlyMap<PartName, PackedPart> {
    return this.parts;
  }

  has(name: PartName): boolean {
    return this.nameOf(name) !== undefined;
  }

  part(name: PartName): PackedPart {
    const known = this.nameOf(name);
    if (known === undefined) throw new WorkbookError('unreadable-file', { part: name }, `The part ${name} is missing.`);
    return this.parts.get(known) as PackedPart;
  }

  text(name: PartName): string {
    return textOf(this.part(name));
  }

  async put(name: PartName, text: string | Iterable<string> | AsyncIterable<string>): Promise<void> {
    const packed = await pack(typeof text === 'string' ? [text] : text);
    this.parts.set(this.nameOf(name) ?? name, packed);
    this.namesByLower.set(name.toLowerCase(), this.nameOf(name) ?? name);
  }

  /** Where the part comes from and goes to, in the order they are listed; none where it has no list. */
  relationshipsOf(source: PartName): readonly Relationship[] {
    const list = relationshipsPartOf(source);
    if (!this.has(list)) return [];
    return childrenOf(parseXml(this.text(list)), 'Relationship').map(({ attributes }) => {
      const external = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      return { id: attributes.get('Id') ?? '', kind: (attributes.get('Type') ?? '').split('/').pop() as string, target: external ? target : resolved(source, target), external };
    });
  }

  /** Adds references and returns their ids, in order. */
  async relate(source: PartName, targets: readonly { readonly kind: RelationshipKind; readonly target: PartName }[]): Promise<readonly string[]> {
    if (targets.length === 0) return [];
    const list = relationshipsPartOf(source);
    const used = new Set(this.relationshipsOf(source).map((relationship) => relationship.id));
    let number = 0;
    const ids = targets.map(() => {
      do number++;
      while (used.has(`rId${number}`));
      return `rId${number}`;
    });
    const xml = this.has(list) ? this.text(list) : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const root = parseXml(xml);
    const entries = targets.map(({ kind, target }, i) => `<${root.prefix}Relationship Id="${ids[i]}" Type="${RELATIONSHIP_TYPES[kind]}" Target="/${escapeXml(target)}"/>`);
    await this.put(list, edited(xml, [appendInside(xml, root, entries.join(''))]));
    return ids;
  }

  /** Takes references out of a part's list. */
  async unrelate(source: PartName, ids: ReadonlySet<string>): Promise<void> {
    const list = relationshipsPartOf(source);
    const xml = this.text(list);
    const gone = childrenOf(parseXml(xml), 'Relationship').filter(({ attributes }) => ids.has(attributes.get('Id') ?? ''));
    await this.put(list, edited(xml, gone.map(({ from, to }) => ({ from, to, text: '' }))));
  }

  /** Says of what type parts are, several at once: the list is read and written whole. */
  async declareTypes(types: ReadonlyMap<PartName, string>): Promise<void> {
    if (types.size === 0) return;
    const xml = this.text(CONTENT_TYPES);
    const root = parseXml(xml);
    const entries = Array.from(types, ([name, type]) => `<${root.prefix}Override PartName="/${escapeXml(name)}" ContentType="${type}"/>`);
    await this.put(CONTENT_TYPES, edited(xml, [appendInside(xml, root, entries.join(''))]));
  }

  /** Takes parts out, with their lists of references and their types. */
  async remove(names: ReadonlySet<PartName>): Promise<void> {
    for (const name of Array.from(names).flatMap((gone) => [gone, relationshipsPartOf(gone)])) {
      this.parts.delete(this.nameOf(name) ?? name);
      this.namesByLower.delete(name.toLowerCase());
    }
    const xml = this.text(CONTENT_TYPES);
    const gone = childrenOf(parseXml(xml), 'Override').filter(({ attributes }) => names.has((attributes.get('PartName') ?? '').replace(/^\//, '')));
    await this.put(CONTENT_TYPES, edited(xml, gone.map(({ from, to }) => ({ from, to, text: '' }))));
  }

  /** `xl/tables/table7.xml`: numbered from 1, past every number that a part or an earlier call has taken. */
  freeName(before: string, after: string): PartName {
    let number = (this.lastNumbers.get(before) ?? 0) + 1;
    while (this.has(`${before}${number}${after}`)) number++;
    this.lastNumbers.set(before, number);
    return `${before}${number}${after}`;
  }

  private nameOf(name: PartName): PartName | undefined {
    return this.parts.has(name) ? name : this.namesByLower.get(name.toLowerCase());
  }
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`; `''` is the package itself. */
export function relationshipsPartOf(source: PartName): PartName {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

function resolved(source: PartName, target: string): PartName {
  if (target.startsWith('/')) return target.slice(1);
  const path = source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
