/**
 * The application identifiers of GS1 and the form of their values, from the GS1 Syntax Dictionary, release 2026-01-27
 * (`gs1-syntax-dictionary.txt` of https://github.com/gs1/gs1-syntax-engine).
 *
 * A form is a list of components: `N6` digits, `N..8` up to so many, `X` the 82 characters, `Y` the 39, `Z` base64url,
 * `C13` digits with a check digit at the end, `D` a date YYMMDD, `D0` one whose day may be 00, `[…]` may be missing.
 */

/** Data that a query can add to a GTIN. `310n` stands for 3100 to 3105, `91-99` for each of them. */
export const ATTRIBUTES: Readonly<Record<string, string>> = {
  '11 13 15 16 17': 'D0',
  '00 8017 8018': 'C18',
  '20': 'N2',
  '240 241 250 251 400 401 7002 7023 8004 90': 'X..30',
  '242': 'N..6',
  '243 420 7020 7021 7022 710-717 7240 8002 8012': 'X..20',
  '253': 'C13 [X..17]',
  '30': 'N..8',
  '310n 311n 312n 313n 314n 315n 316n 320n 321n 322n 323n 324n 325n 326n 327n 328n 329n': 'N6',
  '330n 331n 332n 333n 334n 335n 336n 337n 340n 341n 342n 343n 344n 345n 346n 347n 348n 349n': 'N6',
  '350n 351n 352n 353n 354n 355n 356n 357n 360n 361n 362n 363n 364n 365n 366n 367n 368n 369n 395n 8005': 'N6',
  '3920-3929': 'N..15',
  '3930-3939': 'N3 N..15',
  '402': 'C17',
  '410-417': 'C13',
  '421': 'N3 X..9',
  '422 424 426': 'N3',
  '423 425': 'N3 [N3] [N3] [N3] [N3]',
  '427 7008': 'X..3',
  '7001': 'N13',
  '7003': 'D N4',
  '7004': 'N..4',
  '7005': 'X..12',
  '7006': 'D',
  '7007': 'D [D]',
  '7009': 'X..10',
  '7010': 'X..2',
  '7011': 'D [N4]',
  '7030-7039': 'N3 X..27',
  '7230-7239': 'X2 X..28',
  '8001': 'N14',
  '8003': 'C14 [X..16]',
  '8008': 'D N2 [N2] [N2]',
  '8009': 'X..50',
  '8010': 'Y..30',
  '8013': 'X..25',
  '8030': 'Z..90',
  '91-99': 'X..90',
  '8110 8112': 'X..70',
};

/** What stands in the path only, after a GTIN. */
export const QUALIFIERS: Readonly<Record<string, string>> = {
  '10 21 22': 'X..20',
  '235': 'X..28',
};

/** The keys that can begin the identifying part of a path. */
export const PRIMARY_KEYS = '00 01 253 255 401 402 414 415 417 8003 8004 8006 8010 8013 8017 8018';

/** Further identifiers: they exist, but say nothing about a pack that has a GTIN, or exclude one. */
export const NOT_BESIDE_A_GTIN =
  '01 02 03 12 254 255 37 3900-3909 3910-3919 3940-3943 403 4300-4309 4310-4319 4320-4326 4330-4333 7040 7041 ' +
  '7241 7242 7250-7259 8006 8007 8011 8014 8019 8020 8026 8040-8043 8111 8200';
