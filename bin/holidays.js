// Writes src/domain/days/holidays-data.ts from the package chinese-days: `npm run holidays`, after updating the package.
//
// The package follows the yearly notices of the State Council's General Office (国务院办公厅). It has one file a year,
// dist/years/YYYY.json: `holidays` and `workdays` by day, each with `English name,Chinese name,count`. A year is
// written only when its whole table is there: the fixed holidays and the festivals of its time. One that is not (days
// of a notice to come, or one that is half typed) is named and left out, and no year may be missing in between.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIRST_YEAR = 2004;
/** The fixed days off of every year since 1999. */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'];
/** Festivals, and since when. Mid-autumn is not asked for: when it falls into National Day it has no day of its own. */
const FESTIVALS = { 春节: 2004, 清明: 2008, 端午: 2008 };

/** Days that a notice names and the package has not. Once it has one, the script says so and the line here goes. */
const ADDED = [
  { year: 2005, kind: 'workdays', day: '12-31', name: '元旦', notice: '国办发明电〔2005〕35号' },
];

const require = createRequire(import.meta.url);
const manifest = require.resolve('chinese-days/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
const folder = join(dirname(manifest), 'dist', 'years');
const target = fileURLToPath(new URL('../src/domain/days/holidays-data.ts', import.meta.url));

/** `MM-DD` by the holiday's Chinese name, both in the order of the days. */
function byName(year, days) {
  const names = {};
  for (const [day, words] of Object.entries(days).sort()) {
    const [, name] = words.split(',');
    if (!name || !day.startsWith(`${year}-`))
      throw new Error(`${year}.json: cannot read "${day}": "${words}"`);
    names[name] ??= [];
    names[name].push(day.slice(5));
  }
  return names;
}

/** Puts the days of `ADDED` into a year; returns the note on where they are from. */
function add(year, read) {
  return ADDED.filter((each) => each.year === year).map(({ kind, day, name, notice }) => {
    const on = `${year}-${day}`;
    if (on in read[kind]) throw new Error(`${on}: the package has it now, take it out of ADDED`);
    read[kind][on] = `,${name},`;
    return `；${on} 据${notice}`;
  });
}

/** What a year's table must have and has not. */
function missing(year, holidays) {
  const off = new Set(Object.values(holidays).flat());
  const festivals = Object.entries(FESTIVALS).filter(([name, since]) => year >= since && !holidays[name]);
  return [...FIXED.filter((day) => !off.has(day)), ...festivals.map(([name]) => name)];
}

const record = (names) =>
  `{ ${Object.entries(names)
    .map(([name, days]) => `${name}: '${days.join(' ')}'`)
    .join(', ')} }`;

const tables = [];
for (const file of readdirSync(folder).sort()) {
  const year = Number(/^(\d{4})\.json$/.exec(file)?.[1] ?? 0);
  if (year < FIRST_YEAR) continue;
  const read = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const added = add(year, read).join('');
  const holidays = byName(year, read.holidays);
  const lacking = missing(year, holidays);
  if (lacking.length > 0) {
    console.error(`${year} left out, not yet there: ${lacking.join(', ')}`);
    continue;
  }
  if (year !== FIRST_YEAR + tables.length) throw new Error(`no table for ${FIRST_YEAR + tables.length}`);
  const workdays = byName(year, read.workdays);
  const note = added === '' ? '' : `, added: '${added}'`;
  tables.push(`{ year: ${year}, holidays: ${record(holidays)}, workdays: ${record(workdays)}${note} },`);
}

writeFileSync(
  target,
  `// Days off and make-up working days, ${FIRST_YEAR} to ${FIRST_YEAR + tables.length - 1}. Written by bin/holidays.js (npm run holidays): do not edit.

/** A year of the notices: \`MM-DD\` by the holiday that they are for. */
export interface HolidayTable {
  readonly year: number;
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
  /** Where days are from that the package has not. */
  readonly added?: string;
}

/** Who published the days, and through which package they came. */
export const holidaySource = '国务院办公厅节假日安排通知，chinese-days ${version}';

export const holidayTables: readonly HolidayTable[] = [
${tables.join('\n')}
];
`,
);
execFileSync(process.execPath, [require.resolve('@biomejs/biome/bin/biome'), 'format', '--write', target], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
console.error(
  `${target}: ${tables.length} years to ${FIRST_YEAR + tables.length - 1}, chinese-days ${version}`,
);
