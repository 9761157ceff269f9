// The notice as a document: what is where, what is dropped, and what is never said.
import { describe, expect, test } from 'vitest';
import type { NoticeFacts } from '../../../src/domain/notice.ts';
import type { Lang } from '../../../src/i18n/language.ts';
import type { Block } from '../../../src/report/document.ts';
import { type NoticeOptions, noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { wordsFor } from '../../support/words.ts';
import { closed, draft, forPublic, line, lines, nobody } from '../notice-samples.ts';

const blocksOf = (facts: NoticeFacts, options: NoticeOptions = {}, lang: Lang = 'zh') =>
  noticeDocument(facts, wordsFor(lang), options);

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'page' || block.kind === 'form') return [];
      if (block.kind === 'header') return [block.left, block.right];
      if (block.kind === 'table') return [block.columns.map((each) => each.heading), ...block.rows].flat();
      return [block.text];
    })
    .join('\n');
}

const headingsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

describe('sections', () => {
  test('stand in the order of CLERK.md', () => {
    expect(headingsOf(blocksOf(closed))).toEqual([
      '一、总体情况',
      '二、予以肯定',
      '三、未按要求整改到位的处理意见',
      '四、“进退严圈”情况',
      '五、主要问题',
      '六、下步要求',
      '七、异议与更正',
      '附件1　问题整改情况统计表',
      '附件2　人员名单（乡管及其他干部）',
      '附件3　人员名单（县管干部）',
      '附件4　教育培训拟定对象名单',
      '存档信息',
    ]);
  });

  test('that are empty are dropped and the numbering closes up', () => {
    const none = { ...closed.counts, commended: 0 };
    const facts = { ...closed, counts: none, lines: lines.filter((each) => !each.commended) };
    expect(headingsOf(blocksOf(facts)).slice(0, 3)).toEqual([
      '一、总体情况',
      '二、未按要求整改到位的处理意见',
      '三、“进退严圈”情况',
    ]);
    expect(headingsOf(blocksOf(nobody))).toEqual([
      '一、总体情况',
      '二、下步要求',
      '三、异议与更正',
      '存档信息',
    ]);
    expect(textOf(blocksOf(nobody))).toContain('本轮没有应整改的问题。');
    expect(textOf(blocksOf(nobody))).not.toContain('附件');
  });

  test('say how names are ordered once, where the first list stands', () => {
    const note = '（名单按姓氏笔画为序，下同）';
    expect(textOf(blocksOf(closed)).split(note).length).toBe(2);
    const facts = {
      ...closed,
      counts: { ...closed.counts, commended: 0 },
      lines: lines.filter((each) => !each.commended),
    };
    expect(textOf(blocksOf(facts))).toContain(`检讨发言2人${note}：`);
  });
});

describe('a draft', () => {
  const text = textOf(blocksOf(draft));

  test('is headed 送审稿, and 拟 stands before each measure', () => {
    expect(blocksOf(draft)[0]).toMatchObject({ kind: 'header', left: '内部资料　注意保存·送审稿' });
    const body = text.slice(0, text.indexOf('附件1　'));
    for (const word of ['检讨发言', '提醒谈话', '诫勉谈话', '予以肯定', '进圈', '继续在圈', '退圈']) {
      const counted = [...body.matchAll(new RegExp(`(.)${word}\\d+人`, 'gu'))];
      for (const [, before] of counted) expect(before).toBe('拟');
    }
    expect(body.match(/拟(检讨发言|提醒谈话|诫勉谈话)\d人/gu)?.length).toBe(3);
    expect(text).toContain('拟对应方式');
    expect(text).not.toContain('研究意见');
  });

  test('leaves the meeting and the day blank; the closed round has neither mark nor 拟', () => {
    expect(text).toContain('经〔　〕研究，依据《样例乡督查办法》，');
    expect(text).toContain('〔　〕年〔　〕月〔　〕日');
    const settled = textOf(blocksOf(closed));
    expect(settled).not.toContain('送审稿');
    expect(settled.replaceAll('拟定对象', '')).not.toContain('拟');
    expect(settled).toContain('经9月19日乡党委会议研究，');
    expect(settled).toContain('中共样例乡委员会　2018年9月19日');
  });
});

