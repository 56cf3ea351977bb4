/**
 * @jest-environment jsdom
 */
/** Every view and state in every language: it shows what it is for, and nothing is left unsaid. */
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { RunRefused } from '../../src/engine';
import { LANGUAGES, say, type Language } from '../../src/texts';
import { WorkbookError } from '../../src/workbook/port';
import { fakePane, fakePaneWithResult, type FakeOptions, type FakePane } from './support/fakes';
import { settle, showPane, unfold } from './support/render';
import { ledgersOf, wordsOf } from './support/sample-views';

const never = () => new Promise<never>(() => {});
const textIn = (language: Language) => (code: string, values = {}) => say({ code, values }, language);

interface State {
  readonly name: string;
  readonly open: (language: Language) => Promise<FakePane>;
  /** Code of the view's question. */
  readonly title: string;
}

async function opened(options: FakeOptions): Promise<FakePane> {
  const pane = fakePane(options);
  await pane.actions.start();
  return pane;
}

async function ready(options: FakeOptions): Promise<FakePane> {
  const pane = await opened(options);
  await pane.actions.findLedgers();
  return pane;
}

async function withView(language: Language, act: (pane: FakePane) => unknown): Promise<FakePane> {
  const pane = await fakePaneWithResult({ language });
  await act(pane);
  return pane;
}

const STATES: readonly State[] = [
  { name: 'first run', title: 'pane.first.title', open: (language) => opened({ language }) },
  { name: 'reading', title: 'pane.working.reading', open: async (language) => started(await opened({ language, port: { listSheets: never } }), (pane) => pane.actions.findLedgers()) },
  { name: 'ledgers', title: 'pane.ledgers.title', open: (language) => ready({ language }) },
  { name: 'ledgers that cannot be read', title: 'pane.ledgers.title-broken', open: (language) => ready({ language, session: { inspect: async () => ({ ...ledgersOf(wordsOf(language), language), canRun: false }) } }) },
  { name: 'running', title: 'pane.working.running', open: async (language) => started(await ready({ language, session: { run: never } }), (pane) => pane.actions.run()) },
  { name: 'failed', title: 'pane.problem.refused', open: async (language) => withRun(await ready({ language, session: { run: () => Promise.reject(new RunRefused(ledgersOf(wordsOf(language)).issues)) } })) },
  { name: 'results', title: 'pane.results.title', open: (language) => fakePaneWithResult({ language }) },
  { name: 'results out of date', title: 'pane.results.title', open: (language) => withView(language, (pane) => pane.change(wordsOf(language).ours)) },
  { name: 'review', title: 'pane.review.title', open: (language) => withView(language, (pane) => pane.actions.show('review')) },
  { name: 'unexplained', title: 'pane.review.title-unexplained', open: (language) => withView(language, async (pane) => (await pane.actions.loadReview(), pane.actions.setReviewFilter('unexplained'), pane.actions.show('review'))) },
  { name: 'customers', title: 'pane.customers.title', open: (language) => withView(language, (pane) => pane.actions.show('customers')) },
  { name: 'plan', title: 'pane.plan.title', open: (language) => withView(language, (pane) => pane.actions.show('plan')) },
  { name: 'plan under other weights', title: 'pane.plan.title', open: (language) => withView(language, async (pane) => (pane.actions.show('plan'), await pane.actions.loadPlan(), await pane.actions.setWhatIf({ 'collection.weights.age': 50 }))) },
];

function started(pane: FakePane, start: (pane: FakePane) => unknown): FakePane {
  void start(pane);
  return pane;
}

async function withRun(pane: FakePane): Promise<FakePane> {
  await pane.actions.run();
  return pane;
}

afterEach(cleanup);

