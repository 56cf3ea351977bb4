import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { connectFrame, createExcelHost, createIronCalculation, openWorkbookFile, type ExcelHost } from '../host';
import { FormulaBar } from './formula-bar';
import { readManifest, type RibbonButton } from './manifest';
import { LOCALE_NAMES, PAGE_LOCALES, PAGE_TEXTS, type PageLocale } from './page-texts';
import { SheetGrid } from './sheet-grid';
import { SheetTabs } from './sheet-tabs';

interface PageProps {
  readonly manifestXml: string;
  readonly locale: PageLocale;
  /** Address of the workbook to open first. */
  readonly file: string;
}

interface OpenWorkbook {
  readonly host: ExcelHost;
  readonly name: string;
}

/** Tests and people with the developer tools reach the host as `window.excel`. */
declare global {
  interface Window {
    excel?: ExcelHost;
  }
}

export function Page({ manifestXml, locale, file }: PageProps) {
  const manifest = useMemo(() => readManifest(manifestXml, locale), [manifestXml, locale]);
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [problem, setProblem] = useState('');
  const [paneShown, setPaneShown] = useState(true);
  const show = useCallback(
    async (bytes: Uint8Array, name: string) => {
      try {
        const host = createExcelHost({ workbook: await openWorkbookFile(bytes, name), locale, calculation: createIronCalculation() });
        window.excel = host;
        setProblem('');
        setOpen({ host, name });
      } catch (error) {
        setProblem(`${PAGE_TEXTS.cannotOpen[locale]} ${(error as Error).message}`);
      }
    },
    [locale],
  );
  useEffect(() => {
    void fetch(file).then(async (response) => show(new Uint8Array(await response.arrayBuffer()), decodeURIComponent(file.split('/').pop() ?? file)));
  }, [file, show]);
  useNewWorkbooks(open, show);
  useEffect(() => open?.host.subscribe(({ kind }) => kind === 'pane-shown' && setPaneShown(true)), [open]);

  // A function of ours runs whether or not the pane is to be seen: Excel shows it only where it asks for that.
  const press = ({ action, id }: RibbonButton) => {
    if (action.kind === 'function') open?.host.invokeCommand(action.name, id);
    else setPaneShown(true);
  };
  return (
    <div className="page">
      <TitleBar locale={locale} open={open} onOpen={show} />
      <div className="ribbon" role="toolbar" aria-label={PAGE_TEXTS.home[locale]}>
        <span className="ribbon-tab">{PAGE_TEXTS.home[locale]}</span>
        <div className="ribbon-strip">
          <div className="ribbon-group" role="group" aria-label={manifest.groupLabel}>
            {manifest.buttons.map((button) => (
              <button key={button.id} className="ribbon-button" title={button.tip} onClick={() => press(button)} data-control={button.id}>
                <img src={new URL(button.icon).pathname} alt="" width={24} height={24} />
                <span>{button.label}</span>
              </button>
            ))}
          </div>
        </div>
      </div>
      {problem && <p className="problem" role="alert">{problem}</p>}
      {open && <WorkbookView key={`${open.name}`} host={open.host} locale={locale} />}
      {open && <Pane host={open.host} addInId={manifest.id} url={new URL(manifest.paneUrl).pathname} title={manifest.name} shown={paneShown} locale={locale} onClose={() => setPaneShown(false)} />}
    </div>
  );
}

/** A workbook that the pane opens takes the place of the one shown, as a new window would. */
function useNewWorkbooks(open: OpenWorkbook | null, show: (bytes: Uint8Array, name: string) => Promise<void>) {
  useEffect(() => open?.host.subscribe((change) => change.kind === 'new-workbook' && void show(change.file, 'Book2.xlsx')), [open, show]);
}

function TitleBar({ locale, open, onOpen }: { locale: PageLocale; open: OpenWorkbook | null; onOpen: (bytes: Uint8Array, name: string) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  const save = async () => {
    if (!open) return;
    const bytes = await open.host.save();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
    link.download = open.name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const changeLocale = (to: string) => {
    const url = new URL(window.location.href);
    url.searchParams.set('locale', to);
    window.location.href = url.href;
  };
  return (
    <header className="title-bar">
      <strong>{open?.name ?? ''}</strong>
      <span className="spacer" />
      <input ref={input} type="file" accept=".xlsx" hidden data-testid="open-file" onChange={async ({ target }) => { const [chosen] = target.files ?? []; if (chosen) await onOpen(new Uint8Array(await chosen.arrayBuffer()), chosen.name); }} />
      <button onClick={() => input.current?.click()}>{PAGE_TEXTS.open[locale]}</button>
      <button onClick={() => void save()}>{PAGE_TEXTS.save[locale]}</button>
      <select aria-label={PAGE_TEXTS.language[locale]} value={locale} onChange={({ target }) => changeLocale(target.value)}>
        {PAGE_LOCALES.map((each) => <option key={each} value={each}>{LOCALE_NAMES[each]}</option>)}
      </select>
    </header>
  );
}

function WorkbookView({ host, locale }: { host: ExcelHost; locale: PageLocale }) {
  const version = useHostVersion(host);
  return (
    <main className="workbook">
      <FormulaBar host={host} version={version} label={PAGE_TEXTS.formula[locale]} />
      <SheetGrid host={host} version={version} />
      <SheetTabs host={host} version={version} label={PAGE_TEXTS.sheets[locale]} />
    </main>
  );
}

/** Counts the host's changes, at most one redraw per frame: a large write raises thousands. */
function useHostVersion(host: ExcelHost): number {
  const [version, bump] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let frame = 0;
    const stop = host.subscribe(() => {
      frame ||= requestAnimationFrame(() => { frame = 0; bump(); });
    });
    return () => { stop(); cancelAnimationFrame(frame); };
  }, [host]);
  return version;
}

function Pane({ host, addInId, url, title, shown, locale, onClose }: { host: ExcelHost; addInId: string; url: string; title: string; shown: boolean; locale: PageLocale; onClose: () => void }) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const connection = connectFrame({ host, container: container.current as HTMLElement, paneUrl: url, addInId, title });
    return () => connection.close();
  }, [host, addInId, url, title]);
  return (
    <aside className="pane" hidden={!shown}>
      <div className="pane-title">
        <span>{title}</span>
        <button aria-label={PAGE_TEXTS.closePane[locale]} onClick={onClose}>×</button>
      </div>
      <div className="pane-frame" ref={container} />
    </aside>
  );
}
