import { parseIsoDay } from '../../src/units/day';
import { LANGUAGES, say, type Language } from '../../src/texts';
import { gridOf } from '../../src/ledger/grid';
import { NO_ANNOTATIONS, PLAN_STATUSES, type PlanNote } from '../../src/annotations/annotations';
import { ALLOCATION_COLUMNS, DONE_PREFIX, MATCH_COLUMNS, PLAN_COLUMNS, RECONCILIATION_COLUMNS, decisionCode, headingCode, statusCode } from '../../src/annotations/keys';
import { promiseMark } from '../../src/annotations/promise-mark';
import { readAnnotations } from '../../src/annotations/read';
import { ResultSheet } from './result-sheet';

const day = (iso: string) => parseIsoDay(iso) as number;
const COLUMNS = ['customer', 'currency', 'open', 'points', 'status', 'promisedDay', 'promisedAmount', 'nextContact', 'demandDay', 'note', 'promiseMade'];

/** Three customers as the run of 2026-09-30 wrote them, and what their reps wrote. Headings in row 4. */
function plan(language: Language = 'en'): ResultSheet {
  return new ResultSheet('plan', 'Plan')
    .title('Collection plan')
    .cell('As of', 'writtenDay', day('2026-09-30'))
    .title('')
    .table(
      {
        columns: COLUMNS,
        rows: [
          ['Suning', 'CNY', 100000, 71, 'Promised', day('2026-10-15'), 60000, null, null, 'ask for Mr Li', ''],
          ['Gome', 'CNY', 52000.5, 60, '已联系', null, null, day('2026-10-08'), day('2026-10-01'), '', ''],
          ['Hanshin', 'TWD', 9000, 44, null, null, null, null, null, null, ''],
        ],
      },
      language,
    );
}

const nothingWritten = { status: null, promisedDay: null, promisedMinor: null, nextContactDay: null, demandDay: null, note: '', added: {}, writtenDay: day('2026-09-30') };
const suning: PlanNote = { ...nothingWritten, customerName: 'Suning', currency: 'CNY', status: 'promised', promisedDay: day('2026-10-15'), promisedMinor: 6000000, note: 'ask for Mr Li', openThenMinor: 10000000 };
const gome: PlanNote = { ...nothingWritten, customerName: 'Gome', currency: 'CNY', status: 'contacted', nextContactDay: day('2026-10-08'), demandDay: day('2026-10-01'), openThenMinor: 5200050 };
const hanshin: PlanNote = { ...nothingWritten, customerName: 'Hanshin', currency: 'TWD', openThenMinor: 900000 };

const notesOf = (sheet: ResultSheet) => readAnnotations([sheet.grid()]).planNotes;
const saidOf = (sheet: ResultSheet) => readAnnotations([sheet.grid()]).problems.map((problem) => say(problem.message, 'en'));

