/** The texts that cells share: rich text as its plain characters, phonetic guides left out. */
import { textChunks, type PackedPart } from './archive';
import { SHARED_STRINGS_SIZE_MAX, tooLarge } from './limits';
import { scanXml, unescapeCellText, type XmlVisitor } from './xml-scan';

export async function readSharedStrings(part: PackedPart): Promise<readonly string[]> {
  if (part.size > SHARED_STRINGS_SIZE_MAX) throw tooLarge('The texts of the file are too large to be held.');
  const texts: string[] = [];
  await scanXml(textChunks(part), new StringItems((text) => texts.push(text)));
  return texts;
}

/** Gathers the text of `<si>` elements (shared strings) or of `<is>` (a text inside its cell). */
export class StringItems implements XmlVisitor {
  private raw = '';
  private inText = false;
  private inPhonetics = false;

  constructor(private readonly onItem: (text: string) => void) {}

  open(name: string): void {
    if (name === 't') this.inText = !this.inPhonetics;
    else if (name === 'rPh') this.inPhonetics = true;
    else if (name === 'si' || name === 'is') this.raw = '';
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inPhonetics = false;
    else if (name === 'si' || name === 'is') this.onItem(unescapeCellText(this.raw));
  }

  text(raw: string): void {
    if (this.inText) this.raw += raw;
  }
}