describe.each(LANGUAGES)('in %s', (language) => {
  const words = textIn(language);

  it.each(STATES)('$name asks its question, leaves no hole in a sentence and names every control', async ({ open, title }) => {
    const { container } = await showPane(await open(language), language);
    await unfold(container);
    expect(titleIn(container)).toBe(words(title));
    const spoken = [...container.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label')).join(' ');
    expect(`${container.textContent} ${spoken}`).not.toMatch(/\{\w+\}|undefined|\bNaN\b|\[object/);
    const nameless = [...container.querySelectorAll<HTMLElement>('button, select, input, summary')].filter((control) => !/\S/.test(nameOf(control)));
    expect(nameless.map((control) => control.outerHTML)).toEqual([]);
  });
});

/** The view's question. Found by tag: roles are slow to work out over the whole page. */
function titleIn(container: HTMLElement): string | null | undefined {
  return container.querySelector('h1')?.textContent;
}

/** A control's name, near enough: its label, or its own words. */
function nameOf(control: HTMLElement): string {
  const labelledBy = control.getAttribute('aria-labelledby');
  const labels = (control as HTMLInputElement).labels;
  return control.getAttribute('aria-label') ?? (labelledBy && document.getElementById(labelledBy)?.textContent) ?? (labels?.length ? labels[0].textContent : null) ?? control.textContent ?? '';
}

describe('the customer', () => {
  it('shows both balances, the steps between them and their numbers in words', async () => {
    const pane = await fakePaneWithResult();
    await pane.actions.openCustomer({ customer: 0, currency: 'CNY' });
    await showPane(pane);
    const bridge = screen.getByRole('figure');
    expect(bridge.getAttribute('aria-label')).toBe('From our balance of CNY\u00a01,284,310.00 to theirs of CNY\u00a01,249,110.00: Goods in transit CNY\u00a0−41,600.00, Credit not booked by them CNY\u00a09,600.00, Deduction not credited CNY\u00a0−3,200.00.');
    expect(within(bridge).getAllByRole('listitem')).toHaveLength(5);
  });

  it('copies its summary and writes its statement in the chosen form', async () => {
    const pane = await fakePaneWithResult();
    await pane.actions.openCustomer({ customer: 0, currency: 'CNY' });
    await showPane(pane);
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    fireEvent.change(screen.getByLabelText('Form of the statement'), { target: { value: 'activity' } });
    fireEvent.click(screen.getByRole('button', { name: 'Write the statement' }));
    await settle();
    expect(pane.argumentsOf('copy')).toEqual([[wordsOf('en').summary]]);
    expect(pane.argumentsOf('sheets').at(-1)).toEqual([{ statements: [0], statementForm: 'activity', onlyStatements: true }]);
    expect(screen.getByRole('button', { name: /Open the statement:/ })).toBeTruthy();
  });

  it('says what to do where their ledger is missing', async () => {
    const pane = await fakePaneWithResult();
    const customer = await pane.session.customer(0, 'CNY');
    const other = await fakePaneWithResult({ session: { customer: async () => ({ ...customer, hasTheirs: false, bridge: [], items: [] }) } });
    await other.actions.openCustomer({ customer: 0, currency: 'CNY' });
    await showPane(other);
    expect(screen.getByText(/Paste it on a sheet of its own/)).toBeTruthy();
    expect(screen.queryByRole('figure')).toBeNull();
  });
});

describe('the results', () => {
  it('give the total the largest figures, with its currency', async () => {
    await showPane(await fakePaneWithResult());
    expect(screen.getByText('They owe us, by our ledger').nextElementSibling?.textContent).toBe('CNY2,859,260.50');
  });

  it('compare only customers whose ledger is there, and say what is left out', async () => {
    await showPane(await fakePaneWithResult());
    expect(screen.getByText('A further CNY 612,800.00 is owed by customers whose ledger is not in the workbook.')).toBeTruthy();
    expect(screen.getByText('Ours less theirs').nextElementSibling?.textContent).toBe('CNY47,200.00');
  });

  it('switch currency', async () => {
    await showPane(await fakePaneWithResult());
    fireEvent.change(screen.getByLabelText('Currency'), { target: { value: 'USD' } });
    await settle();
    expect(screen.getByText('They owe us, by our ledger').nextElementSibling?.textContent).toBe('USD84,500.00');
  });

  it('say when a ledger has changed since, and run again', async () => {
    const pane = await fakePaneWithResult();
    await showPane(pane);
    expect(screen.queryByText(/Out of date/)).toBeNull();
    pane.change(wordsOf('en').ours);
    await settle();
    expect(screen.getByText('Out of date: Receivables ledger has changed since this result.')).toBeTruthy();
    pane.change(wordsOf('en').theirs);
    await settle();
    expect(screen.getByText('Out of date: Receivables ledger, Northgate payables have changed since this result.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Run again' }));
    await settle();
    expect(pane.argumentsOf('run')).toHaveLength(2);
    expect(screen.queryByText(/Out of date/)).toBeNull();
  });

  it('are not out of date because the user writes in our own sheets', async () => {
    const pane = await fakePaneWithResult();
    pane.change('Collection plan');
    await showPane(pane);
    expect(screen.queryByText(/Out of date/)).toBeNull();
  });

  it('offer to write sheets that could not be written', async () => {
    let fails = true;
    const pane = await ready({
      port: {
        writeSheets: async () => {
          if (fails) throw new WorkbookError('workbook-protected', {}, 'protected');
        },
      },
    });
    await pane.actions.run();
    await showPane(pane);
    expect(screen.getByText('The new result is in this pane. The sheets in the workbook are as they were.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go back' }));
    await settle();
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Write the sheets' }));
    await settle();
    expect(pane.store.getState().unwritten).toBe(false);
  });
});

