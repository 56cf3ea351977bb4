/** A part that opens in place, drawn only once it is opened: most are not. Its chevron is the same everywhere, and turns. */
import { useState, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight } from './marks';

const useStyles = makeStyles({
  fold: { '&[open] > summary > svg:first-child': { transform: 'rotate(90deg)' } },
  summary: {
    display: 'flex', alignItems: 'center', gap: '6px', minHeight: '32px', cursor: 'pointer', color: tokens.colorBrandForegroundLink, borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
    '::-webkit-details-marker': { display: 'none' },
  },
});

export interface FoldProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly className?: string;
  readonly summaryClassName?: string;
}

export function Fold({ title, children, open, className, summaryClassName }: FoldProps) {
  const styles = useStyles();
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className={mergeClasses(styles.fold, className)} open={open} onToggle={() => setWasOpened(true)}>
      {/* The tabIndex is for office.js, which takes over the Tab key on the web and does not know the element. */}
      <summary tabIndex={0} className={mergeClasses(styles.summary, summaryClassName)}>
        <ChevronRight size={12} />
        {title}
      </summary>
      {(open || wasOpened) && children}
    </details>
  );
}
