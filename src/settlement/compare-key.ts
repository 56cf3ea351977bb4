/** Names of product classes and items are compared without regard to width, case and spaces. */
export function compareKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
