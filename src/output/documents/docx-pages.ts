// A document cut into pages and sections: where a new page begins, and which pages lie the same way.
import type { Block, Document } from '../../report/document.ts';

/** The blocks of a page; `wide`: it lies on its side; `form`: its margins are narrow. */
export interface Page {
  readonly wide: boolean;
  readonly form: boolean;
  readonly blocks: readonly Block[];
}

/** The document cut where a new page begins. */
export function pagesOf(document: Document): Page[] {
  const pages: { wide: boolean; form: boolean; blocks: Block[] }[] = [];
  for (const block of document) {
    const last = pages.at(-1);
    if (block.kind === 'page')
      pages.push({ wide: block.wide === true, form: block.form === true, blocks: [] });
    else if (last === undefined) pages.push({ wide: false, form: false, blocks: [block] });
    else last.blocks.push(block);
  }
  return pages;
}

/** Pages that lie the same way stand in one section; `apart`: but for the last. */
export function sectionsOf(pages: readonly Page[], apart: boolean): Page[][] {
  const sections: Page[][] = [];
  for (const [at, page] of pages.entries()) {
    const last = sections.at(-1);
    const alone = apart && at === pages.length - 1;
    if (!alone && last?.[0]?.wide === page.wide && last[0].form === page.form) last.push(page);
    else sections.push([page]);
  }
  return sections;
}
