import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BatchRefused, recoverBatch, writeBatch, type BatchStep } from '../../src/importing/write/batch-write.ts';
import type { ProposedRecord } from '../../src/importing/proposal.ts';
import { contentCopy, filesIn } from './content-copy.ts';

const STEPS: readonly BatchStep[] = ['locked', 'staged', 'checked', 'committed', 'renamed-one', 'renamed-all'];
const RECORDS: readonly ProposedRecord[] = [
  { path: 'content/producers/moi-a.yaml', after: 'name: A\n' },
  { path: 'content/products/moi-b/product.yaml', after: 'name: B\n' },
  { path: 'content/producers/phu-sang.yaml', before: 'name: HTX Dịch vụ chế biến hải sản Phú Sáng\nkind: cooperative\n', after: 'name: C\n' },
];
const KILLED = join(import.meta.dirname, 'killed-batch.ts');

function written(content: string): readonly boolean[] {
  return RECORDS.map(({ path, after }) => existsSync(join(content, '..', path)) && readFileSync(join(content, '..', path), 'utf8') === after);
}

describe('a batch of records', () => {
  it('is written as a whole and leaves nothing behind', () => {
    const content = contentCopy();
    const steps: BatchStep[] = [];
    writeBatch(RECORDS, { contentDir: content, check: () => {}, onStep: (step) => void steps.push(step) });
    expect(written(content)).toEqual([true, true, true]);
    expect(steps).toEqual(['locked', 'staged', 'checked', 'committed', 'renamed-one', 'renamed-one', 'renamed-one', 'renamed-all']);
    expect(existsSync(join(content, '.dang-nhap'))).toBe(false);
  });

  it.each(STEPS)('killed when "%s" is reached, is nothing or all after the next run', (step) => {
    const content = contentCopy();
    const before = filesIn(content);
    const run = spawnSync(process.execPath, [KILLED, content, step, JSON.stringify(RECORDS)], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.signal).toBe('SIGKILL');
    const committed = STEPS.indexOf(step) >= STEPS.indexOf('committed');
    expect(recoverBatch(content)).toBe(committed ? 'completed' : 'rolled-back');
    expect(written(content)).toEqual(RECORDS.map(() => committed));
    if (!committed) expect(filesIn(content)).toEqual(before);
    expect(recoverBatch(content)).toBe('nothing');
  });

  it('that its check refuses changes nothing', () => {
    const content = contentCopy();
    const before = filesIn(content);
    const check = (): never => { throw new BatchRefused('không'); };
    expect(() => writeBatch(RECORDS, { contentDir: content, check })).toThrow(new BatchRefused('không'));
    expect(filesIn(content)).toEqual(before);
    expect(recoverBatch(content)).toBe('nothing');
  });

  it('is refused when a record was edited since it was looked at', () => {
    const content = contentCopy();
    writeFileSync(join(content, 'producers/phu-sang.yaml'), 'name: sửa tay\n');
    expect(() => writeBatch(RECORDS, { contentDir: content, check: () => {} })).toThrow('content/producers/phu-sang.yaml đã thay đổi từ lúc xem');
    expect(written(content)).toEqual([false, false, false]);
  });

  it('never overwrites what a person edited while it lay half written', () => {
    const content = contentCopy();
    spawnSync(process.execPath, [KILLED, content, 'committed', JSON.stringify(RECORDS)]);
    writeFileSync(join(content, 'producers/phu-sang.yaml'), 'name: sửa tay\n');
    expect(() => recoverBatch(content)).toThrow('content/producers/phu-sang.yaml đã bị sửa khi đang ghi dở');
    expect(readFileSync(join(content, 'producers/phu-sang.yaml'), 'utf8')).toBe('name: sửa tay\n');
  });

  it('waits for another that is being written', () => {
    const content = contentCopy();
    mkdirSync(join(content, '.dang-nhap'));
    writeFileSync(join(content, '.dang-nhap/pid'), String(process.ppid));
    expect(() => recoverBatch(content)).toThrow(BatchRefused);
    expect(() => writeBatch(RECORDS, { contentDir: content, check: () => {} })).toThrow(BatchRefused);
  });
});