describe('the plan', () => {
  it('is read back as it was written', () => {
    expect(readAnnotations([plan().grid()])).toMatchObject({ planNotes: [suning, gome, hanshin], problems: [] });
  });

  it('is read among other sheets, and a workbook without it says nothing', () => {
    const ledger = gridOf('ours', [['Date', 'Customer', 'Amount'], [day('2026-09-01'), 'Suning', 5]]);
    expect(readAnnotations([ledger, plan().grid()]).planNotes).toHaveLength(3);
    expect(readAnnotations([ledger])).toEqual({ ...NO_ANNOTATIONS, problems: [] });
  });

  it.each<[string, (sheet: ResultSheet) => ResultSheet]>([
    ['sorted by customer', (sheet) => sheet.sortRows(4, 7, 0)],
    ['headings renamed', (sheet) => sheet.set(3, 9, 'What they said').set(3, 5, 'When')],
    ['the note moved to the front', (sheet) => sheet.moveColumn(9, 0)],
    ['a computed column deleted', (sheet) => sheet.deleteColumn(3)],
    ['blank rows inserted above, between and below', (sheet) => sheet.insertRows(8, []).insertRows(5, [], []).insertRows(0, ['Confidential'])],
    ['a title under the table', (sheet) => sheet.insertRows(7, ['Prepared by Wang']).set(7, 0, 'Prepared by Wang')],
    ['a totals row', (sheet) => sheet.insertRows(7, ['Total', null, 161000.5])],
  ])('survives: %s', (_what, edit) => {
    const byName = (notes: readonly PlanNote[]) => [...notes].sort((a, b) => a.customerName.localeCompare(b.customerName));
    expect(byName(notesOf(edit(plan())))).toEqual(byName([suning, gome, hanshin]));
  });

  it('survives rows filtered out of sight', () => {
    expect(readAnnotations([plan().grid([4, 5])]).planNotes).toEqual([suning, gome, hanshin]);
  });

  it('does without a row that was deleted', () => {
    const sheet = plan();
    sheet.rows.splice(5, 1);
    expect(notesOf(sheet)).toEqual([suning, hanshin]);
  });

  it('keeps what was written in a column the user added, by its heading, beside or amid ours', () => {
    const sheet = plan().insertColumn(2, { 3: 'Mood', 4: 'angry' });
    sheet.set(3, 12, 'Calls').set(5, 12, 3).set(3, 13, 'Cheque seen').set(4, 13, true);
    expect(notesOf(sheet).map((note) => note.added)).toEqual([{ Mood: 'angry', 'Cheque seen': true }, { Calls: 3 }, {}]);
  });

  it.each(LANGUAGES)('is found by its headings in %s when the anchors are gone', (language) => {
    expect(notesOf(plan(language).withoutAnchors())).toEqual([suning, gome, hanshin]);
  });

  it('is found by its headings when even the mark of the sheet is gone', () => {
    expect(notesOf(plan('zh-TW').withoutAnchors().withoutMark())).toEqual([suning, gome, hanshin]);
  });

  it('is not mistaken for a copy that someone made of it', () => {
    const copy = plan().set(4, 9, 'old').withoutAnchors().withoutMark();
    expect(readAnnotations([copy.grid(), plan().grid()]).planNotes[0].note).toBe('ask for Mr Li');
  });

  it('says so when nothing of it can be found', () => {
    const sheet = plan().withoutAnchors();
    sheet.rows.splice(3, 1);
    expect(saidOf(sheet)).toEqual(['The headings of the sheet “Plan” are gone; nothing could be read back from it.']);
  });

  it('joins two rows of one customer', () => {
    const sheet = plan().insertRows(7, ['suning', 'CNY', 100000, 71, null, null, null, day('2026-10-20'), null, 'cheque is ready', '']);
    expect(notesOf(sheet)[0]).toEqual({ ...suning, nextContactDay: day('2026-10-20'), note: 'ask for Mr Li\ncheque is ready' });
  });
});