describe('the ledgers', () => {
  it('lead from a problem to its cell', async () => {
    const pane = await ready({});
    await showPane(pane);
    fireEvent.click(screen.getAllByRole('button', { name: 'Harbour statement!A87' })[0]);
    await settle();
    expect(pane.argumentsOf('select')).toEqual([[[{ sheet: 'Harbour statement', rowIndex: 86, columnIndex: 0, rowCount: 1, columnCount: 1 }]]]);
  });

  it('stand each for itself, though several are on one sheet', async () => {
    const ledgers = ledgersOf(wordsOf('en'));
    const below = { ...ledgers.sheets[0], headerRow: 40 };
    const complaints = jest.spyOn(console, 'error').mockImplementation();
    const { container } = await showPane(await ready({ session: { inspect: async () => ({ ...ledgers, sheets: [...ledgers.sheets, below] }) } }));
    expect(complaints.mock.calls.map(([complaint]) => String(complaint)).filter((complaint) => complaint.includes('same key'))).toEqual([]);
    complaints.mockRestore();
    await unfold(container);
    expect(screen.getAllByLabelText('Header row').map((field) => (field as HTMLInputElement).value)).toContain('40');
  });

  it('take a role, a header row, a customer and a column in place', async () => {
    const pane = await ready({});
    const { container } = await showPane(pane);
    await unfold(container);
    const sheet = [...container.querySelectorAll('details')].find((each) => each.textContent?.startsWith('Northgate payables')) as HTMLElement;
    const inSheet = within(sheet);
    const headerRow = inSheet.getByLabelText('Header row');
    fireEvent.change(headerRow, { target: { value: '5' } });
    fireEvent.keyDown(headerRow, { key: 'Enter' });
    await settle();
    fireEvent.change(inSheet.getByLabelText('This sheet is'), { target: { value: 'our-ledger' } });
    await settle();
    fireEvent.change(inSheet.getByLabelText('Reference'), { target: { value: 'D' } });
    await settle();
    expect(pane.store.getState().choices.mappings['Northgate payables']).toMatchObject({ headerRow: 5, role: 'our-ledger', columns: { reference: 'D' } });
  });

  it('ask about a name before they join it', async () => {
    const pane = await ready({});
    await showPane(pane);
    fireEvent.click(screen.getByRole('button', { name: 'No, “Harbour Home Strs.” is not “Harbour Home Stores”' }));
    await settle();
    expect(pane.store.getState().choices.aliases).toEqual({ 'Harbour Home Strs.': 'Harbour Home Strs.' });
  });

  it('do not let ledgers be run that cannot be read', async () => {
    await showPane(await ready({ session: { inspect: async () => ({ ...ledgersOf(wordsOf('en')), canRun: false }) } }));
    expect(screen.getByRole('button', { name: 'Reconcile' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the run', () => {
  it('says which step and customer, how far, and stops when told to', async () => {
    const pane = await ready({
      session: {
        run: (_options, onProgress, signal) => {
          onProgress({ step: 'match', done: 212, total: 640, detail: 'Northgate Electricals' });
          return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(Object.assign(new Error('cancelled'), { name: 'Cancelled' }))));
        },
      },
    });
    void pane.actions.run();
    await showPane(pane);
    expect(screen.getByText('Northgate Electricals · 212 of 640')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Match the ledgers');
    expect(screen.getByRole('progressbar')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Are these your ledgers?');
    expect(screen.getByRole('status').textContent).toBe('Cancelled. Nothing was written.');
  });

  it('says that a cell is being edited', async () => {
    const pane = await opened({ port: { listSheets: () => Promise.reject(new WorkbookError('cell-editing', {}, 'editing')) } });
    void pane.actions.findLedgers();
    await showPane(pane);
    expect(screen.getAllByText(/Press Enter or Esc in the sheet/).length).toBeGreaterThan(0);
    pane.actions.cancel();
    await settle();
  });
});

describe('a failure beside the job', () => {
  it('is a bar that can be closed, with details to copy', async () => {
    const pane = await fakePaneWithResult({ port: { activate: () => Promise.reject(new WorkbookError('sheet-missing', { sheet: 'Aging' }, 'ItemNotFound')) } });
    await showPane(pane);
    fireEvent.click(screen.getByRole('button', { name: 'Aging' }));
    await settle();
    expect(screen.getByText('A sheet is no longer there: Aging')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Copy the details' }));
    await settle();
    expect(String(pane.argumentsOf('copy')[0][0])).toContain('ItemNotFound');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await settle();
    expect(screen.queryByText('A sheet is no longer there: Aging')).toBeNull();
  });
});

describe('the first run', () => {
  it('opens the sample as a new workbook', async () => {
    const pane = await opened({});
    await showPane(pane);
    fireEvent.click(screen.getByRole('button', { name: 'Open a sample workbook' }));
    await settle();
    expect(pane.argumentsOf('openAsNewWorkbook')).toEqual([[new Uint8Array([80, 75])]]);
  });
});

describe('the plan', () => {
  it('is filtered, and a customer opens from it', async () => {
    const pane = await fakePaneWithResult();
    pane.actions.show('plan');
    await unfold((await showPane(pane)).container);
    fireEvent.change(screen.getByLabelText('Class'), { target: { value: 'doubtful' } });
    await settle();
    expect(screen.getByText('One customer, CNY 301,400.00 to ask for.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Millbrook Appliances/ }));
    await settle();
    expect(pane.argumentsOf('customer')).toEqual([[2, 'CNY']]);
  });

  it('tells who would move under other weights, and goes back', async () => {
    const pane = await fakePaneWithResult();
    pane.actions.show('plan');
    await unfold((await showPane(pane)).container);
    fireEvent.change(screen.getByLabelText('Age'), { target: { value: '50' } });
    await screen.findByText('up 1');
    expect(pane.argumentsOf('whatIf')).toEqual([[{ 'collection.weights.age': 50 }]]);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the plan' }));
    await settle();
    expect(screen.queryByText('up 1')).toBeNull();
  });
});
