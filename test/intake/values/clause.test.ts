// Words of the unit and of the team with what is written behind them: understood, or not, never something else.
import { describe, expect, it } from 'vitest';
import { readProgress, readSaying } from '../../../src/intake/values/clause.ts';
import { nearWord, vocabularies } from '../../../src/intake/values/vocabulary.ts';

const progress = (text: string) => {
  const saying = readProgress(vocabularies.progress, text);
  return saying === undefined ? undefined : [saying.code, saying.rest];
};

describe('the unit says how far it is', () => {
  it.each(
    '已完成 完成 已办结 办结 整改完成 已整改 已整改完成 已整改到位 整改到位 已销号 是 √ ✓ ✔ ✔️ ☑ ☑️ ○ 100% 100％ 100.0% 已完成。 办结. done'.split(
      ' ',
    ),
  )('%s is done', (text) => {
    expect(progress(text)).toEqual(['done', '']);
  });
  it.each('基本完成 部分完成 基本整改到位 阶段性完成 基本完成。 partly'.split(' '))(
    '%s is partly',
    (text) => {
      expect(progress(text)).toEqual(['partly', '']);
    },
  );
  it.each(
    '未完成 尚未完成 未整改 未整改到位 整改中 正在整改 推进中 持续推进 未启动 否 × ✗ ✘ ✘️ 未完成；'.split(' '),
  )('%s is not done', (text) => {
    expect(progress(text)).toEqual(['not_done', '']);
  });

  it.each([
    ['已完成，已补附菜单', 'done', '已补附菜单'],
    ['已完成。已补附菜单。', 'done', '已补附菜单。'],
    ['已完成（已补附菜单）', 'done', '已补附菜单'],
    ['已完成（2018年9月9日验收）', 'done', '2018年9月9日验收'],
    ['已完成 9月9日', 'done', '9月9日'],
    ['已完成：2018-09-09 现场验收', 'done', '2018-09-09 现场验收'],
    ['整改到位\n3项均已公示', 'done', '3项均已公示'],
    ['已完成：1.补齐清单；2.退还', 'done', '1.补齐清单；2.退还'],
    ['未完成、资金未到位', 'not_done', '资金未到位'],
    ['基本完成,尚缺印章', 'partly', '尚缺印章'],
    ['√ 已公示', 'done', '已公示'],
    ['85%', 'partly', '85%'],
    ['80 %，尚缺照片', 'partly', '80%；尚缺照片'],
    ['60%', 'not_done', '60%'],
    ['79.9%', 'not_done', '79.9%'],
    ['100%，已验收', 'done', '已验收'],
    ['已 完 成', 'done', ''],
  ])('%s', (text, code, rest) => {
    expect(progress(text)).toEqual([code, rest]);
  });

  it.each([
    '已完成80%',
    '已完成3项',
    '已完成 80%',
    '已完成（3项）',
    '已完成：两处',
    '已完成（部分）',
    '已完成（大部分）',
    '已完成 正在验收',
    '已完成（拟申请销号）',
    '已完成（第一批）',
    '已完成（５户）',
    '已完成 （3户）',
    '大部分完成',
    '100%完成',
    '120%',
    '1',
    '0.85',
    '拟于近期完成',
    '正在协调资金',
    '完成不了',
    '未',
    '完',
  ])('%s is not understood', (text) => {
    expect(progress(text)).toBeUndefined();
  });
});

it('every coded column takes ticks and a full stop, and keeps what is behind the word', () => {
  const { result, presence, boolean, severity, ruling } = vocabularies;
  expect(readSaying(result, '✔️')).toEqual({ code: 'rectified', rest: '' });
  expect(readSaying(result, '不合格，限期整改')).toEqual({ code: 'not_rectified', rest: '限期整改' });
  expect(readSaying(presence, '☑')).toEqual({ code: 'present', rest: '' });
  expect(readSaying(boolean, '○')).toEqual({ code: 'true', rest: '' });
  expect(readSaying(severity, '较重。')).toEqual({ code: '2', rest: '' });
  expect(readSaying(ruling, '属实')).toBeUndefined();
});

it('offers a word only when it is near, and none between two meanings', () => {
  const { result, progress: words, presence } = vocabularies;
  expect(nearWord(result, 'rectifed')).toBe('rectified');
  expect(nearWord(words, '快了')).toBeUndefined();
  expect(nearWord(presence, '迟到')).toBeUndefined();
  expect(nearWord(words, '己完成')).toBeUndefined();
});
