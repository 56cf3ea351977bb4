/** Whether this Excel does what we rely on: asked by a person, answered on a sheet. */
import { attempt, type Workbench } from './workbench';

export interface SelfCheckActions {
  /** Tries it on a sheet of our own, and shows the report that takes its place. */
  checkExcel(): Promise<void>;
}

export function selfCheckActions(bench: Workbench): SelfCheckActions {
  return {
    checkExcel: () =>
      attempt(bench, 'check', async () => {
        const { port, language } = bench.parts;
        // Few need it, so that it is fetched only here.
        const { SELF_CHECK_KEY, checkWorkbook } = await import('../../workbook/self-check');
        await checkWorkbook(port, language);
        const report = (await port.listSheets()).find(({ resultKey }) => resultKey === SELF_CHECK_KEY);
        if (report) await port.activate(report.name);
      }),
  };
}
