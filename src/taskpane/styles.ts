/** Layout that several views share. What only one part needs stands in that part's file. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useLayout = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: '12px' },
  tight: { display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  spread: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  grow: { flexGrow: 1, minWidth: 0 },
  section: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  muted: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  paragraph: { margin: 0 },
  figures: { fontVariantNumeric: 'tabular-nums' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  ellipsis: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  breakable: { overflowWrap: 'anywhere' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  /** A whole list row that can be pressed; looks like the list, not like a button. */
  pressable: {
    display: 'block', boxSizing: 'border-box', width: 'calc(100% + 8px)', margin: '0 -4px', textAlign: 'left', font: 'inherit', color: 'inherit', background: 'none', border: 'none', padding: '8px 4px', cursor: 'pointer', minHeight: '40px', borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  ruled: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':last-child': { borderBottom: 'none' } },
  /** Paper a shade apart; its edge shows only where colours are forced. */
  panel: { padding: '12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorTransparentStroke}` },
});