test('nobody is said to have a measure because of a count', () => {
  for (const facts of [draft, closed]) {
    for (const scope of ['leader', 'internal', 'public'] as const) {
      expect(textOf(blocksOf(facts, { scope }))).not.toMatch(/因为|由于|因.{0,20}(谈话|检讨)|被|给予/u);
      expect(textOf(blocksOf(facts, { scope }, 'en'))).not.toMatch(/because|due to|was given|were given/i);
    }
  }
});

describe('people', () => {
  test('of other authorities are told apart, and stand on a table of their own', () => {
    const text = textOf(blocksOf(closed));
    expect(text).toContain(
      '诫勉谈话3人：乡管1人，由〔　〕组织谈话（扶贫工作站　丁一　6个）；县管1人，按干部管理权限提请县委研究（乡领导班子　王二　4个）；其他1人，商有干部管理权限的单位研究（派出所　乙三　4个）。',
    );
    const tables = blocksOf(closed).filter((block) => block.kind === 'table');
    const county = tables.find((table) =>
      table.rows.some((row) => row.includes('王二') && row.includes('诫勉谈话')),
    );
    expect(county?.rows.map((row) => row[2])).toEqual(['王二']);
  });

  test('whose talk is not repeated are followed up', () => {
    const text = textOf(blocksOf(closed));
    expect(text).toContain('财政分局　司马丙四　3个、持续跟踪督办');
    expect(text).toContain('继续在圈2人（其中1人跟踪督办，不重复谈话）');
    const all = { ...closed, counts: { ...closed.counts, followedUp: 2 } };
    expect(textOf(blocksOf(all))).toContain('继续在圈2人（跟踪督办，不重复谈话）');
    const none = { ...closed, counts: { ...closed.counts, followedUp: 0 } };
    expect(textOf(blocksOf(none))).toContain('继续在圈2人，退圈1人（庚八），');
  });

  test('of a long list are left to the annex', () => {
    const many = Array.from({ length: 31 }, (_, place) =>
      line(`C${place + 10}`, `甲${place}`, '水利站', { measure: 'self_criticism', counted: 1 }),
    );
    const measures = { ...closed.counts.measures, self_criticism: { all: 31, county: 0, other: 0 } };
    const facts = { ...closed, lines: many, counts: { ...closed.counts, measures } };
    expect(textOf(blocksOf(facts))).toContain('检讨发言31人（名单见附件2）。');
  });

  test('in the scope internal show name, unit, measure and count; leaders see every column', () => {
    const tableOf = (scope: 'leader' | 'internal') =>
      blocksOf(closed, { scope }).find(
        (block) => block.kind === 'table' && block.columns[1]?.heading !== '涉及问题',
      );
    const internal = tableOf('internal');
    expect(internal?.kind === 'table' && internal.columns.map((each) => each.heading)).toEqual([
      ...['序号', '单位', '姓名', '研究意见', '问题数'],
    ]);
    const leader = tableOf('leader');
    expect(leader?.kind === 'table' && leader.columns.length).toBe(14);
    const tables = blocksOf(closed, { scope: 'leader' }).filter((block) => block.kind === 'table');
    const both = tables.filter(({ columns }) =>
      columns.some(({ heading }) => heading === '姓名' && columns.length > 8),
    );
    const headings = both.slice(0, 2).flatMap(({ columns }) => columns.map(({ heading }) => heading));
    // All columns, the number and the name in both tables.
    expect(headings.length).toBe(29);
    expect(new Set(headings).size).toBe(27);
    expect(textOf(blocksOf(draft, { scope: 'leader' }))).toContain('拟对应方式（含审定意见）');
    expect(textOf(blocksOf(closed, { scope: 'leader' }))).toContain('研究意见');
  });

  test('are in no public notice, in either language, whatever the facts hold', () => {
    for (const facts of [closed, draft]) {
      for (const lang of ['zh', 'en'] as const) {
        const text = textOf(blocksOf(facts, { scope: 'public' }, lang));
        for (const { cadre } of lines) {
          expect(text).not.toContain(cadre.name);
          expect(text).not.toContain(cadre.name.replace('　', ''));
        }
        expect(text).not.toContain('审定甲');
        expect(text).not.toContain('走访记录');
        expect(text).not.toContain('内部资料');
      }
    }
  });
});

