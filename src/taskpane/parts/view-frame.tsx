/** The frame of every view: its question, its content, and at the foot the one main button. */
import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useLayout } from '../styles';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '16px', display: 'flex', flexDirection: 'column', gap: '16px', '& > *': { flexShrink: 0 } },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, borderRadius: tokens.borderRadiusMedium, outlineStyle: 'none', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
  foot: { padding: '12px 16px', display: 'flex', gap: '8px', alignItems: 'center', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, '& > button': { minWidth: 0, paddingLeft: '12px', paddingRight: '12px' }, '& > button:first-child': { flexGrow: 1 } },
});

export interface ViewFrameProps {
  readonly title: string;
  /** The way back to where this view was opened from. */
  readonly back?: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** The main button, then what else stands beside it. */
  readonly foot?: ReactNode;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
}

export function ViewFrame({ title, back, lead, children, foot, onKeyDown }: ViewFrameProps) {
  const styles = useStyles();
  const layout = useLayout();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever reads by ear or keyboard starts at the view's question, not where the last view ended; whoever is at work in the sheet stays there.
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={styles.frame} aria-label={title} onKeyDown={onKeyDown}>
      <div className={styles.body}>
        <div className={layout.tight}>
          {back}
          {/* In Excel on the web office.js moves the focus itself, and only among what it finds tabbable: with -1, Tab would leave the pane. */}
          <h1 className={styles.title} tabIndex={0} ref={heading}>
            {title}
          </h1>
          {lead && <div className={layout.muted}>{lead}</div>}
        </div>
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  );
}
