/** `=HYPERLINK("#'Sheet'!A1","text")`: a link that is written as a formula. The calculation engine has no such function. */

const TEXT = '"(?:[^"]|"")*"';
const LINK = new RegExp(`^=HYPERLINK\\((${TEXT}),(${TEXT}(?:&${TEXT})*|-?[\\d.eE+-]+)\\)$`, 'i');

/** Where it leads, without the `#`, and what the cell shows; null for any other formula. */
export function linkFormula(formula: string): { readonly location: string; readonly shown: string | number } | null {
  const parts = LINK.exec(formula);
  if (!parts) return null;
  const [, location, shown] = parts;
  return { location: literal(location).replace(/^#/, ''), shown: shown.startsWith('"') ? shown.match(new RegExp(TEXT, 'g'))!.map(literal).join('') : Number(shown) };
}

export function isLinkFormula(formula: string): boolean {
  return formula.startsWith('=HYPERLINK("#');
}

function literal(quoted: string): string {
  return quoted.slice(1, -1).replaceAll('""', '"');
}
