// Everything about re-checks in English: the draw, the sheet, the list, what is refused.

export const rechecks = {
  'kind.rechecks': 're-checks',
  'recheck_result.holds': 'holds',
  'recheck_result.rebound': 'rebound',
  'column.rechecked_on': 'rechecked on',
  'column.rechecked_by': 'rechecked by',
  'column.recheck_result': 'recheck result',
  'column.new_no': 'new no',
  'column.draw': 'draw',
  'column.group': 'group',
  'column.recheck_due': 'to be re-checked',
  'column.rechecks': 're-checks',
  'column.holds': 'holds',
  'column.rebounds': 'rebounds',
  'column.rebound_rate': 'rebound rate (%)',
  'column.sheet_rectified': 'rectified',
  'column.sheet_checker': 'first checker',
  'event.recheck': 're-check',
  'event.recheck_draw': 'drawn for re-check',
  'part.recheck': 're-check',
  'treatment.holds': 'holds',
  'treatment.rebound': 'rebound',
  'treatment.found': 'found by a re-check',
  'duty.recheck': 're-check',
  'check.draws': 'draws made again',
  'summary.recheck': 're-checks: draw, record, rebound rates',
  'help.recheck_draw':
    'Draws a share of the findings rectified in a span, to be re-checked; the share of each group is rounded up. The digest of the last closed round and the finding numbers decide the draw, so that anybody can repeat it. Findings drawn before are not drawn again, but count for the share. -o writes the re-check sheet.',
  'help.recheck_sheet':
    'Makes the re-check sheet: the findings of a draw that are not re-checked yet. Filled in, import rechecks reads it back.',
  'help.recheck_add':
    'Record a re-check. For a rebound, first record the new finding and name the old one in recurs.',
  'help.recheck_list':
    'List re-checks and what is still to be re-checked, with rebound rates by station and source.',
  'example.recheck_draw':
    'yanquan recheck draw --share 10% --from 2018-09-01 --to 2018-09-30 --by 督查甲 -o recheck.docx\nyanquan recheck draw --share 5% --group-by source --from 2018-09-01 --to 2018-09-30 --by 督查甲',
  'example.recheck_sheet':
    'yanquan recheck sheet -o recheck.docx\nyanquan recheck sheet --draw 1 --station 前塘作战所 -o recheck.xlsx',
  'example.recheck_add':
    'yanquan recheck add SX-001 --result holds --on 2018-10-10 --by 督查丙\nyanquan recheck add SX-001 --result rebound --new-no SX-101 --on 2018-10-10 --by 督查丙',
  'example.recheck_list':
    'yanquan recheck list\nyanquan recheck list --group-by station --format csv\nyanquan recheck list --due --draw 1',
  'next.recheck_draw': 'Fill in the sheet, then yanquan import rechecks FILE.',
  'next.recheck_sheet': 'Fill it in, then yanquan import rechecks FILE.',
  'next.recheck_add': 'yanquan recheck list shows the rebound rates.',
  'next.recheck_list': 'Record one: yanquan recheck add.',
  'option.draw_share': 'the share to draw, such as 10%',
  'option.draw_from': 'the first day of rectification',
  'option.draw_to': 'the last day of rectification',
  'option.draw_by': 'the groups of which the share is drawn (by default station)',
  'option.draw_of': 'the number of the draw (by default the last)',
  'option.draw_in': 'only findings of this draw',
  'option.recheck_result': 'the result of the re-check',
  'option.recheck_new': 'the number of the new finding of a rebound',
  'option.recheck_by': 'rebound rates by group',
  'option.recheck_due': 'only what is still to be re-checked',
  'title.recheck_list': '{rechecks} re-checks, {rebounds} rebounds, {due} still to be re-checked',
  'title.recheck_groups':
    'Rebound rates by {group}: {rechecks} re-checks, {rebounds} rebounds, {due} still to be re-checked',
  'title.recheck_sheet':
    'Re-check sheet: draw {draw} ({share} of those rectified from {from} to {to}), {count|finding|findings}',
  'note.recheck_sheet':
    'recheck result: holds or rebound. A rebound needs the number of the new finding. Neither the first checker nor a responsible cadre re-checks a finding.',
  'note.rebounds_by_station': 'Rebound rates by station: {rates}',
  'note.rebounds_by_source': 'Rebound rates by source: {rates}',
  'said.drawn': 'Draw {draw}: {drawn} of {findings|rectified finding|rectified findings} ({fact}).',
  'said.drawn_of': '{group}: {drawn} of {findings} ({before} drawn before).',
  'said.drawn_digest': 'Drawn with the digest of round {round}: {digest}',
  'said.drawn_without_round': 'No round is closed yet: drawn with 64 zeros.',
  'said.recheck_sheet':
    '{count|finding|findings}. Filled in, it goes back by yanquan import rechecks FILE; delete the rows that were not re-checked.',
  'explain.recheck.holds': 'Re-checked on {on}: it holds. ',
  'explain.recheck.rebound': 'Re-checked on {on}: rebound, recorded as finding {other_no}. ',
  'explain.recheck.found': 'Recorded after the re-check of finding {other_no} on {on} found a rebound. ',
  'recheck.form.title': 'Re-check sheet',
  'recheck.form.number': 'Draw {draw}',
  'recheck.form.count': '{count|finding|findings}',
  'recheck.form.continued': 'Re-check sheet (draw {draw})',
  'recheck.form.drawn':
    'Of the findings rectified from {from} to {to}, {share} of each {group} (rounded up). Drawn by: {by}.',
  'recheck.form.place': 'where',
  'recheck.form.finding': 'finding',
  'recheck.form.standard': 'requirement',
  'recheck.form.people': 'who',
  'recheck.form.rectified': 'rectified, first checker',
  'recheck.form.result': 'recheck result (holds, rebound)',
  'recheck.form.and': ', ',
  'recheck.form.rules':
    'For a rebound, first record the new finding (recurs names the old one), then give its number here. Neither a responsible cadre nor the first checker re-checks a finding.',
  'recheck.form.digest': 'Digest used for the draw: {digest}',
  rebound_without_new:
    'A rebound needs the number of the new finding. Record that finding first, name this one in recurs, and fill in its number here.',
  new_without_rebound: 'A result "holds" takes no new finding ({new_no}). Check the result.',
  recheck_not_rectified:
    'Finding {finding_no} is not rectified and cannot be re-checked. Check the number; record a missing check with finding check.',
  recheck_before_check:
    'Finding {finding_no} was rectified on {checked_on}; a re-check cannot be on {on}. Check the day.',
  recheck_by_checker:
    '{person} gave the latest check of {finding_no} and cannot re-check it. Someone else must do this.',
  recheck_new_unknown:
    'There is no new finding {new_no}. Record it first and name {finding_no} in its recurs column.',
  recheck_new_names_other:
    'Finding {new_no} does not name {finding_no} in recurs and is not its rebound. Check the number, or correct recurs with finding amend.',
  recurs_of_rebound:
    'Finding {finding_no} is the rebound found when {old_no} was re-checked on {on}; its recurs cannot change. If that was a mistake, reverse the re-check first.',
  draw_nothing: 'No finding was rectified from {from} to {to}. Check the days.',
  draw_all_drawn:
    'All findings rectified from {from} to {to} were drawn before. Choose another span; yanquan recheck list --due shows those still to be re-checked.',
  draw_unknown: 'There is no draw {draw}. See yanquan recheck list for the draws.',
  no_draw_yet: 'Nothing was drawn for re-checks yet. Use yanquan recheck draw first.',
  verify_draw:
    'Draw {draw} does not follow from the ledger as it was then: made again, it takes other findings.',
  usage_share: 'Cannot read the share "{share}". Give a percentage above 0 and up to 100, such as 10%.',
  usage_draw_span: 'The last day {to} is before the first day {from}. Check both.',
} as const;
