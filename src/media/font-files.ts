import { fileURLToPath } from 'node:url';

export type FontWeight = 400 | 700;

/** Whole TrueType files of Be Vietnam Pro (SIL Open Font License 1.1); the web subsets cannot set every text. */
export const FONT_FILES: Readonly<Record<FontWeight, string>> = {
  400: inPackage('400Regular/BeVietnamPro_400Regular.ttf'),
  700: inPackage('700Bold/BeVietnamPro_700Bold.ttf'),
};

function inPackage(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${path}`));
}
