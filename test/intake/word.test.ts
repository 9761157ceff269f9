// Tables of Word files are read like sheets: merged cells, lines, hidden and struck out text, several tables, what is no text.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { describe, expect, it } from 'vitest';
import { inspectFile, mappingText } from '../../src/intake/inspect.ts';
import { openSource } from '../../src/intake/source.ts';
import { across, cell, DOWN, GOES_ON, letters, line, row, table, wordFile } from '../support/word.ts';
import { readText, refusalOf, withFile } from './support.ts';

const HEAD = ['问题编号', '问题来源', '问题描述', '发现时间', '责任人编号', '整改措施'];
const read = (bytes: Uint8Array, more = {}) => readText('findings', bytes, { name: '台账.docx', ...more });

describe('a table of a Word file', () => {
  it('is read with titles, merged cells, lines, totals and footers', async () => {
    const bytes = wordFile([
      line('桶坪乡问题整改台账'),
      table([
        row([cell('桶坪乡问题整改台账', across(6))]),
        row([
          ...HEAD.slice(0, 2).map((each) => cell(each, DOWN)),
          cell('问题情况', across(2)),
          ...HEAD.slice(4),
        ]),
        row([cell('', GOES_ON), cell('', GOES_ON), '问题描述', '发现\n时间', '责任人编号', '整改措施']),
        row([
          cell('D-1', DOWN),
          cell('市委巡察', DOWN),
          cell('三会一课不规范', DOWN),
          '2018年9月1日',
          'C1',
          `${line('补齐')}${line('建账')}`,
        ]),
        row([cell('', GOES_ON), cell('', GOES_ON), cell('', GOES_ON), '', 'C2', '公示']),
        row([cell('（二）作风方面', across(6))]),
        row(['D-2', cell('省委巡视', DOWN), '迟到 & 早退', '2018.9.2', 'C3', '']),
        row(['D-3', cell('', GOES_ON), '缺岗', '2018.9.2', 'C3', '']),
        row(['合计', '', '3']),
        row([cell('填报人：甲一', across(6))]),
      ]),
    ]);
    const { records, problems, told } = await read(bytes);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        finding_no: 'D-1',
        source: '市委巡察',
        found_on: '2018-09-01',
        cadre_no: ['C1', 'C2'],
        action: '补齐\n建账\n公示',
      },
      { finding_no: 'D-2', source: '省委巡视', description: '迟到 & 早退' },
      { finding_no: 'D-3', source: '省委巡视' },
    ]);
    expect(told.map(({ code, place }) => [code, place?.sheet])).toEqual([
      ['header_at', '桶坪乡问题整改台账'],
      ['rows_joined', '桶坪乡问题整改台账'],
      ['rows_of_headings', '桶坪乡问题整改台账'],
      ['rows_of_totals', '桶坪乡问题整改台账'],
      ['rows_of_footer', '桶坪乡问题整改台账'],
    ]);
  });

  it('as another program writes it', async () => {
    const cellOf = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more });
    const rows = [
      HEAD.map((text) => cellOf(text)),
      ['D-1', '巡察', 'd', '2018-09-01', 'C1', 'a'].map((text, at) =>
        cellOf(text, at < 4 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
      ),
      ['', '', '', '', 'C2', 'b'].map((text, at) =>
        cellOf(text, at < 4 ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
      ),
    ];
    const children = [new Table({ rows: rows.map((cells) => new TableRow({ children: cells })) })];
    const { records, problems } = await read(
      await Packer.toBuffer(new Document({ sections: [{ children }] })),
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ finding_no: 'D-1', cadre_no: ['C1', 'C2'], action: 'a\nb' }]);
  });

  it('without what is hidden, struck out, moved away or shown for another program', async () => {
    const hidden =
      '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>';
    const description = line(
      [
        ...[letters('缺表'), letters('内部', '<w:vanish/>'), letters('可见', '<w:vanish w:val="0"/>')],
        ...[letters('注', '<w:rStyle w:val="I"/>'), '<w:del><w:r><w:delText>12</w:delText></w:r></w:del>'],
        ...[`<w:ins>${letters('13')}</w:ins>`, `<w:moveFrom>${letters('旧')}</w:moveFrom>`, letters('份')],
        `<mc:AlternateContent><mc:Choice>${letters('。')}</mc:Choice><mc:Fallback>${letters('。')}</mc:Fallback></mc:AlternateContent>`,
      ].join(''),
    );
    const bytes = wordFile(
      [
        table([
          row(HEAD),
          row([
            'D-1',
            '巡察',
            cell(description),
            '2018-09-01',
            'C1',
            cell(`${line('批注', '<w:pStyle w:val="H"/>')}${line('a')}`),
          ]),
          row(['D-2', '巡察', 'd', '2018-09-01', 'C1', ''], '<w:del w:id="1"/>'),
          row(['D-3', '巡察', 'd', '2018-09-01', 'C1', '']),
        ]),
      ],
      hidden,
    );
    const { records, problems, told } = await read(bytes);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { finding_no: 'D-1', description: '缺表可见13份。', action: 'a' },
      { finding_no: 'D-3' },
    ]);
    expect(told).toMatchObject([{ code: 'word_text_left_out', values: { count: 1, lines: [2] } }]);
  });

  it('with ticks of symbol fonts', async () => {
    const tick = (font: string, char: string) =>
      cell(line(`<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`));
    const head = ['问题编号', '完成情况', '申请时间'];
    const rows = [
      ['W-1', tick('Wingdings 2', 'F050'), '2018-09-09'],
      ['W-2', tick('Wingdings', 'F0FC'), '2018-09-09'],
      ['W-3', tick('Wingdings', 'F0FB'), '2018-09-09'],
    ];
    const { records } = await readText(
      'ledger',
      wordFile([table([head, ...rows].map((each) => row(each)))]),
      {
        name: 'x.docx',
      },
    );
    expect(records.map(({ progress }) => progress)).toEqual(['done', 'done', 'not_done']);
  });

  it('whose cells are no text is refused by cell', async () => {
    const numbered = cell(line(letters(''), '<w:numPr><w:numId w:val="3"/></w:numPr>'));
    const picture = cell(line('<w:r><w:drawing/></w:r>'));
    const box = cell(line('<w:r><w:fldChar><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>'));
    const odd = cell(line('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'));
    const nested = cell(`${line('见下表')}${table([row(['x'])])}${line('')}`);
    for (const bad of [picture, box, odd, nested]) {
      const { problems } = await read(
        wordFile([table([row(HEAD), row(['D-1', 's', bad, '2018-09-01', 'C1', ''])])]),
        {
          sheet: '表1',
        },
      );
      expect(problems).toMatchObject([
        { code: 'word_cell_not_text', place: { line: 2, column: '问题描述' } },
      ]);
    }
    const { problems } = await read(
      wordFile([table([row(HEAD), row([numbered, 's', 'd', '2018-09-01', 'C1', ''])])]),
    );
    expect(problems).toMatchObject([{ code: 'word_cell_not_text', place: { column: '问题编号' } }]);
    // A picture next to a text, and numbers in a column that fills nothing, do no harm.
    const head = ['序号', ...HEAD];
    const beside = cell(line(`${letters('d')}<w:r><w:drawing/></w:r>`));
    const fine = await read(
      wordFile([table([row(head), row([numbered, 'D-1', 's', beside, '2018-09-01', 'C1', ''])])]),
    );
    expect(fine.problems).toEqual([]);
    expect(fine.records).toMatchObject([{ finding_no: 'D-1', description: 'd' }]);
  });
});

