// A test runner for Stryker that starts nothing: a room's suites are bundled once with the code under test, and every
// mutant gets fresh modules of ours, and jest's own describe, test and expect, in this one process. Starting jest takes
// seconds for each of thousands of mutants; here a mutant takes as long as the tests that reach it.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { expect } from 'expect';
import { addEventHandler, afterAll, afterEach, beforeAll, beforeEach, describe, getState, it, resetState, run, test } from 'jest-circus';
import { isInSample } from './sample.mjs';

/** They measure whole ledgers: minutes for each mutant. What they show in the large has its small case in the other suites. */
const WHOLE_LEDGERS = ['coincidences', 'measured', 'likelihood-measured', 'bank', 'shared-cases', 'whole-workbooks'];
/** Tests of quick suites that run whole trades, or an account crowded enough to be cut short: a few in a hundred mutants are known to them alone. */
const WHOLE_TRADES = /a run again after any edits|in trade|in a trade|a search was cut short/;
/** Hundreds of random ledgers: asked after the small cases, which mostly know. */
const LAST = /properties|memory|number-table|trips/;

const RANDOM_RUNS = 3;

const room = process.env.MUTATED_ROOM;
const mutation = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
// A test here has no limit of its own: Stryker stops what runs without end.
globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = 2 ** 31 - 1;
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test });

const nameOf = (each) => (each.parent ? [nameOf(each.parent), each.name].filter((part) => part !== 'ROOT_DESCRIBE_BLOCK').join(' › ') : each.name);
const testsUnder = (block) => block.children.flatMap((child) => (child.type === 'test' ? [child] : testsUnder(child)));

/** Three random ledgers instead of hundreds, the same for every mutant, and no search for a smaller one where one has noticed: of thirty mutants that are noticed, the small cases know all but one. */
function packages() {
  const load = createRequire(resolve('suites.cjs'));
  const fastCheck = load('fast-check');
  const briefly = (asked) => ({ ...asked, numRuns: Math.min(asked?.numRuns ?? RANDOM_RUNS, RANDOM_RUNS), seed: 20260101, endOnFailure: true });
  const few = { ...fastCheck, assert: (property, asked) => fastCheck.assert(property, briefly(asked)), sample: (values, asked) => fastCheck.sample(values, briefly(asked)) };
  return (name) => (name === 'fast-check' ? few : load(name));
}

function suites() {
  const names = readdirSync(`test/${room}`).filter((name) => name.endsWith('.test.ts') && !WHOLE_LEDGERS.includes(name.replace('.test.ts', '')));
  return [...names.filter((name) => !LAST.test(name)), ...names.filter((name) => LAST.test(name))].map((name) => `test/${room}/${name}`);
}

/** A function that loads our modules anew and says its tests; packages are loaded once. */
async function bundledSuites() {
  const contents = suites().map((suite) => `describe(${JSON.stringify(suite)}, () => { require('./${suite}'); });`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, platform: 'node', format: 'cjs', packages: 'external', write: false, logLevel: 'error' });
  return new Script(`(function (require, module, exports) {${outputFiles[0].text}\n})`, { filename: resolve(`${room}-suites.cjs`) }).runInThisContext();
}

class QuickRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.require = packages();
    this.load = await bundledSuites();
    addEventHandler(({ name, test: current }) => {
      if (name === 'test_start') mutation.currentTestId = nameOf(current);
      if (name !== 'test_done') return;
      mutation.currentTestId = undefined;
      if (current.errors.length > 0 && this.stopsAtFirst) for (const each of testsUnder(getState().rootDescribeBlock)) each.mode = 'skip';
    });
  }

  async dryRun({ coverageAnalysis }) {
    const result = await this.#run();
    return result.status === DryRunStatus.Complete && coverageAnalysis !== 'off' ? { ...result, mutantCoverage: mutation.mutantCoverage } : result;
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    if (!isInSample(asReported(activeMutant))) return { status: MutantRunStatus.Error, errorMessage: 'Not in the sample.' };
    Object.assign(mutation, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const result = await this.#run({ mutant: activeMutant.id, whileLoading: mutantActivation === 'static', testFilter, stopsAtFirst: !disableBail });
    return toMutantRunResult(determineHitLimitReached(mutation.hitCount, hitLimit) ?? result, disableBail);
  }

  async #run({ mutant, whileLoading, testFilter, stopsAtFirst = false } = {}) {
    this.stopsAtFirst = stopsAtFirst;
    resetState();
    mutation.activeMutant = whileLoading ? mutant : null;
    try {
      this.load(this.require, { exports: {} }, {});
    } catch (error) {
      if (mutant === undefined) return { status: DryRunStatus.Error, errorMessage: String(error?.stack) };
      return { status: DryRunStatus.Complete, tests: [{ id: suites()[0], name: 'loading', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) }] };
    }
    const tests = testsUnder(getState().rootDescribeBlock);
    for (const each of tests) if (WHOLE_TRADES.test(nameOf(each)) || testFilter?.includes(nameOf(each)) === false) each.mode = 'skip';
    mutation.activeMutant = mutant ?? null;
    await run();
    mutation.activeMutant = null;
    return { status: DryRunStatus.Complete, tests: tests.map(resultOf) };
  }
}

/** As the report names it: by its path in the project, lines and columns from one. */
function asReported({ fileName, location: { start, end }, mutatorName, replacement }) {
  const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  return { path: fileName.slice(fileName.lastIndexOf('/src/') + 1), location: { start: fromOne(start), end: fromOne(end) }, mutatorName, replacement };
}

function resultOf(each) {
  const said = { id: nameOf(each), name: nameOf(each), timeSpentMs: each.duration ?? 0 };
  const [error] = each.errors.flat().filter(Boolean);
  if (error !== undefined) return { ...said, status: TestStatus.Failed, failureMessage: String(error.message ?? error) };
  return { ...said, status: each.mode === 'skip' ? TestStatus.Skipped : TestStatus.Success };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'quick', QuickRunner)];