test('main problems are short, without the stop at their end', () => {
  const text = textOf(blocksOf(closed));
  expect(text).toContain('未整改到位12个，主要是档案人口数与户籍册不一致；走访记录|涂改 *未签章*。');
  expect(text).toContain(`（二）未注明：未整改到位9个，主要是${'长'.repeat(40)}…。`);
});

test('corrections are told, of the last round and of this one', () => {
  const told = '水利站甲六由“提醒谈话、在圈”更正为“检讨发言”（一个问题误列责任人）';
  expect(textOf(blocksOf(closed))).toContain(`上轮更正：${told}。`);
  const [one] = closed.corrections;
  if (one === undefined) throw new Error('no correction in the sample');
  const own = { ...closed, corrections: [{ ...one, round: 2, before: null }] };
  expect(textOf(blocksOf(own))).toContain('本轮更正：水利站甲六补列为“检讨发言”（一个问题误列责任人）。');
  const older = { ...closed, round: 5, corrections: [{ ...one, before: { ...one.after, counted: 3 } }] };
  expect(textOf(blocksOf(older))).toContain(
    '第1轮更正：水利站甲六计入问题由3个更正为1个（一个问题误列责任人）。',
  );
});

test('upheld appeals are told, with whether the line was corrected; the public is told how many', () => {
  expect(textOf(blocksOf(closed))).toContain(
    '第1轮对应方式申诉成立：水利站甲六（9月16日答复，已更正）；乙七（9月18日答复，更正待办）。',
  );
  expect(textOf(blocksOf(forPublic))).toContain('另有申诉成立2项。另更正对号结果1人次。');
  expect(textOf(blocksOf(draft))).not.toContain('申诉');
});

test('days for an objection are those of the policy unless they are given', () => {
  const policy = { ...closed, objectDays: '7d' };
  expect(textOf(blocksOf(policy))).toContain('可于收到之日起7日内向〔　〕书面提出');
  expect(textOf(blocksOf(policy, { blanks: { objectionDays: '5' } }))).toContain('收到之日起5个工作日内');
  expect(textOf(blocksOf(closed))).toContain('收到之日起〔　〕个工作日内');
});

test('what the ledger does not know is blank until it is given', () => {
  const blanks = {
    documentNumber: '样党通〔2018〕3号',
    talker: '乡党委书记',
    objectionDays: '5',
    objectionOffice: '乡纪委',
    issuer: '样例乡党政办公室',
    issuedOn: '2018年9月20日',
    contact: '督查甲',
    phone: '123',
    sentTo: '各村',
    copiedTo: '县纪委监委',
    printedBy: '样例乡党政综合办公室',
    copies: '30',
  };
  const text = textOf(blocksOf(closed, { blanks }));
  expect(text).not.toContain('〔　〕');
  for (const given of Object.values(blanks)) expect(text).toContain(given);
  expect(textOf(blocksOf(nobody))).toContain('中共〔　〕委员会');
});

test('days of another year bear it', () => {
  const facts = { ...closed, cutoff: '2019-01-02', previousCutoff: '2018-12-26' } as unknown as NoticeFacts;
  expect(textOf(blocksOf(facts))).toContain('对2018年12月27日至1月2日应整改的');
  expect(textOf(blocksOf({ ...closed, township: '样例镇' }))).toContain('镇属各站所办');
});

