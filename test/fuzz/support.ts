/**
 * How long to try, and where to begin. In the suite a bounded number of inputs from a fixed seed; by hand as many as
 * wanted from any: `DUESHEET_FUZZ=20 npx jest --config .config/jest.cjs --selectProjects node --testPathPatterns test/fuzz`
 * tries twenty times as many from a seed of its own, which is printed; `DUESHEET_FUZZ_SEED` begins there again.
 */
import fc from 'fast-check';

const times = Number(process.env.DUESHEET_FUZZ ?? 1);
const seed = Number(process.env.DUESHEET_FUZZ_SEED ?? (process.env.DUESHEET_FUZZ ? Date.now() % 2 ** 31 : 20_261_125));

export const TIMEOUT_MILLISECONDS = 300_000 * times;

/** Tries so many inputs, and prints how many, from which seed and at what cost. */
export async function tryInputs<T>(name: string, runs: number, inputs: fc.Arbitrary<T>, check: (input: T) => Promise<void> | void): Promise<void> {
  const began = process.cpuUsage();
  let tried = 0;
  try {
    await fc.assert(fc.asyncProperty(inputs, async (input) => {
      tried++;
      await check(input);
    }), { numRuns: runs * times, seed });
  } finally {
    const { user, system } = process.cpuUsage(began);
    process.stdout.write(`${name}: ${tried} inputs from seed ${seed}, ${((user + system) / 1e6).toFixed(1)} s of processor time.\n`);
  }
}
