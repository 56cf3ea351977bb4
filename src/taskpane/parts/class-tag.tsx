/** One of the four classes: its word, and its colour beside it. */
import { makeStyles } from '@fluentui/react-components';
import type { CollectionClass } from '../../engine';
import { useInks, useSay } from '../pane-context';

const useStyles = makeStyles({
  tag: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  dot: { width: '8px', height: '8px', borderRadius: '4px', forcedColorAdjust: 'none' },
});

export function ClassTag({ of }: { readonly of: CollectionClass }) {
  const say = useSay();
  const inks = useInks();
  const styles = useStyles();
  return (
    <span className={styles.tag}>
      <span className={styles.dot} style={{ backgroundColor: inks.classes[of] }} aria-hidden />
      <span style={{ color: inks.classes[of] }}>{say(of)}</span>
    </span>
  );
}
