// The files that the bench imports, made from a seed: the same size and seed give the same bytes.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import { Random } from '../reference/prng.ts';

export interface Size {
  readonly findings: number;
  readonly cadres: number;
  readonly seed: number;
}

const FIRST_DAY = '2018-01-01' as Day;
/** The cutoff at which the bench tallies: most of the findings are due by then, some are not. */
export const CUTOFF = '2018-07-01' as Day;
const DAYS = Array.from({ length: 300 }, (_, at) => addDays(FIRST_DAY, at));
const SOURCES = ['省委巡视', '市委巡察', '专项整治'];
const AREAS = ['村内项目推进', '非贫困户二级档案', '产业覆盖', '农村产业革命'];

const cadreNo = (at: number): string => `C${String(at).padStart(5, '0')}`;

/** Writes the roster. */
export async function writeCadres(file: string, { cadres, seed }: Size): Promise<void> {
  const random = new Random(seed);
  await write(file, 'cadre_no,name,rank,unit,station', cadres, (at) => [
    ...[cadreNo(at), `甲乙${at}`, random.pick(['section', 'subsection', 'staff'])],
    ...[`单位${at % 200}`, `${at % 1200}号作战所`],
  ]);
}

/** The columns of the findings, in the order of the file. */
const FINDING_COLUMNS = [
  ...['finding_no', 'source', 'area', 'village', 'station', 'description', 'severity'],
  ...['found_on', 'due_on', 'cadre_no', 'assist_no'],
];

/** Writes the findings: every one with a responsible cadre, two in five with one who assists. */
export async function writeFindings(file: string, { findings, cadres, seed }: Size): Promise<void> {
  const random = new Random(seed + 1);
  await write(file, FINDING_COLUMNS.join(','), findings, (at) => {
    const lead = random.below(cadres);
    const found = random.below(200);
    const due = found + random.between(5, 64);
    const assist = random.chance(40) ? cadreNo((lead + 1 + random.below(cadres - 1)) % cadres) : '';
    return [
      ...[`F${String(at).padStart(7, '0')}`, random.pick(SOURCES), random.pick(AREAS)],
      ...[`${random.below(4000)}村`, `${lead % 1200}号作战所`, `公示牌内容与实施方案不一致，第${at}处`],
      ...[String(random.between(1, 3)), DAYS[found] ?? '', DAYS[due] ?? '', cadreNo(lead), assist],
    ];
  });
}

async function write(
  file: string,
  heading: string,
  many: number,
  row: (at: number) => string[],
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${heading}\n`);
  for (let at = 0; at < many; at += 1) {
    if (!stream.write(`${row(at).join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
