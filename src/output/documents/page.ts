// The page of an official document in twentieths of a point: GB/T 9704-2012 (figures as in DEPENDENCIES.md).

const MILLIMETRE = 1440 / 25.4;

/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number): number => Math.round(millimetres * MILLIMETRE);

/** A4, and what is left free: top 37 mm, left 28 mm, so right 26 and bottom 35 (5.2.1, 页边与版心尺寸). */
const SHEET = { width: mm(210), height: mm(297) };
const UPRIGHT = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) };
/** A page on its side has its head at the binding (7.3.7, 横排表格). */
const ON_ITS_SIDE = { top: UPRIGHT.left, left: UPRIGHT.bottom, right: UPRIGHT.top, bottom: UPRIGHT.right };

/** A form is no official document: it has the room it needs. */
const OF_A_FORM = { top: mm(18), left: mm(20), right: mm(18), bottom: mm(20) };

/** 22 lines of 28 characters fill the text area (5.2.3): 3号 is 16 points, a character 15.75 wide. */
export const LINE = 579;
export const BODY_SIZE = 32;
export const BODY_SPACING = -5;
export const CHARACTER = 315;

/** 2号, 4号 (half points). */
export const TITLE_SIZE = 44;
export const SMALL_SIZE = 28;

/** The dash of the page number is 7 mm below the text area (7.5, 页码): its line is 14 points high. */
const PAGE_NUMBER_LINE = 280;
const BELOW_TEXT = mm(7);

/** The measures of a page, upright or on its side, of an official document or of a form. */
export function pageOf(wide: boolean, form: boolean) {
  const margins = form ? OF_A_FORM : wide ? ON_ITS_SIDE : UPRIGHT;
  const width = wide ? SHEET.height : SHEET.width;
  const height = wide ? SHEET.width : SHEET.height;
  return {
    width,
    height,
    form,
    ...margins,
    header: Math.round(margins.top / 2),
    footer: Math.max(mm(8), margins.bottom - BELOW_TEXT - PAGE_NUMBER_LINE / 2),
    /** The text area. */
    textWidth: width - margins.left - margins.right,
    textHeight: height - margins.top - margins.bottom,
  };
}

export type PageMeasures = ReturnType<typeof pageOf>;

/** The fonts by name (5.2.2); none is embedded. */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
} as const;

export const RED = 'FF0000';
