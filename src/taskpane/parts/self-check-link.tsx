/** Asks whether this Excel does what we rely on. Quiet: most people never need it. */
import { Link } from '@fluentui/react-components';
import { useActions, useSay } from '../pane-context';

export function SelfCheckLink() {
  const say = useSay();
  const { checkExcel } = useActions();
  return (
    <Link as="button" title={say('pane.self-check.hint')} onClick={() => void checkExcel()}>
      {say('pane.self-check')}
    </Link>
  );
}
