/** The first entries of a sheet as they were understood, so that a wrong column is seen at once. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SheetView } from '../../engine';
import { dayText, useSay } from '../pane-context';
import { useLayout } from '../styles';
import { Amount } from './amount';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200, '& th, & td': { textAlign: 'left', padding: '4px 6px 4px 0', verticalAlign: 'top', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` }, '& th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular } },
  number: { textAlign: 'right !important' as 'right', whiteSpace: 'nowrap' },
  day: { whiteSpace: 'nowrap' },
});

export function Preview({ lines }: { readonly lines: SheetView['preview'] }) {
  const say = useSay();
  const layout = useLayout();
  const styles = useStyles();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={say('pane.preview.title')}>
      <table className={styles.table}>
        <caption className={layout.hidden}>{say('pane.preview.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pane.field.date')}</th>
            <th scope="col">{say('pane.preview.what')}</th>
            <th scope="col" className={styles.number}>
              {say('pane.field.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={i}>
              <td className={mergeClasses(styles.day, layout.figures)}>{dayText(line.day)}</td>
              <td className={layout.breakable}>
                <div>{[line.kindText || say(line.kind), line.document, line.references].filter(Boolean).join(' · ')}</div>
                <div className={layout.muted}>{line.customer}</div>
              </td>
              <td className={styles.number}>
                <Amount minor={line.amountMinor} currency={line.currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
