/** The pane's looks: deep teal on paper, light and dark; high contrast is the browser's (forced colours). */
import { useEffect, useState } from 'react';
import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import type { CollectionClass } from '../engine';
import type { Language } from '../texts';
import type { ThemeChoice } from './state';

const TEAL: BrandVariants = {
  10: '#010B0C', 20: '#07191B', 30: '#09282B', 40: '#0A3438', 50: '#0B4045', 60: '#0C4C52', 70: '#0D595F', 80: '#0E666D',
  90: '#23767D', 100: '#5BB5BB', 110: '#6FC1C6', 120: '#83CCD1', 130: '#99D6DA', 140: '#B0E0E3', 150: '#C8EAEC', 160: '#E2F4F5',
};

/** Each market's own system faces; Chinese characters differ between them. */
const FONTS: Readonly<Record<Language, string>> = {
  en: '"Segoe UI", -apple-system, "Noto Sans", "Noto Sans CJK KR", "Helvetica Neue", Arial, sans-serif',
  'zh-CN': '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif',
  'zh-TW': '"Segoe UI", "Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", sans-serif',
};

export function themeFor(dark: boolean, language: Language): Theme {
  const base = dark ? createDarkTheme(TEAL) : createLightTheme(TEAL);
  return { ...base, fontFamilyBase: FONTS[language] };
}

/** The colours that Fluent has no word for; all readable on their theme's background (4.5:1 for text). */
export interface Inks {
  readonly classes: Readonly<Record<CollectionClass, string>>;
  /** From not due to the oldest bucket. */
  readonly ages: readonly string[];
  readonly negative: string;
  readonly ours: string;
  readonly theirs: string;
  readonly rise: string;
  readonly fall: string;
}

const LIGHT_INKS: Inks = {
  classes: { 'not-due': '#4A6580', collectible: '#0E666D', doubtful: '#8A5200', bad: '#8E1B2E' },
  ages: ['#9DB2C6', '#7FBCC0', '#3F9298', '#E0B15A', '#C9822B', '#B4503A', '#8E1B2E'],
  negative: '#A4262C',
  ours: '#0E666D',
  theirs: '#4A6580',
  rise: '#3F9298',
  fall: '#C9822B',
};

const DARK_INKS: Inks = {
  classes: { 'not-due': '#A9C1D8', collectible: '#6FC1C6', doubtful: '#F0B860', bad: '#F08C98' },
  ages: ['#6E879F', '#4C9298', '#7CC7CC', '#C99A45', '#E0A04E', '#E07F66', '#F08C98'],
  negative: '#F1707B',
  ours: '#6FC1C6',
  theirs: '#A9C1D8',
  rise: '#4C9298',
  fall: '#E0A04E',
};

export function inksFor(dark: boolean): Inks {
  return dark ? DARK_INKS : LIGHT_INKS;
}

/** Office tells its theme on the desktop only; on the web the browser's preference stands for it. */
export function useDark(choice: ThemeChoice, officeIsDark: boolean | undefined): boolean {
  const [preferred, setPreferred] = useState(() => darkQuery()?.matches ?? false);
  useEffect(() => {
    const query = darkQuery();
    const note = () => setPreferred(query?.matches ?? false);
    query?.addEventListener('change', note);
    return () => query?.removeEventListener('change', note);
  }, []);
  return choice === 'system' ? (officeIsDark ?? preferred) : choice === 'dark';
}

function darkQuery(): MediaQueryList | undefined {
  return typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : undefined;
}