describe('cells as people fill them', () => {
  const promise = (promisedDay: string | number | null, amount: string | number | null) => {
    const note = notesOf(plan().set(4, 5, promisedDay).set(4, 6, amount))[0];
    return [note.promisedDay, note.promisedMinor];
  };

  it.each([
    ['2026.10.15', '60,000'], ['2026年10月15日', '¥60,000.00'], ['10月15日', '6万'], ['15/10/2026', ' 60000 '], ['20261015', '６００００'], ['115/10/15', 'RMB 60,000'], ['10/15', 60000], ['15/10', 60000], ['15.10', '60000'],
  ])('%p and %p', (written, amount) => expect(promise(written, amount)).toEqual([day('2026-10-15'), 6000000]));

  it('a day without a year is the next one after the plan was written', () => {
    expect(promise('1月5日', null)[0]).toBe(day('2027-01-05'));
  });

  it('names a cell it cannot read, keeps its words in the note, and keeps the rest of the row', () => {
    const sheet = plan().set(4, 5, 'after the holiday').set(4, 6, 'most of it').set(4, 4, 'thinking');
    expect(saidOf(sheet)).toEqual([
      'Plan, row 5, Promised date: “after the holiday” is not a date; it is not used.',
      'Plan, row 5, Promised amount: “most of it” is not an amount; it is not used.',
      'Plan, row 5, Status: “thinking” is none of the choices; it is not used.',
    ]);
    expect(notesOf(sheet)[0]).toEqual({ ...suning, status: null, promisedDay: null, promisedMinor: null, note: 'ask for Mr Li\nafter the holiday\nmost of it\nthinking' });
  });

  it('names writing in a row without a customer', () => {
    expect(saidOf(plan().insertRows(7, [null, null, null, null, null, null, null, null, null, 'whose is this?']))).toEqual(['Plan, row 8: “whose is this?” stands in a row without a customer; it is not kept.']);
  });

  it('takes a row people added themselves, without currency or balance', () => {
    expect(notesOf(plan().insertRows(5, ['Wanda', null, null, null, 'contacted', null, null, null, null, 'new buyer']))[1]).toMatchObject({ customerName: 'Wanda', currency: '', status: 'contacted', note: 'new buyer', openThenMinor: null });
  });

  it.each(LANGUAGES)('knows every status and decision as it stands in the drop-downs, in %s', (language) => {
    for (const status of PLAN_STATUSES) expect(notesOf(plan().set(4, 4, say({ code: statusCode(status) }, language)))[0].status).toBe(status);
    for (const decision of ['accepted', 'rejected'] as const) {
      const sheet = new ResultSheet('matches').table({ columns: MATCH_COLUMNS, rows: [['a=b', say({ code: decisionCode(decision) }, language), '']] });
      expect(readAnnotations([sheet.grid()]).matchDecisions).toEqual([{ ourKeys: ['a'], theirKeys: ['b'], decision, note: '' }]);
    }
  });

  it('says every heading in every language, no two alike on one sheet', () => {
    for (const language of LANGUAGES) {
      for (const columns of [PLAN_COLUMNS, MATCH_COLUMNS, ALLOCATION_COLUMNS, RECONCILIATION_COLUMNS]) {
        const headings = columns.map((column) => say({ code: headingCode(column) }, language));
        expect(new Set(headings).size).toBe(columns.length);
      }
    }
  });
});

describe('a promise', () => {
  it('keeps the day and balance it was made at, run after run', () => {
    const mark = promiseMark({ ...suning, writtenDay: day('2026-08-31'), openThenMinor: 12000000 });
    expect(notesOf(plan().set(4, 10, mark))[0]).toMatchObject({ writtenDay: day('2026-08-31'), openThenMinor: 12000000 });
  });

  it('made anew counts from the plan it is written in', () => {
    const mark = promiseMark({ ...suning, promisedDay: day('2026-09-20'), writtenDay: day('2026-08-31'), openThenMinor: 12000000 });
    expect(notesOf(plan().set(4, 10, mark))[0]).toMatchObject({ writtenDay: day('2026-09-30'), openThenMinor: 10000000 });
  });

  it('has no mark where none is made', () => {
    expect(promiseMark(gome)).toBe('');
    expect(promiseMark(null)).toBe('');
  });
});

describe('the done part', () => {
  const withDone = () =>
    plan().title('').title('Paid since').table({ prefix: DONE_PREFIX, columns: COLUMNS, rows: [['Yongle', 'CNY', 0, null, '已付款', null, null, null, null, 'paid by cheque', '']] });

  it('is read beside the plan', () => {
    expect(notesOf(withDone()).map((note) => [note.customerName, note.status, note.note])).toEqual([['Suning', 'promised', 'ask for Mr Li'], ['Gome', 'contacted', ''], ['Hanshin', null, ''], ['Yongle', 'paid', 'paid by cheque']]);
    expect(saidOf(withDone())).toEqual([]);
  });

  it('is found by its headings as well', () => {
    expect(notesOf(withDone().withoutAnchors())).toHaveLength(4);
  });
});

