// Foreign files through a mapping, and what inspecting one shows.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectFile, mappingText } from '../../src/intake/inspect.ts';
import { readMappingFile } from '../../src/intake/mapping-file.ts';
import { openSource } from '../../src/intake/source.ts';
import { importFixture, readFile, readText, refusalOf, withFile } from './support.ts';

const mapping = (text: string) => readMappingFile(text, 'm.yaml');

it('fits a foreign file: skip, constants, prefix, map, format, columns joined', async () => {
  const file = importFixture('dinesafe.yaml');
  const { records, problems, told, columns } = await readFile('findings', importFixture('dinesafe.csv'), {
    mapping: readMappingFile(readFileSync(file, 'utf8'), file),
  });
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      finding_no: 'DS-1',
      source: 'DineSafe',
      description: 'FAIL TO CLEAN',
      severity: 1,
      found_on: '2018-09-01',
      due_on: { plus: 5, unit: 'd' },
      cadre_no: ['1001'],
      remark: 'Notice Issued; Conviction',
    },
    { finding_no: 'DS-3', severity: 2, remark: 'Corrected' },
  ]);
  expect(records[0]?.remark).toBe('Notice Issued; Conviction');
  expect(told.map((each) => each.code)).toEqual(['rows_skipped_by_mapping']);
  expect(columns).toContain('due_on');
});

describe('a mapping of one field', () => {
  const header = '问题编号,问题来源,问题描述,发现时间,责任人编号,整改时限,序号';
  const row = (due: string) => `${header}\nF-1,s,d,2018-08-01,C1,${due},5\n`;

  it('leaves the others to their headings, and words like 立行立改 become deadlines', async () => {
    const options = {
      mapping: mapping('fields:\n  due_on: { column: 整改时限, map: { 立行立改: "+5wd" } }\n'),
    };
    const immediate = await readText('findings', row('立行立改'), options);
    expect(immediate.records[0]).toMatchObject({ finding_no: 'F-1', due_on: { plus: 5, unit: 'wd' } });
    const day = await readText('findings', row('2018年9月底前'), options);
    expect(day.records[0]?.due_on).toBe('2018-09-30');
  });

  it('序号 becomes a number with a prefix', async () => {
    const options = { mapping: mapping('fields:\n  finding_no: { column: 序号, prefix: "2018-" }\n') };
    expect((await readText('findings', row(''), options)).records[0]?.finding_no).toBe('2018-5');
  });

  it('problems stand at the cell as the file has it', async () => {
    const options = { mapping: mapping('fields:\n  severity: { column: 序号, map: { 7: 1 } }\n') };
    const { problems } = await readText('findings', row(''), options);
    expect(problems).toMatchObject([
      { code: 'severity_not_1_to_3', place: { column: '序号', value: '5', line: 2 } },
    ]);
  });
});

it('tells everything that is wrong with a mapping, each at its line', async () => {
  const text =
    'skip:\n  - { colum: a, equals: "" }\nfields:\n  finding_nr: { column: a }\n  source: { column: a, value: b }\nextra: 1\n';
  const problems = await refusalOf(() => mapping(text));
  expect(problems.map(({ code, place }) => [code, place?.line])).toEqual(
    expect.arrayContaining([
      ['yaml_key_near', 2],
      ['yaml_key_unknown', 6],
      ['mapping_source_wanted', 5],
    ]),
  );
  expect(await refusalOf(() => mapping('fields:\n  finding_nr: { column: a }\n'))).toMatchObject([
    { code: 'yaml_key_near', values: { nearest: 'finding_no' }, place: { line: 2 } },
  ]);
  expect(await refusalOf(() => mapping('fields:\n  __proto__: { column: a }\n'))).toHaveLength(1);
});

describe('inspect', () => {
  it('shows encoding, delimiter, header, fields and first rows', async () => {
    const text = '整改台账;;;\n问题编号;问题来源;整改错施;完成时间\nF-1;s;d;x\n';
    const seen = await withFile(text, 'a.csv', async (path) => inspectFile(await openSource(path)));
    expect(seen).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';' });
    expect(seen.tables).toMatchObject([
      {
        kind: 'findings',
        headerLine: 2,
        headerHeight: 1,
        columns: [
          { heading: '问题编号', field: 'finding_no' },
          { heading: '问题来源', field: 'source' },
          { heading: '整改错施', nearest: '整改措施' },
          { heading: '完成时间', asked: ['due_on'] },
        ],
        missing: ['description', 'found_on', 'cadre_no'],
        firstRows: [{ line: 3, cells: ['F-1', 's', 'd', 'x'] }],
      },
    ]);
  });

  it('writes a mapping that reads back and changes nothing', async () => {
    const text = '问题编号,问题来源,问题描述,发现时间,责任人编号,责任人\nF-1,s,d,2018-08-01,C1,甲一\n';
    const written = await withFile(text, 'a.csv', async (path) => {
      return mappingText(inspectFile(await openSource(path), 'findings').tables);
    });
    const plain = await readText('findings', text);
    const mapped = await readText('findings', text, { mapping: mapping(written) });
    expect(mapped.records).toEqual(plain.records);
    expect(written).not.toContain('#');
  });
});
