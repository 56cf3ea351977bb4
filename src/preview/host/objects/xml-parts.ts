/** Custom XML parts: where the workbook remembers. */
import type { XmlPart } from '../model/workbook';
import { textArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';

/** The namespace of a part's root element. */
function namespaceOf(xml: string): string {
  return /^\s*(?:<\?[^>]*\?>\s*)?<[^>\s]+[^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '';
}

function checkXml(xml: string): string {
  if (!/^\s*(?:<\?[^>]*\?>\s*)?<([A-Za-z_][\w.-]*)(?:\s[^>]*)?(?:\/>|>[\s\S]*<\/\1>)\s*$/.test(xml)) throw new ExcelError('InvalidArgument', 'The part is not well-formed XML.');
  return xml;
}

export class XmlPartsObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly namespace: string | null,
  ) {
    super(host);
  }

  get kind(): Kind<XmlPartsObject> {
    return XML_PARTS;
  }

  listed(): XmlPart[] {
    return this.host.workbook.xmlParts.filter(({ xml }) => this.namespace === null || namespaceOf(xml) === this.namespace);
  }

  find(key: unknown): XmlPartObject | null {
    const part = this.listed().find(({ id }) => id === key);
    return part ? new XmlPartObject(this.host, part) : null;
  }

  /** The one part there is; null for none, an error for several. */
  only(): XmlPartObject | null {
    const parts = this.listed();
    if (parts.length > 1) throw new ExcelError('GeneralException', 'There are several parts of this namespace.');
    return parts.length === 0 ? null : new XmlPartObject(this.host, parts[0]);
  }
}

const XML_PARTS: Kind<XmlPartsObject> = {
  name: 'CustomXmlPartCollection',
  items: (parts) => parts.listed().map((part) => new XmlPartObject(parts.host, part)),
  item: (parts, key) => parts.find(key),
  methods: {
    add: ({ host }, [xml]) => {
      const part = { id: host.workbook.newId(), xml: checkXml(textArgument(xml, 'xml')) };
      host.workbook.xmlParts.push(part);
      return new XmlPartObject(host, part);
    },
    getByNamespace: ({ host }, [namespace]) => new XmlPartsObject(host, textArgument(namespace, 'namespaceUri')),
    getCount: (parts) => parts.listed().length,
    getItemOrNullObject: (parts, [key]) => parts.find(key),
    getOnlyItem: (parts) => {
      const part = parts.only();
      if (!part) throw new ExcelError('ItemNotFound');
      return part;
    },
    getOnlyItemOrNullObject: (parts) => parts.only(),
  },
};

class XmlPartObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly part: XmlPart,
  ) {
    super(host);
  }

  get kind(): Kind<XmlPartObject> {
    return XML_PART;
  }

  override get id(): string {
    return this.part.id;
  }
}

const XML_PART: Kind<XmlPartObject> = {
  name: 'CustomXmlPart',
  properties: { id: { get: ({ part }) => part.id }, namespaceUri: { get: ({ part }) => namespaceOf(part.xml) } },
  methods: {
    getXml: ({ part }) => part.xml,
    setXml: ({ part }, [xml]) => void (part.xml = checkXml(textArgument(xml, 'xml'))),
    delete: ({ host, part }) => void host.workbook.xmlParts.splice(host.workbook.xmlParts.indexOf(part), 1),
  },
};
