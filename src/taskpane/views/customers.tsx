/** All customers of the result: who differs, who is overdue. */
import { useState } from 'react';
import { Field, Input, Link, Select, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { CustomerLine } from '../../engine';
import { money, useActions, usePane, useSay, type Say } from '../pane-context';
import { Amount } from '../parts/amount';
import { ClassTag } from '../parts/class-tag';
import { ViewFrame } from '../parts/view-frame';
import { useLayout } from '../styles';

const PAGE = 50;

/** What each order looks at; the largest first. */
const ORDERS = {
  difference: (line: CustomerLine) => (line.hasTheirs ? Math.abs(line.differenceMinor) : -1),
  overdue: (line: CustomerLine) => line.overdueMinor,
  balance: (line: CustomerLine) => line.oursMinor,
} as const;
type Order = keyof typeof ORDERS;

const useStyles = makeStyles({ controls: { display: 'grid', gridTemplateColumns: '1fr 1fr', alignItems: 'end', gap: '8px', '& > *': { minWidth: 0 }, '& input, & select': { minWidth: 0, width: '100%' } } });

export function Customers() {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  const lines = usePane((state) => state.summary?.customers) ?? [];
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('difference');
  const [limit, setLimit] = useState(PAGE);
  const wanted = search.trim().toLowerCase();
  const found = lines.filter((line) => line.name.toLowerCase().includes(wanted)).sort((a, b) => ORDERS[order](b) - ORDERS[order](a));
  return (
    <ViewFrame title={say('pane.customers.title')}>
      <div className={styles.controls}>
        <Field label={say('pane.customers.search')}>
          <Input type="search" value={search} onChange={(_, { value }) => setSearch(value)} />
        </Field>
        <Field label={say('pane.customers.order')}>
          <Select value={order} onChange={(_, { value }) => setOrder(value as Order)}>
            {(Object.keys(ORDERS) as Order[]).map((each) => (
              <option key={each} value={each}>
                {say(`pane.customers.by-${each}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {found.length === 0 && <p className={layout.muted}>{say('pane.customers.none')}</p>}
      <ul className={layout.list}>
        {found.slice(0, limit).map((line) => (
          <CustomerRow key={`${line.customer}|${line.currency}`} line={line} />
        ))}
      </ul>
      {found.length > limit && (
        <Link as="button" onClick={() => setLimit(limit + PAGE)}>
          {say('pane.customers.more', { count: Math.min(PAGE, found.length - limit) })}
        </Link>
      )}
    </ViewFrame>
  );
}

function CustomerRow({ line }: { readonly line: CustomerLine }) {
  const say = useSay();
  const layout = useLayout();
  const { openCustomer } = useActions();
  return (
    <li className={layout.ruled}>
      <button type="button" className={layout.pressable} onClick={() => void openCustomer({ customer: line.customer, currency: line.currency })}>
        <span className={layout.spread}>
          <span className={mergeClasses(layout.strong, layout.breakable)}>{line.name}</span>
          <Amount minor={line.oursMinor} currency={line.currency} />
        </span>
        <span className={mergeClasses(layout.spread, layout.muted)}>
          <span className={layout.figures}>{differenceText(line, say)}</span>
          {line.class && <ClassTag of={line.class} />}
        </span>
        {line.overdueMinor > 0 && <span className={mergeClasses(layout.muted, layout.figures)}>{say('pane.customers.overdue', { amount: money(line.overdueMinor, line.currency) })}</span>}
      </button>
    </li>
  );
}

function differenceText(line: CustomerLine, say: Say): string {
  if (!line.hasTheirs) return say('pane.customers.no-ledger');
  return line.differenceMinor === 0 ? say('pane.customers.agreed') : say('pane.customers.difference', { amount: money(line.differenceMinor, line.currency) });
}
