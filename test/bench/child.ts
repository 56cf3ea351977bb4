/** One measurement in a process of its own, so that nothing that was measured before stands in it. */
import { measure } from './measure';
import { peakMegabytes } from './memory';
import { measurePane } from './pane';
import { measurePlan } from './plan';
import { measureTransport } from './transport';

const { what, argument } = JSON.parse(process.argv[2]);
const measurements = {
  lines: () => measure(argument.name, argument.options, argument.runs),
  memory: () => peakMegabytes(argument),
  transport: () => measureTransport(argument),
  pane: () => measurePane(argument),
  plan: () => measurePlan(argument.options, argument.runs),
};
process.stdout.write(JSON.stringify(await measurements[what as keyof typeof measurements]()), () => process.exit());
