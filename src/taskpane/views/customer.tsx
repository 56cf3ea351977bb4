/** One customer: the bridge between the two balances, what is open, and what to do about it. */
import { useState } from 'react';
import { Button, Field, Link, Select, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CustomerView, SheetChoice } from '../../engine';
import { dayText, money, useActions, useInks, usePane, useSay } from '../pane-context';
import { Amount } from '../parts/amount';
import { StackedBar } from '../parts/bars';
import { Bridge } from '../parts/bridge';
import { ClassTag } from '../parts/class-tag';
import { Fold } from '../parts/fold';
import { LineList } from '../parts/line-list';
import { ArrowLeft } from '../parts/marks';
import { ViewFrame } from '../parts/view-frame';
import { statementId } from '../state';
import { useLayout } from '../styles';

export function Customer() {
  const say = useSay();
  const customer = usePane((state) => state.customer);
  if (!customer) {
    return (
      <ViewFrame title={say('pane.customers.title')}>
        <Spinner label={say('pane.customer.loading')} />
      </ViewFrame>
    );
  }
  return <CustomerOf key={`${customer.customer}|${customer.currency}`} customer={customer} />;
}

const useStyles = makeStyles({ back: { display: 'inline-flex', alignItems: 'center', gap: '6px', alignSelf: 'flex-start', minHeight: '24px', fontSize: tokens.fontSizeBase200 } });

function CustomerOf({ customer }: { readonly customer: CustomerView }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const { show } = useActions();
  const [form, setForm] = useState<StatementForm>('open-item');
  return (
    <ViewFrame
      title={customer.name}
      back={
        <Link as="button" className={styles.back} onClick={() => show('customers')}>
          <ArrowLeft size={12} />
          {say('pane.customer.back')}
        </Link>
      }
      foot={<StatementButton customer={customer} form={form} />}
    >
      <div>
        <div className={layout.muted}>{say(customer.oursMinor < 0 ? 'pane.customer.we-owe' : 'pane.customer.owes')}</div>
        <Amount minor={customer.oursMinor} currency={customer.currency} size="large" />
      </div>
      <Facts customer={customer} />
      <div className={layout.section}>
        <h2 className={layout.heading}>{say('pane.customer.bridge')}</h2>
        {customer.hasTheirs ? <Bridge customer={customer} /> : <p className={layout.paragraph}>{say('pane.customer.no-ledger')}</p>}
        {customer.items.length > 0 && <Items customer={customer} />}
      </div>
      <Aging customer={customer} />
      <Summary customer={customer} />
      <Statement customer={customer} form={form} onForm={setForm} />
    </ViewFrame>
  );
}

type StatementForm = SheetChoice['statementForm'];

function StatementButton({ customer, form }: { readonly customer: CustomerView; readonly form: StatementForm }) {
  const say = useSay();
  const writing = usePane((state) => state.writingStatement);
  const { writeStatement } = useActions();
  return (
    <Button appearance="primary" size="large" disabledFocusable={writing} onClick={() => void writeStatement({ customer: customer.customer, currency: customer.currency }, form)}>
      {say(writing ? 'pane.customer.statement-writing' : 'pane.customer.statement')}
    </Button>
  );
}

/** The statement's form; and the statement itself, once it stands in the workbook. */
function Statement({ customer, form, onForm }: { readonly customer: CustomerView; readonly form: StatementForm; readonly onForm: (form: StatementForm) => void }) {
  const say = useSay();
  const layout = useLayout();
  const written = usePane((state) => state.statements[statementId(customer)]);
  const { goToSheet, openStatement } = useActions();
  return (
    <div className={layout.section}>
      <Field label={say('pane.customer.form')}>
        <Select value={form} onChange={(_, { value }) => onForm(value as StatementForm)}>
          <option value="open-item">{say('pane.customer.form.open-item')}</option>
          <option value="activity">{say('pane.customer.form.activity')}</option>
        </Select>
      </Field>
      <div>
        <Button onClick={() => void openStatement({ customer: customer.customer, currency: customer.currency }, form)}>
          {say('pane.customer.statement-new')}
        </Button>
      </div>
      {written && (
        <Link as="button" onClick={() => void goToSheet(written)}>
          {say('pane.customer.statement-open', { sheet: written })}
        </Link>
      )}
    </div>
  );
}

const useFactStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: '96px 1fr', columnGap: '12px', rowGap: '8px', margin: 0, '& dd': { margin: 0 }, '& dt': { color: tokens.colorNeutralForeground3 } },
});

function Facts({ customer }: { readonly customer: CustomerView }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useFactStyles();
  const { plan } = customer;
  return (
    <dl className={styles.facts}>
      {plan && plan.action !== 'none' && (
        <>
          <dt>{say('pane.customer.action')}</dt>
          <dd className={layout.strong}>{say('pane.customer.action-text', { action: plan.actionText, day: { day: plan.day }, amount: money(plan.askMinor, plan.currency) })}</dd>
        </>
      )}
      {customer.class && (
        <>
          <dt>{say('pane.customer.class')}</dt>
          <dd>
            <ClassTag of={customer.class} />
            <div className={layout.muted}>{say('pane.customer.class-text', { reason: customer.classText })}</div>
          </dd>
        </>
      )}
      {customer.likelihood30 !== null && (
        <>
          <dt>{say('pane.customer.likelihood')}</dt>
          <dd>
            <span className={mergeClasses(layout.strong, layout.figures)}>{say('pane.customer.likelihood-value', { likelihood: { share: customer.likelihood30 } })}</span>
            <div className={layout.muted}>{customer.likelihoodText}</div>
          </dd>
        </>
      )}
      <dt>{say('pane.customer.last-reconciled')}</dt>
      <dd className={layout.figures}>{customer.lastReconciledDay === null ? say('pane.customer.never') : dayText(customer.lastReconciledDay)}</dd>
      {customer.nextReconciliationDay !== null && (
        <>
          <dt>{say('pane.customer.next-reconciliation')}</dt>
          <dd className={layout.figures}>{dayText(customer.nextReconciliationDay)}</dd>
        </>
      )}
    </dl>
  );
}

function Items({ customer }: { readonly customer: CustomerView }) {
  const say = useSay();
  const layout = useLayout();
  return (
    <Fold title={say('pane.customer.items', { count: customer.items.length })}>
      <ul className={layout.list}>
        {customer.items.map((item, i) => (
          <li key={i} className={layout.ruled}>
            <div className={layout.spread}>
              <span className={layout.strong}>{item.categoryText}</span>
              <Amount minor={item.amountMinor} currency={customer.currency} />
            </div>
            <div className={mergeClasses(layout.muted, layout.breakable)}>{item.text}</div>
            <LineList lines={item.lines} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Aging({ customer }: { readonly customer: CustomerView }) {
  const say = useSay();
  const layout = useLayout();
  const { ages } = useInks();
  const oldest = ages.length - 1;
  const parts = customer.aging.map(({ bucket, bucketText, amountMinor }, i) => ({ key: bucket, label: bucketText, amountMinor, color: ages[Math.min(i, oldest)] }));
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.customer.aging')}</h2>
      <StackedBar parts={parts} currency={customer.currency} title={say('pane.customer.aging')} />
    </div>
  );
}

function Summary({ customer: { summary } }: { readonly customer: CustomerView }) {
  const say = useSay();
  const layout = useLayout();
  const { copy } = useActions();
  if (!summary) return null;
  return (
    <div className={layout.section}>
      <h2 className={layout.heading}>{say('pane.customer.summary')}</h2>
      <p className={mergeClasses(layout.paragraph, layout.breakable)} style={{ whiteSpace: 'pre-line' }}>
        {summary}
      </p>
      <div>
        <Button onClick={() => void copy(summary)}>
          {say('pane.customer.copy')}
        </Button>
      </div>
    </div>
  );
}
