/** Accepting several suggestions at once: by rule, from a confidence on. Ambiguous ones are never among them. */
import { useState } from 'react';
import { Button, Field, Select, makeStyles } from '@fluentui/react-components';
import type { ReviewView } from '../../engine';
import { useActions, useSay, useSayCount } from '../pane-context';
import { bulkCandidates } from '../review-queue';
import { useLayout } from '../styles';
import { Fold } from './fold';
import { totalsText } from './totals';

const CONFIDENCES = [0.95, 0.9, 0.8, 0.7, 0.6];

const useStyles = makeStyles({ pickers: { display: 'grid', alignItems: 'end', gridTemplateColumns: '3fr 2fr', gap: '8px', '& > *': { minWidth: 0 }, '& select': { minWidth: 0, width: '100%' } } });

export function BulkPanel({ items }: { readonly items: readonly ReviewView[] }) {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const styles = useStyles();
  const { acceptAll } = useActions();
  const [rule, setRule] = useState('');
  const [confidence, setConfidence] = useState(0.9);
  const rules = [...new Set(items.filter((item) => item.kind === 'suggested').map((item) => item.ruleText))].sort();
  const chosen = bulkCandidates(items, rule, confidence);
  if (rules.length === 0) return null;
  return (
    <Fold title={say('pane.bulk.title')}>
      <div className={layout.stack}>
        <div className={styles.pickers}>
          <Field label={say('pane.bulk.rule')}>
            <Select value={rule} onChange={(_, { value }) => setRule(value)}>
              <option value="">{say('pane.bulk.any-rule')}</option>
              {rules.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={say('pane.bulk.confidence')}>
            <Select value={String(confidence)} onChange={(_, { value }) => setConfidence(Number(value))}>
              {CONFIDENCES.map((each) => (
                <option key={each} value={each}>
                  {say('pane.percent', { percent: Math.round(each * 100) })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Button disabledFocusable={chosen.length === 0} onClick={() => void acceptAll(chosen.map((item) => item.key))}>
          {chosen.length === 0 ? say('pane.bulk.none') : sayCount('pane.bulk.accept', chosen.length, { amounts: totalsText(chosen) })}
        </Button>
        <div className={layout.muted}>{say('pane.bulk.note')}</div>
      </div>
    </Fold>
  );
}
