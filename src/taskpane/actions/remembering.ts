/**
 * What is kept between openings of the pane: the user's corrections in the workbook itself, so that a
 * colleague who opens it has them too; columns by layout and the theme also for this user on this machine,
 * so that next month's export is read as this month's was corrected.
 */
import type { Mapping } from '../../engine';
import { LANGUAGES, type Language } from '../../texts';
import type { Choices, PaneParts, ThemeChoice } from '../state';

const CHOICES_KEY = 'pane.choices';
const LAYOUTS_KEY = 'pane.layouts';
const THEME_KEY = 'pane.theme';
export const LAST_RUN_KEY = 'pane.lastRun';

type Stored = Partial<Record<keyof Choices, unknown>>;

export async function recallChoices(parts: PaneParts): Promise<{ choices: Choices; ranBefore: boolean }> {
  const remembered = await parts.port.remembered();
  const stored = objectIn(remembered[CHOICES_KEY]) as Stored;
  const ownLayouts = objectIn(parts.surroundings.memory.get(LAYOUTS_KEY));
  const choices: Choices = {
    // The as-of day is a question of each run; last month's answer would be wrong without a word.
    asOf: null,
    sheetLanguage: LANGUAGES.includes(stored.sheetLanguage as Language) ? (stored.sheetLanguage as Language) : null,
    mappings: recordIn(stored.mappings) as Record<string, Mapping>,
    mappingsByLayout: { ...ownLayouts, ...recordIn(stored.mappingsByLayout) } as Record<string, Mapping>,
    aliases: recordIn(stored.aliases) as Record<string, string>,
  };
  return { choices, ranBefore: LAST_RUN_KEY in remembered };
}

export async function rememberChoices(parts: PaneParts, choices: Choices): Promise<void> {
  const { sheetLanguage, mappings, mappingsByLayout, aliases } = choices;
  parts.surroundings.memory.set(LAYOUTS_KEY, JSON.stringify(mappingsByLayout));
  await parts.port.remember({ [CHOICES_KEY]: JSON.stringify({ sheetLanguage, mappings, mappingsByLayout, aliases }) });
}

export function recallTheme(parts: PaneParts): ThemeChoice {
  const stored = parts.surroundings.memory.get(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function rememberTheme(parts: PaneParts, theme: ThemeChoice): void {
  parts.surroundings.memory.set(THEME_KEY, theme);
}

/** A JSON object, or an empty one: what was stored by hand or by an older version must not stop the pane. */
function objectIn(text: string | null | undefined): Record<string, unknown> {
  if (!text) return {};
  try {
    return recordIn(JSON.parse(text));
  } catch {
    return {};
  }
}

function recordIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