describe('decisions on matches', () => {
  const matches = (rows: (string | null)[][]) => new ResultSheet('matches', 'Matches').title('Matches').table({ columns: MATCH_COLUMNS, rows });

  it('are tied to entries by their keys', () => {
    const { matchDecisions, matchNotes, problems } = readAnnotations([matches([['a+b=c', 'Accept', 'checked'], ['d=', '拒绝', ''], ['e=f', '', 'ask them'], ['g=h', null, null]]).grid()]);
    expect(matchDecisions).toEqual([
      { ourKeys: ['a', 'b'], theirKeys: ['c'], decision: 'accepted', note: 'checked' },
      { ourKeys: ['d'], theirKeys: [], decision: 'rejected', note: '' },
    ]);
    expect(matchNotes).toEqual([{ ourKeys: ['e'], theirKeys: ['f'], note: 'ask them' }]);
    expect(problems).toEqual([]);
  });

  it('that contradict each other, or stand beside nothing, are named', () => {
    const sheet = matches([['a=b', 'accept', ''], ['a=b', 'reject', ''], [null, 'accept', '']]);
    expect(saidOf(sheet)).toEqual(['Matches, row 4: the same match was decided differently above; “reject” is used.', 'Matches, row 5: the decision stands beside no match; it is not used.']);
    expect(readAnnotations([sheet.grid()]).matchDecisions).toMatchObject([{ decision: 'rejected' }]);
  });
});

describe('the other sheets', () => {
  it('the reconciliation log: who signed what, when', () => {
    const sheet = new ResultSheet('reconciliation-log', 'Log').table({
      columns: RECONCILIATION_COLUMNS,
      rows: [['Suning', 'CNY', day('2026-06-30'), 'Li Na', 98000, 'sealed'], ['漢神', 'TWD', '115/06/30', '王經理', '52,500', ''], ['Gome', 'CNY', null, 'Zhao', 5, '']],
    });
    const { reconciliations, problems } = readAnnotations([sheet.grid()]);
    expect(reconciliations).toEqual([
      { customerName: 'Suning', currency: 'CNY', day: day('2026-06-30'), signedBy: 'Li Na', agreedMinor: 9800000, note: 'sealed' },
      { customerName: '漢神', currency: 'TWD', day: day('2026-06-30'), signedBy: '王經理', agreedMinor: 5250000, note: '' },
    ]);
    expect(problems.map((problem) => say(problem.message, 'en'))).toEqual(['Log, row 4: Gome has signed, but no date is given; it does not count yet.']);
  });

  it('allocations made by hand; an empty amount is as much as fits', () => {
    const sheet = new ResultSheet('allocations').table({ columns: ALLOCATION_COLUMNS, rows: [['c1', 'd1', 'CNY', 350000], ['c2', 'd2', 'JPY', 5000], ['c3', 'd3', 'CNY', null], ['c4', 'd4', 'CNY', 'half']] });
    const { manualAllocations, problems } = readAnnotations([sheet.grid()]);
    expect(manualAllocations).toEqual([{ creditKey: 'c1', debitKey: 'd1', amountMinor: 35000000 }, { creditKey: 'c2', debitKey: 'd2', amountMinor: 5000 }, { creditKey: 'c3', debitKey: 'd3', amountMinor: null }]);
    expect(problems).toHaveLength(1);
  });

  it('settings, at their anchors wherever those have moved', () => {
    const sheet = new ResultSheet('settings').title('Settings').cell('Points for age: how long overdue', 'collection.weights.age', 45).cell('Our name on statements', 'company.name', null);
    expect(readAnnotations([sheet.insertRows(1, ['ours']).moveColumn(1, 0).grid()]).settings).toEqual({ 'collection.weights.age': 45, 'company.name': '' });
  });

  it.each(LANGUAGES)('settings, by their meaning in %s when the anchors are gone', (language) => {
    const keys = ['collection.weights.age', 'collection.weights.amount', 'collection.visitHours', 'matching.toleranceShare', 'settlement.defaultTermDays'];
    const sheet = new ResultSheet('settings').withoutMark();
    keys.forEach((key, i) => sheet.cell(say({ code: `settings.${key}` }, language), key, i + 1));
    expect(readAnnotations([sheet.withoutAnchors().grid()]).settings).toEqual(Object.fromEntries(keys.map((key, i) => [key, i + 1])));
  });
});
