import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/catalogue/read-register.ts';
import { changeYaml, formatYaml, parseYaml } from '../../src/catalogue/yaml-file.ts';
import { writeCsv } from '../../src/importing/exchange/csv-writer.ts';
import { exportDecisions } from '../../src/importing/exchange/export-decisions.ts';
import { importCommand } from '../../src/importing/import-command.ts';
import { writeSpreadsheet } from '../../src/importing/spreadsheet-file.ts';
import { contentCopy, filesIn } from './content-copy.ts';
import { TODAY } from './fixture-import.ts';

async function run(contentDir: string, ...argv: string[]): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  return { code: await importCommand(argv, { contentDir, today: TODAY, say: (text) => void said.push(text) }), said };
}

function exported(contentDir: string): ReturnType<typeof exportDecisions> {
  return exportDecisions(readRegister(contentDir, { samples: false }).register);
}

describe('the register exported and imported again', () => {
  it.each(['fixture', 'real'] as const)('changes nothing: %s, as XLSX', async (which) => {
    const content = contentCopy(which);
    const [before, file] = [filesIn(content), join(content, '../xuat.xlsx')];
    const sheet = exported(content);
    writeFileSync(file, await writeSpreadsheet([sheet]));
    const { code, said } = await run(content, file, '--ghi');
    expect(said.at(-1)).toBe('Không có gì mới để ghi.');
    expect(said.at(-2)).toContain(`${sheet.rows.length - 1} dòng: không có gì mới.`);
    expect(code).toBe(0);
    expect(filesIn(content)).toEqual(before);
  });

  it('changes nothing as CSV either', async () => {
    const content = contentCopy('real');
    const [before, file] = [filesIn(content), join(content, '../xuat.csv')];
    writeFileSync(file, writeCsv(exported(content).rows));
    expect((await run(content, file, '--ghi')).said.at(-1)).toBe('Không có gì mới để ghi.');
    expect(filesIn(content)).toEqual(before);
  });

  it('gives every real decision back byte for byte when its record is gone', async () => {
    const content = contentCopy('real');
    const [before, file] = [filesIn(content), join(content, '../xuat.xlsx')];
    writeFileSync(file, await writeSpreadsheet([exported(content)]));
    rmSync(join(content, 'decisions'), { recursive: true });
    const { code, said } = await run(content, file, '--ghi');
    expect(said.join('\n')).not.toContain('Cần trả lời');
    expect(code).toBe(0);
    expect(filesIn(content)).toEqual(before);
  });
});

describe('records written as YAML', () => {
  it('keep the form of every record of the register', () => {
    const records = Object.entries(filesIn(contentCopy('real'))).filter(([path]) => /^(samples\/)?(products|producers|decisions)\//.test(path));
    expect(records.length).toBeGreaterThan(450);
    for (const [, text] of records) {
      const parsed = parseYaml(text);
      expect('value' in parsed && formatYaml(parsed.value)).toBe(text);
    }
  });

  it('keep comments and untouched fields when one field changes', () => {
    const text = '# Đọc ở trang tỉnh\nname: A # tên cũ\nlines:\n  - product: x\n    stars:   3\n';
    expect(changeYaml(text, { name: 'B', lines: [{ product: 'x', stars: 3 }, { product: 'y' }] }))
      .toBe('# Đọc ở trang tỉnh\nname: B\nlines:\n  - product: x\n    stars: 3\n  - product: y\n');
    expect(changeYaml(text, { name: 'A', lines: [{ product: 'x', stars: 3 }] })).toBe(text);
  });
});
