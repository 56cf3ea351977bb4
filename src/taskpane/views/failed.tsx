/** A job that failed: what happened, what was kept, what to do. */
import { Button } from '@fluentui/react-components';
import { useActions, useSay } from '../pane-context';
import type { Problem } from '../problem';
import { ProblemWords } from '../parts/problem-note';
import { ViewFrame } from '../parts/view-frame';

export function Failed({ problem }: { readonly problem: Problem }) {
  const say = useSay();
  const { leaveFailure } = useActions();
  return (
    <ViewFrame
      title={say(problem.happened.code, problem.happened.values)}
      foot={
        <Button appearance="primary" size="large" onClick={leaveFailure}>
          {say('pane.problem.back')}
        </Button>
      }
    >
      <ProblemWords problem={problem} />
    </ViewFrame>
  );
}
