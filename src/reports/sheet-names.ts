/** Tab names: legal for Excel, unique among our sheets, in the workbook's language. */
const LENGTH_MAX = 31;

/** The wanted name without what Excel forbids in a tab, cut to 31 characters, numbered where it is taken. */
export class SheetNames {
  private readonly taken = new Set<string>();
  private readonly byKey = new Map<string, string>();

  constructor(private readonly wanted: (key: string) => string) {}

  /** The same name each time for the same key. */
  nameOf(key: string): string {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const name = this.free(legal(this.wanted(key)));
    this.taken.add(name.toLowerCase());
    this.byKey.set(key, name);
    return name;
  }

  private free(name: string): string {
    let free = name;
    for (let number = 2; this.taken.has(free.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      free = cut(name, LENGTH_MAX - suffix.length) + suffix;
    }
    return free;
  }
}

function legal(name: string): string {
  const cleaned = name.replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '');
  return cut(cleaned, LENGTH_MAX).trim().replace(/'+$/, '') || '-';
}

/** Cuts at whole characters: Excel counts UTF-16 units, and half a character is none. */
function cut(name: string, length: number): string {
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}
