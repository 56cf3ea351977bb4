/** Which column holds what: a picker for each field that was found, and for those that a role needs. */
import { useState } from 'react';
import { Field as LabelledField, Select, makeStyles } from '@fluentui/react-components';
import { FIELDS, type Field, type SheetView } from '../../engine';
import { useActions, useSay } from '../pane-context';
import { columnIndexOf } from '../column-letters';
import { Fold } from '../parts/fold';

/** Offered even where they were not found, since a ledger is read by them. */
const LEDGER_FIELDS: readonly Field[] = ['date', 'document', 'reference', 'customer', 'debit', 'credit', 'amount', 'balance', 'memo'];

const useStyles = makeStyles({ grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(136px, 1fr))', alignItems: 'end', gap: '8px' }, select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } } });

export function ColumnPickers({ sheet }: { readonly sheet: SheetView }) {
  const say = useSay();
  const styles = useStyles();
  const [added, setAdded] = useState<readonly Field[]>([]);
  const wanted = sheet.role.endsWith('ledger') ? LEDGER_FIELDS : [];
  const fields = FIELDS.filter((field) => sheet.columns[field] !== undefined || wanted.includes(field) || added.includes(field));
  return (
    <Fold title={say('pane.columns.title')}>
      <div className={styles.grid}>
        {fields.map((field) => (
          <ColumnPicker key={field} sheet={sheet} field={field} />
        ))}
        <LabelledField label={say('pane.columns.add')}>
          <Select className={styles.select} value="" onChange={(_, { value }) => setAdded([...added, value as Field])}>
            <option value="">{say('pane.columns.add-choose')}</option>
            {FIELDS.filter((field) => !fields.includes(field)).map((field) => (
              <option key={field} value={field}>
                {say(`pane.field.${field}`)}
              </option>
            ))}
          </Select>
        </LabelledField>
      </div>
    </Fold>
  );
}

function ColumnPicker({ sheet, field }: { readonly sheet: SheetView; readonly field: Field }) {
  const say = useSay();
  const styles = useStyles();
  const { setColumn } = useActions();
  const letters = Object.keys(sheet.headings).sort((a, b) => columnIndexOf(a) - columnIndexOf(b));
  return (
    <LabelledField label={say(`pane.field.${field}`)}>
      <Select className={styles.select} value={sheet.columns[field] ?? ''} onChange={(_, { value }) => void setColumn(sheet, field, value)}>
        <option value="">{say('pane.columns.none')}</option>
        {letters.map((each) => (
          <option key={each} value={each}>
            {say('pane.columns.option', { letters: each, heading: sheet.headings[each] })}
          </option>
        ))}
      </Select>
    </LabelledField>
  );
}
