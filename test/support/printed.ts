// Documents as they are printed: set by LibreOffice, lines and their places read from the PDF by poppler.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentDocx } from '../../src/output/documents/docx.ts';
import type { Document } from '../../src/report/document.ts';
import { temporaryFolder } from './folder.ts';

const POINT = 25.4 / 72;

/** A line of text and its place in millimetres. */
export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** In the order of the page. */
  readonly lines: readonly Box[];
}

/** A document as LibreOffice prints it. @throws Error that says what to install */
export async function printed(document: Document): Promise<PrintedPage[]> {
  const folder = temporaryFolder();
  const file = join(folder, 'a.docx');
  writeFileSync(file, await documentDocx(document));
  return pagesOf(converted(file, folder));
}

let madeProfile: string | undefined;

/** LibreOffice takes long to make a profile: one for all documents of a test file. */
function profileFolder(): string {
  if (madeProfile === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'yanquan-office-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    madeProfile = folder;
  }
  return madeProfile;
}

/** The pages of a PDF. @throws Error that says what to install */
export function pagesOf(pdf: string): PrintedPage[] {
  need('pdftotext', 'poppler-utils');
  const html = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, inside = '']) => ({
      width: Number(width) * POINT,
      height: Number(height) * POINT,
      lines: linesOf(inside),
    }),
  );
}

function linesOf(html: string): Box[] {
  const box = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs;
  return [...html.matchAll(box)]
    .map(([, left, top, right, bottom, inside = '']) => ({
      text: [...inside.matchAll(/<word[^>]*>([^<]*)<\/word>/g)].map(([, word]) => word).join(' '),
      left: Number(left) * POINT,
      right: Number(right) * POINT,
      top: Number(top) * POINT,
      bottom: Number(bottom) * POINT,
    }))
    .sort((one, other) => one.top - other.top || one.left - other.left);
}

/** A program without which nothing was looked at: that is said, and is no success. */
function need(program: string, packages: string): void {
  if (spawnSync(program, ['--version'], { timeout: 60_000 }).error === undefined) return;
  throw new Error(`NO ${program}: nothing was looked at. Install it: apt-get install ${packages}`);
}

/** A workbook as LibreOffice prints it. @throws Error that says what to install */
export function printedWorkbook(bytes: Uint8Array): PrintedPage[] {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  return pagesOf(converted(join(folder, 'a.xlsx'), folder));
}

/** The first sheet of a workbook as LibreOffice writes it in CSV, cells as they are shown. @throws Error that says what to install */
export function workbookCsv(bytes: Uint8Array): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  // Comma, quote, UTF-8, from the first line on; no column formats, no quotes that are not needed; as shown.
  converted(join(folder, 'a.xlsx'), folder, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true');
  return readFileSync(join(folder, 'a.csv'), 'utf8');
}

/** What LibreOffice makes of a file, a PDF as a rule. @throws Error that says what to install */
function converted(file: string, folder: string, format = 'pdf'): string {
  need('soffice', 'libreoffice-writer libreoffice-calc fonts-noto-cjk');
  const profile = `-env:UserInstallation=file://${profileFolder()}`;
  const convert = ['--headless', '--convert-to', format, '--outdir', folder, file];
  execFileSync('soffice', [profile, ...convert], { stdio: 'ignore', timeout: 120_000 });
  return join(folder, 'a.pdf');
}
