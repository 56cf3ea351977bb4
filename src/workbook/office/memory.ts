/** What the workbook remembers, in its custom XML part. */
import { memoryXml, readMemoryXml, remembering } from '../memory';
import { MEMORY_NAMESPACE } from '../names';
import { inExcel } from './run';

type Memory = Readonly<Record<string, string>>;

/** The first part of ours; a workbook that was put together from several may carry more. */
async function readPart(context: Excel.RequestContext): Promise<{ readonly part: Excel.CustomXmlPart | null; readonly memory: Memory }> {
  const parts = context.workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE).load('items/id');
  await context.sync();
  const part = parts.items[0];
  if (!part) return { part: null, memory: {} };
  const xml = part.getXml();
  await context.sync();
  return { part, memory: readMemoryXml(xml.value) ?? {} };
}

export function remembered(): Promise<Memory> {
  return inExcel(async (context) => (await readPart(context)).memory);
}

export function remember(values: Memory): Promise<void> {
  return inExcel(async (context) => {
    const { part, memory } = await readPart(context);
    const xml = memoryXml(remembering(memory, values));
    if (part) part.setXml(xml);
    else context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
}
