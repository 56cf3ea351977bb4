/** The custom XML part in which the workbook remembers; the Office.js adapter keeps the same one through Excel. */
import { memoryXml, readMemoryXml, remembering } from '../memory';
import { MEMORY_NAMESPACE } from '../names';
import type { Package, PartName } from './package';
import type { WorkbookPart } from './workbook-part';

type Memory = Readonly<Record<string, string>>;

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Any identifier will do that no other custom part of the workbook has. */
const ITEM_ID = '{D0E5BEE7-3A7C-4E5F-9B1D-6D656D6F7279}';

export function readMemory(pack: Package, workbook: WorkbookPart): Memory {
  return memoryPart(pack, workbook)?.memory ?? {};
}

/** The package with the memory changed by `values`. */
export async function withMemory(pack: Package, workbook: WorkbookPart, values: Memory): Promise<Package> {
  const draft = pack.draft();
  const known = memoryPart(pack, workbook);
  const xml = memoryXml(remembering(known?.memory ?? {}, values));
  if (known) await draft.put(known.part, xml);
  else await addMemoryPart(draft, workbook, xml);
  return draft;
}

function memoryPart(pack: Package, workbook: WorkbookPart): { readonly part: PartName; readonly memory: Memory } | null {
  for (const { kind, target, external } of pack.relationshipsOf(workbook.part)) {
    const memory = kind === 'customXml' && !external && pack.has(target) ? readMemoryXml(pack.text(target)) : null;
    if (memory) return { part: target, memory };
  }
  return null;
}

async function addMemoryPart(draft: Package, workbook: WorkbookPart, xml: string): Promise<void> {
  const item = draft.freeName('customXml/item', '.xml');
  const properties = item.replace('/item', '/itemProps');
  await draft.put(item, xml);
  await draft.put(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${MEMORY_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  await draft.relate(item, [{ kind: 'customXmlProps', target: properties }]);
  await draft.relate(workbook.part, [{ kind: 'customXml', target: item }]);
  await draft.declareTypes(new Map([[item, 'application/xml'], [properties, PROPERTIES_TYPE]]));
}
