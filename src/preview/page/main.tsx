/**
 * The stand-in for Excel on the web: a workbook in a grid, the ribbon from our manifest, and our pane
 * beside it, held by the unmodified office.js. `?file=/path.xlsx` opens a file of the same server,
 * `?locale=zh-TW` sets the language.
 */
import { createRoot } from 'react-dom/client';
import { defineCustomElements } from '@revolist/revogrid/loader';
import { Page } from './page';
import styles from './page.css';
import { pageLocale } from './page-texts';

const query = new URLSearchParams(window.location.search);
const locale = pageLocale(query.get('locale') ?? navigator.language);
const sheet = document.createElement('style');
sheet.textContent = styles;
document.head.append(sheet);
document.documentElement.lang = locale;
defineCustomElements();

const manifest = await (await fetch('/manifest.xml')).text();
const root = document.getElementById('root') as HTMLElement;
createRoot(root).render(<Page manifestXml={manifest} locale={locale} file={query.get('file') ?? `/assets/sample-${locale === 'en-US' ? 'en' : locale}.xlsx`} />);
