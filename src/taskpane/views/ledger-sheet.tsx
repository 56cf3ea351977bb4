/** One sheet as it was read: its role at a glance; opened, everything that can be put right, with what comes of it. */
import { useId } from 'react';
import { Button, Field, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SHEET_ROLES, type SheetRole, type SheetView } from '../../engine';
import { useActions, usePane, useSay, useSayCount, type Say } from '../pane-context';
import { CommittedInput } from '../parts/committed-input';
import { Fold } from '../parts/fold';
import { IssueList } from '../parts/issue-list';
import { Preview } from '../parts/preview';
import { useLayout } from '../styles';
import { ColumnPickers } from './column-pickers';

/** Below these a finding is said to be probable, or a guess. */
const SURE_FROM = 0.85;
const PROBABLE_FROM = 0.6;

const useStyles = makeStyles({
  summary: {
    display: 'grid', gridTemplateColumns: '12px 1fr auto', columnGap: '8px', rowGap: '0', alignItems: 'baseline', padding: '10px 0', color: 'inherit',
    ':hover': { color: 'inherit', backgroundColor: tokens.colorNeutralBackground1Hover },
    '& > svg': { gridRow: '1 / span 2', alignSelf: 'center' },
  },
  right: { textAlign: 'right' },
  second: { gridColumn: 2 },
  body: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0 16px' },
  unsure: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  headerRow: { width: '96px' },
});

export interface LedgerSheetProps {
  readonly sheet: SheetView;
  readonly customerNames: readonly string[];
}

export function LedgerSheet({ sheet, customerNames }: LedgerSheetProps) {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const styles = useStyles();
  const corrected = usePane((state) => sheet.sheet in state.choices.mappings);
  const { forgetCorrections, goToSheet } = useActions();
  return (
    <li className={layout.ruled}>
      <Fold
        summaryClassName={styles.summary}
        title={
          <>
            <span className={mergeClasses(layout.strong, layout.ellipsis)}>{sheet.sheet}</span>
            <span className={mergeClasses(layout.muted, layout.figures, styles.right)}>{sheet.entryCount === 0 ? '' : sayCount('pane.ledgers.lines', sheet.entryCount)}</span>
            <span className={styles.second}>{say(`pane.role.${sheet.role}`)}</span>
            <span className={mergeClasses(layout.muted, styles.right, sheet.confidence < PROBABLE_FROM && styles.unsure)}>{corrected ? say('pane.ledgers.corrected') : confidenceText(sheet, say)}</span>
            {sheet.customer && <span className={mergeClasses(layout.muted, layout.ellipsis, styles.second)}>{sheet.customer}</span>}
          </>
        }
      >
        <div className={styles.body}>
          <Facts sheet={sheet} />
          <Corrections sheet={sheet} customerNames={customerNames} />
          {sheet.preview.length > 0 && <Preview lines={sheet.preview} />}
          {sheet.issues.length > 0 && <IssueList issues={sheet.issues} />}
          <div className={layout.row}>
            <Button size="small" onClick={() => void goToSheet(sheet.sheet)}>
              {say('pane.ledgers.show-sheet')}
            </Button>
            {corrected && (
              <Button size="small" onClick={() => void forgetCorrections(sheet)}>
                {say('pane.ledgers.forget')}
              </Button>
            )}
          </div>
        </div>
      </Fold>
    </li>
  );
}

function confidenceText({ role, confidence }: SheetView, say: Say): string {
  if (role === 'ignore') return '';
  const word = confidence >= SURE_FROM ? 'sure' : confidence >= PROBABLE_FROM ? 'probable' : 'guess';
  return say(`pane.confidence.${word}`, { confidence: { share: confidence } });
}

/** What reading this sheet showed, in a few sentences; the running balance is the proof. */
function Facts({ sheet }: { readonly sheet: SheetView }) {
  const say = useSay();
  const layout = useLayout();
  const facts: string[] = [];
  if (sheet.balance === 'proven') facts.push(say('pane.ledgers.balance-proven'));
  if (sheet.balance === 'broken') facts.push(say('pane.ledgers.balance-broken', { row: sheet.balanceBreakRow ?? 0 }));
  if (sheet.runnerUp && sheet.confidence < SURE_FROM) facts.push(say('pane.ledgers.runner-up', { role: { term: `pane.role.${sheet.runnerUp.role}` }, confidence: { share: sheet.runnerUp.confidence } }));
  if (sheet.hiddenRowCount > 0) facts.push(say('pane.ledgers.hidden-rows', { count: sheet.hiddenRowCount }));
  return (
    <div className={layout.muted}>
      {facts.map((fact) => (
        <p key={fact} className={layout.paragraph}>
          {fact}
        </p>
      ))}
      {sheet.skipped.length > 0 && <SkippedRows sheet={sheet} />}
    </div>
  );
}

function SkippedRows({ sheet: { sheet, skipped } }: { readonly sheet: SheetView }) {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const byReason = new Map<string, number[]>();
  for (const { row, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), row]);
  const { goToLine } = useActions();
  return (
    <Fold title={sayCount('pane.ledgers.skipped', skipped.length)}>
      <ul className={layout.list}>
        {[...byReason].map(([reason, rows]) => (
          <li key={reason}>
            <button type="button" className={layout.pressable} onClick={() => void goToLine({ sheet, row: rows[0] })}>
              {say('pane.ledgers.skipped-reason', { reason, rows: { list: rowList(rows) } })}
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const ROWS_NAMED_MAX = 6;

function rowList(rows: readonly number[]): string[] {
  const named = rows.slice(0, ROWS_NAMED_MAX).map(String);
  return rows.length > ROWS_NAMED_MAX ? [...named, '…'] : named;
}

function Corrections({ sheet, customerNames }: LedgerSheetProps) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { setRole, setHeaderRow, setCustomer } = useActions();
  const listId = useId();
  return (
    <>
      <div className={layout.row}>
        <Field label={say('pane.ledgers.role')} className={layout.grow}>
          <Select value={sheet.role} onChange={(_, { value }) => void setRole(sheet, value as SheetRole)}>
            {SHEET_ROLES.map((role) => (
              <option key={role} value={role}>
                {say(`pane.role.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say('pane.ledgers.header-row')}>
          <CommittedInput className={styles.headerRow} type="number" value={String(sheet.headerRow)} onCommit={(value) => Number(value) > 0 && void setHeaderRow(sheet, Number(value))} />
        </Field>
      </div>
      {/* Where a column names the customer of each line, the sheet as a whole has none. */}
      {sheet.role === 'customer-ledger' && (sheet.customer !== null || sheet.columns.customer === undefined) && (
        <Field label={say('pane.ledgers.customer')} hint={say('pane.ledgers.customer-hint')}>
          <CommittedInput value={sheet.customer ?? ''} list={listId} onCommit={(value) => value && void setCustomer(sheet, value)} />
          <datalist id={listId}>
            {customerNames.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
      )}
      {sheet.role !== 'ignore' && <ColumnPickers sheet={sheet} />}
    </>
  );
}