describe('what is none is not told', () => {
  test('checks and rulings that the office is late with', () => {
    const said = (checks: number, rulings: number) =>
      textOf(blocksOf({ ...closed, officeLate: { checks, rulings } }));
    expect(said(6, 0)).toContain('待核查、待裁定的问题中，逾期未核查6个，不影响责任人退圈。');
    expect(said(0, 2)).toContain('待核查、待裁定的问题中，逾期未裁定2个，不影响责任人退圈。');
    expect(said(6, 2)).toContain('逾期未核查6个、逾期未裁定2个，');
    expect(said(0, 0)).not.toContain('逾期未');
  });

  test('columns of the figures that are nothing throughout; what was closed is always told', () => {
    const totals = { ...closed.totals, objected: 0, extended: 0, inTime: 0, late: 0 };
    const [first] = blocksOf({ ...closed, totals }).filter((block) => block.kind === 'table');
    expect(first?.columns.map(({ heading }) => heading)).toEqual([
      ...['问题来源', '涉及问题', '已销号', '待核查', '未整改到位', '其中逾期'],
    ]);
    expect(first?.rows.at(-1)).toEqual(['合计', '38', '0', '3', '21', '18']);
    for (const row of first?.rows ?? []) expect(row.length).toBe(6);
  });

  test('in no sentence of the body', () => {
    for (const facts of [closed, draft, nobody, { ...closed, officeLate: { checks: 1, rulings: 0 } }]) {
      const body = blocksOf(facts).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
      for (const each of body) expect(each).not.toMatch(/(?<!\d)0(?:个|人|项)/);
    }
  });
});

test('an annex that is the only one is not numbered, in the list and at its head', () => {
  const blocks = blocksOf(closed, { scope: 'public' });
  expect(blocks.find((block) => block.kind === 'annexes')).toMatchObject({
    lead: '附件：',
    items: ['问题整改情况统计表'],
  });
  const heads = blocks.flatMap((block) =>
    block.kind === 'heading' && block.annex !== undefined ? [block.annex] : [],
  );
  expect(heads).toEqual([{ label: '附件', title: '问题整改情况统计表' }]);
});

test('annexes bear the titles that the list of them has', () => {
  const blocks = blocksOf(closed);
  const list = blocks.find((block) => block.kind === 'annexes');
  const heads = blocks.flatMap((block) =>
    block.kind === 'heading' && block.annex !== undefined ? [block.annex] : [],
  );
  expect(list?.kind === 'annexes' && list.items).toEqual(heads.map(({ title }, at) => `${at + 1}.${title}`));
  expect(heads.map(({ label }) => label)).toEqual(heads.map((_, at) => `附件${at + 1}`));
});

test.each([
  ['桶井乡', '中共桶井乡委员会关于', '乡属各站所办', '乡管及其他干部'],
  ['样例镇', '中共样例镇委员会关于', '镇属各站所办', '镇管及其他干部'],
  ['凤城街道', '中共凤城街道工作委员会关于', '街道属各站所办', '街道管及其他干部'],
])(
  'a notice of %s names its committee, its offices and its own cadres',
  (township, committee, offices, own) => {
    const blocks = blocksOf({ ...closed, township });
    const text = textOf(blocks);
    for (const each of [committee, offices, own]) expect(text).toContain(each);
  },
);

test('a long name may be broken behind a place in it, a short one may not', () => {
  const long = '临夏州积石山保安族东乡族撒拉族自治县大河家镇';
  const title = (township: string) =>
    blocksOf({ ...closed, township }).find((block) => block.kind === 'title');
  expect(title(long)).toMatchObject({
    text: `中共${long}委员会关于2018年第2轮反馈问题整改督查情况的通报`,
    pieces: expect.arrayContaining(['积石山保安族东乡族撒拉族自治县', '大河家镇委员会']),
  });
  const short = title('铜仁市碧江区某乡');
  expect(short?.kind === 'title' && short.pieces?.[0]).toBe('中共铜仁市碧江区某乡委员会');
});
