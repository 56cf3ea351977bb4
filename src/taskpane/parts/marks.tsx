/** The few pictures that stand for words; each can carry its word for those who do not see it. */
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ mark: { display: 'block', flexShrink: 0 } });

interface MarkProps {
  readonly label?: string;
  readonly size?: number;
}

function Mark({ label, size = 16, path }: MarkProps & { readonly path: string }) {
  const styles = useStyles();
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <path d={path} />
    </svg>
  );
}

export const Tick = (props: MarkProps) => <Mark {...props} path="M3 8.5l3.2 3L13 4.5" />;
export const Cross = (props: MarkProps) => <Mark {...props} path="M4 4l8 8M12 4l-8 8" />;
export const Warning = (props: MarkProps) => <Mark {...props} path="M8 2.5L14.5 13.5h-13L8 2.5zM8 6.5v3.5M8 12v.01" />;
export const ArrowLeft = (props: MarkProps) => <Mark {...props} path="M7 3L2.5 8 7 13M3 8h10.5" />;
export const ChevronRight = (props: MarkProps) => <Mark {...props} path="M6 3.5L10.5 8 6 12.5" />;

export const Sun = (props: MarkProps) => <Mark {...props} path="M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7" />;
export const Moon = (props: MarkProps) => <Mark {...props} path="M13 9.5A5.5 5.5 0 016.5 3a5.5 5.5 0 106.5 6.5z" />;
export const HalfSun = (props: MarkProps) => <Mark {...props} path="M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 2.5v11M10.5 4v8M13 6.5v3" />;

/** Two columns of a ledger that meet in one balance: the sign of the house. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect x="0.5" y="0.5" width="19" height="19" rx="4.5" fill="#0E666D" stroke="#0E666D" />
      <path d="M5 6h4M5 9h4M11 6h4M11 9h4M5 13.5h10" stroke="#fff" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
