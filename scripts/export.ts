import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegister } from '../src/catalogue/read-register.ts';
import { exportDecisions } from '../src/importing/exchange/export-decisions.ts';
import { writeCsv } from '../src/importing/exchange/csv-writer.ts';
import { writeSpreadsheet } from '../src/importing/spreadsheet-file.ts';

/** `npm run export -- FILE`: the register's decisions in the template's shape, as XLSX or, by the file's name, CSV. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const contentDir = resolve(process.env['CONTENT_DIR'] || join(root, 'content'));
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Cách dùng: npm run export -- TỆP.xlsx (hoặc TỆP.csv)\n');
  process.exitCode = 1;
} else {
  const { register } = readRegister(contentDir, { samples: false });
  const sheet = exportDecisions(register);
  writeFileSync(file, file.endsWith('.csv') ? writeCsv(sheet.rows) : await writeSpreadsheet([sheet]));
  process.stdout.write(`Đã ghi ${sheet.rows.length - 1} dòng vào ${file}.\n`);
}
