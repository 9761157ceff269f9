// Shows one thing: as a card for people, as its rows for machines.
import { renderCard } from '../../output/card.ts';
import { inEncoding, render } from '../../output/formats.ts';
import type { Chunk } from '../../output/settings.ts';
import { wholeList } from '../../report/lists/own-columns.ts';
import type { Card } from '../../report/lists/shown.ts';
import type { Report } from '../../report/report.ts';
import { OK } from '../exit.ts';
import type { Session } from '../session.ts';

/** Prints a card with its list below it; in any other format the list with what the card tells in each row. */
export async function printCard(session: Session, card: Card): Promise<number> {
  return session.format() === 'table'
    ? printCardOver(session, card, [card.list])
    : session.print(wholeList(card));
}

/** Prints several cards of a kind one below the other; in a machine format their lists as one. */
export async function printCards(session: Session, cards: readonly Card[]): Promise<number> {
  const [first, ...others] = cards;
  if (first === undefined) return session.write([]);
  if (others.length === 0) return printCard(session, first);
  if (session.format() !== 'table') {
    const [whole = first.list, ...more] = cards.map(wholeList);
    return session.print({ ...whole, rows: [whole, ...more].flatMap(({ rows }) => [...rows]) });
  }
  for (const [at, card] of cards.entries()) {
    const code = await (at === 0
      ? printCard(session, card)
      : session.write(['\n']).then(() => printCard(session, card)));
    if (code !== OK) return code;
  }
  return OK;
}

/** Prints a card with lists below it, for people. */
async function printCardOver(
  session: Session,
  { title, pairs: shown }: Pick<Card, 'title' | 'pairs'>,
  lists: readonly Report[],
): Promise<number> {
  const settings = session.settings();
  const { words } = session;
  const pairs = shown.map(
    ([label, value]) => [words.text(label), typeof value === 'string' ? value : words.text(value)] as const,
  );
  async function* chunks(): AsyncGenerator<Chunk> {
    const card = renderCard(
      words.text(title),
      pairs.filter(([, value]) => value !== ''),
      settings,
    );
    yield* inEncoding([card], settings);
    for (const list of lists) {
      yield '\n';
      yield* render(await session.arranged(list), 'table', settings);
    }
  }
  return session.write(chunks());
}

/** Prints several things with their lists one below the other, for people. */
export async function printCardsOver(
  session: Session,
  cards: readonly (Pick<Card, 'title' | 'pairs'> & { readonly lists: readonly Report[] })[],
): Promise<number> {
  for (const [at, card] of cards.entries()) {
    const before = at === 0 ? OK : await session.write(['\n']);
    const code = before === OK ? await printCardOver(session, card, card.lists) : before;
    if (code !== OK) return code;
  }
  return OK;
}

/** Prints several reports one below the other, for people. */
export async function printTables(session: Session, reports: readonly Report[]): Promise<number> {
  const format = session.format();
  const settings = session.settings();
  async function* chunks(): AsyncGenerator<Chunk> {
    for (const [at, report] of reports.entries()) {
      if (at > 0) yield '\n';
      yield* render(await session.arranged(report), format, settings);
    }
  }
  return session.write(chunks());
}
