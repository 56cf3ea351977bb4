import { useEffect, useRef } from 'react';
import type { ExcelHost } from '../host';

export function SheetTabs({ host, label }: { host: ExcelHost; version: number; label: string }) {
  const active = host.activeSheet.id;
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => void tabs.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [active]);
  return (
    <nav ref={tabs} className="sheet-tabs" role="tablist" aria-label={label}>
      {host.workbook.sheets.filter((sheet) => sheet.visibility === 'Visible').map((sheet) => (
        <button key={sheet.id} role="tab" aria-selected={sheet.id === active} style={sheet.tabColor ? { borderBottomColor: sheet.tabColor } : undefined} onClick={() => host.activate(sheet.id)}>
          {sheet.name}
        </button>
      ))}
    </nav>
  );
}
