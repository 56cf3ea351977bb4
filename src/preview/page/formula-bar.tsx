import { useEffect, useState } from 'react';
import { address, type ExcelHost } from '../host';

/** Where the selection is and what its first cell holds; typing here changes the cell. */
export function FormulaBar({ host, version, label }: { host: ExcelHost; version: number; label: string }) {
  const area = host.selection[0];
  const cell = area ? host.cell(host.activeSheet, area.row, area.column) : null;
  const content = cell ? (cell.formula ?? (cell.value === null ? '' : String(cell.value))) : '';
  const [typed, setTyped] = useState(content);
  useEffect(() => setTyped(content), [content, version]);
  const commit = () => {
    if (area && typed !== content) void host.edit(host.activeSheet.id, area.row, area.column, typed);
  };
  return (
    <div className="formula-bar">
      <span className="name-box" data-testid="name-box">{area ? address(area) : ''}</span>
      <span className="fx" aria-hidden>fx</span>
      <input
        aria-label={label}
        value={typed}
        onFocus={() => host.beginCellEdit()}
        onBlur={() => { host.endCellEdit(); commit(); }}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(content);
        }}
      />
    </div>
  );
}
