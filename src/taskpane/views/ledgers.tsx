/** What was found on the sheets, to be looked over and put right before the run. */
import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import type { LedgersView, SheetView } from '../../engine';
import { LANGUAGES, type Language } from '../../texts';
import { formatIsoDay, parseIsoDay } from '../../units/day';
import { useActions, usePane, useSay, useSayCount } from '../pane-context';
import { CommittedInput } from '../parts/committed-input';
import { Fold } from '../parts/fold';
import { IssueList } from '../parts/issue-list';
import { ViewFrame } from '../parts/view-frame';
import { useLayout } from '../styles';
import { LedgerSheet } from './ledger-sheet';

export function Ledgers() {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const ledgers = usePane((state) => state.ledgers);
  const inspecting = usePane((state) => state.inspecting);
  const ranBefore = usePane((state) => state.summary !== null);
  const pending = usePane((state) => Object.keys(state.decisions).length);
  const { run, findLedgers } = useActions();
  if (!ledgers) return null;
  return (
    <ViewFrame
      title={say(ledgers.canRun ? 'pane.ledgers.title' : 'pane.ledgers.title-broken')}
      lead={inspecting ? <Spinner size="tiny" label={say('pane.ledgers.inspecting')} labelPosition="after" /> : say(ledgers.canRun ? 'pane.ledgers.lead' : 'pane.ledgers.lead-broken')}
      foot={
        <>
          <Button appearance="primary" size="large" disabledFocusable={!ledgers.canRun || inspecting} onClick={() => void run()}>
            {say(ranBefore ? 'pane.ledgers.run-again' : 'pane.ledgers.run')}
          </Button>
          <Button size="large" onClick={() => void findLedgers()}>
            {say('pane.ledgers.read-again')}
          </Button>
        </>
      }
    >
      {ledgers.issues.length > 0 && (
        <div className={layout.tight}>
          <h2 className={layout.heading}>{say('pane.ledgers.issues', { count: ledgers.issues.length })}</h2>
          <IssueList issues={ledgers.issues} />
        </div>
      )}
      <Joins ledgers={ledgers} />
      <Sheets ledgers={ledgers} />
      <RunChoices ledgers={ledgers} />
      {pending > 0 && <p className={layout.muted}>{sayCount('pane.review.pending', pending)}</p>}
    </ViewFrame>
  );
}

/** Names that are probably one customer: joined only when the user says so. */
function Joins({ ledgers: { joins } }: { readonly ledgers: LedgersView }) {
  const say = useSay();
  const layout = useLayout();
  const { answerJoin } = useActions();
  if (joins.length === 0) return null;
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.joins.title')}</h2>
      <ul className={layout.list}>
        {joins.map(({ alias, sheet, customer, evidence }) => (
          <li key={`${sheet}|${alias}`} className={layout.tight}>
            <div className={layout.breakable}>{say('pane.joins.question', { alias, customer })}</div>
            <div className={layout.muted}>{say('pane.joins.evidence', { sheet, evidence })}</div>
            <div className={layout.row}>
              <Button size="small" aria-label={say('pane.joins.yes-label', { alias, customer })} onClick={() => void answerJoin(alias, customer)}>
                {say('pane.joins.yes')}
              </Button>
              <Button size="small" aria-label={say('pane.joins.no-label', { alias, customer })} onClick={() => void answerJoin(alias, null)}>
                {say('pane.joins.no')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const isLedger = ({ role }: SheetView) => role === 'our-ledger' || role === 'customer-ledger';

/** Ledgers first, then what else was read, and folded away what was not. */
function Sheets({ ledgers: { sheets, customerNames } }: { readonly ledgers: LedgersView }) {
  const say = useSay();
  const layout = useLayout();
  // Several ledgers may stand on one sheet, under and beside each other.
  const row = (sheet: SheetView) => <LedgerSheet key={`${sheet.sheet}!${Object.keys(sheet.headings)[0] ?? ''}${sheet.headerRow}`} sheet={sheet} customerNames={customerNames} />;
  const ignored = sheets.filter((sheet) => sheet.role === 'ignore');
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.ledgers.found')}</h2>
      <ul className={layout.list}>
        {sheets.filter(isLedger).map(row)}
        {sheets.filter((sheet) => !isLedger(sheet) && sheet.role !== 'ignore').map(row)}
      </ul>
      {ignored.length > 0 && (
        <Fold open={ignored.length === sheets.length} title={say('pane.ledgers.ignored', { count: ignored.length })}>
          <ul className={layout.list}>{ignored.map(row)}</ul>
        </Fold>
      )}
    </div>
  );
}

function RunChoices({ ledgers }: { readonly ledgers: LedgersView }) {
  const say = useSay();
  const layout = useLayout();
  const choices = usePane((state) => state.choices);
  const { setAsOf, setSheetLanguage } = useActions();
  return (
    <div className={layout.section}>
      <Field label={say('pane.ledgers.as-of')} hint={say('pane.ledgers.as-of-hint')}>
        <CommittedInput type="date" value={formatIsoDay(choices.asOf ?? ledgers.latestDay)} onCommit={(value) => setAsOf(parseIsoDay(value))} />
      </Field>
      <Field label={say('pane.ledgers.sheet-language')}>
        <Select value={choices.sheetLanguage ?? ''} onChange={(_, { value }) => setSheetLanguage((value || null) as Language | null)}>
          <option value="">{say('pane.ledgers.sheet-language-own', { language: { term: `pane.language.${ledgers.ledgerLanguage}` } })}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {say(`pane.language.${language}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
