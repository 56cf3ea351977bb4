/** Examines the shared workbooks in other clothes against their own truth. */
import { Random } from '../matching/support/random';
import { sharedSource } from '../layouts/shared-source';
import { examinePrinted, type Verdict } from './examine';
import { MUTATIONS, printMutant, readCase } from './mutations';

export async function examineMutant(name: string, mutation: keyof typeof MUTATIONS, seed = 1): Promise<Verdict> {
  const source = await sharedSource(name);
  const { grids, places } = printMutant(MUTATIONS[mutation](await readCase(name), new Random(seed * 977)));
  const ids = source.lines.map((line) => [line.id, places.get(line.place as string)] as const);
  return examinePrinted({ source, places: new Map(ids.map(([id, place]) => [id, place as NonNullable<typeof place>])), grids });
}
