/**
 * Lengths of printed matter in dots of a 600 dpi printer, so that every bar and module is a whole number of them;
 * even numbers stay whole at 300 dpi.
 */
export const DOTS_PER_INCH = 600;
const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;

/** 0.508 mm; the target for a Digital Link QR is 0.495 mm, from 0.396 to 0.743 mm (GS1 General Specifications). */
export const MODULE_DOTS = 12;
/** 0.677 mm, for labels that are read from further away. */
export const LARGE_MODULE_DOTS = 16;
/** Modules of white on each side of a QR symbol (ISO/IEC 18004). */
export const QUIET_MODULES = 4;
/** 0.339 mm: 103 % of the nominal width of an EAN-13 bar, which may be 80 to 200 %. */
export const BAR_DOTS = 8;

/** To the nearest even number: everything placed by it lies on a dot of a 300 dpi printer as well. */
export const dotsOfMm = (mm: number): number => 2 * Math.round((mm * DOTS_PER_INCH) / MM_PER_INCH / 2);
export const mmOfDots = (dots: number): number => (dots * MM_PER_INCH) / DOTS_PER_INCH;
export const dotsOfPoints = (points: number): number => (points * DOTS_PER_INCH) / POINTS_PER_INCH;
export const pointsOfDots = (dots: number): number => (dots * POINTS_PER_INCH) / DOTS_PER_INCH;

/** Side of a symbol with its quiet zone, in dots. */
export const symbolSide = (modules: number, moduleDots: number): number => (modules + 2 * QUIET_MODULES) * moduleDots;