describe('several tables', () => {
  const one = (no: string) => table([row(HEAD), row([no, '巡察', 'd', '2018-09-01', 'C1', ''])]);
  const bytes = wordFile([
    ...[
      line('省委巡视'),
      one('D-1'),
      line('单位：桶坪乡'),
      one('D-2'),
      line('市委巡察'),
      line(''),
      one('D-3'),
    ],
    table([row(['联系人', '电话']), row(['甲一', '1'])]),
  ]);

  it('are sheets, named by the line above or by their place', async () => {
    expect(await refusalOf(() => read(bytes))).toMatchObject([
      { code: 'sheet_not_chosen', values: { sheets: ['省委巡视', '表2', '市委巡察', '表4'] } },
    ]);
    const all = await read(bytes, { sheet: 'all' });
    expect(all.records.map((each) => each.finding_no)).toEqual(['D-1', 'D-2', 'D-3']);
    expect(all.told).toMatchObject([{ code: 'sheet_without_header', values: { sheet: '表4' } }]);
    const second = await read(bytes, { sheet: '表2' });
    expect(second.records.map((each) => each.finding_no)).toEqual(['D-2']);
  });

  it('are inspected, with one mapping for them', async () => {
    await withFile(bytes, '台账.docx', async (path) => {
      const { format, tables } = inspectFile(await openSource(path), 'findings');
      expect(format).toBe('docx');
      expect(tables.map(({ sheet, headerLine }) => [sheet, headerLine])).toEqual([
        ['省委巡视', 1],
        ['表2', 1],
        ['市委巡察', 1],
        ['表4', 1],
      ]);
      expect(mappingText(tables)).toContain('finding_no:\n    column: 问题编号');
    });
  });
});

describe('what is no Word file with a table', () => {
  it.each([
    ['word_without_table', wordFile([line('一、存在问题')]), 'x.docx'],
    ['word_without_table', wordFile([table([row(['', ''])])]), 'x.docx'],
    ['word_broken', Buffer.from('PK\x03\x04 and no more'), 'x.docx'],
    ['word_broken', wordFile(['<w:p>']), 'x.dat'],
    ['word_broken', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), 'x.doc'],
    ['workbook_broken', Buffer.from('PK\x03\x04 and no more'), 'x.xlsx'],
    ['file_is_word', Buffer.from('{\\rtf1\\ansi 台账}'), 'x.doc'],
    ['workbook_too_wide', wordFile([table([row([cell('x', across(1_000_000_000))])])]), 'x.docx'],
  ])('%s', async (code, bytes, name) => {
    expect(await refusalOf(() => readText('findings', bytes, { name }))).toMatchObject([{ code }]);
  });
});
