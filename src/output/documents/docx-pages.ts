// A document cut into pages and sections: where a new page begins, and which pages lie the same way.
import type { Block, Document } from '../../report/document.ts';

/** The blocks of a page; `wide`: it lies on its side; `form`: its margins are narrow; `apart`: even or odd, without a number; `restart`: numbered from 1. */
export interface Page {
  readonly wide: boolean;
  readonly form: boolean;
  readonly apart: 'even' | 'odd' | null;
  readonly restart: boolean;
  readonly blocks: readonly Block[];
}

/** The document cut where a new page begins. */
export function pagesOf(document: Document): Page[] {
  const pages: (Page & { readonly blocks: Block[] })[] = [];
  for (const block of document) {
    const last = pages.at(-1);
    if (block.kind === 'page') {
      const { wide = false, form = false, apart = null, restart = false } = block;
      pages.push({ wide, form, apart, restart, blocks: [] });
    } else if (last === undefined)
      pages.push({ wide: false, form: false, apart: null, restart: false, blocks: [block] });
    else last.blocks.push(block);
  }
  return pages;
}

/** Pages of the same orientation share one section; each separate or renumbered one has its own. */
export function sectionsOf(pages: readonly Page[]): Page[][] {
  const sections: Page[][] = [];
  for (const page of pages) {
    const last = sections.at(-1);
    const before = last?.at(-1);
    const joins =
      before?.wide === page.wide &&
      before.form === page.form &&
      before.apart === null &&
      page.apart === null &&
      !page.restart;
    if (joins) last?.push(page);
    else sections.push([page]);
  }
  return sections;
}
