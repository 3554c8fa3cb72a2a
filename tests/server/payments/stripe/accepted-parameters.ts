import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What a request may carry, by path: `line_items[][price_data][unit_amount]` → how its value is written in the types. */
export type ParameterTable = ReadonlyMap<string, string>;

const RESOURCES = join(dirname(fileURLToPath(import.meta.resolve('stripe'))), 'resources');
const DEEPEST = 6;

/** Reads the parameters out of the package's own declarations: they are written from the pinned version of the API. */
export function acceptedParameters(file: string, typeName: string): ParameterTable {
  const source = ts.createSourceFile(file, readFileSync(join(RESOURCES, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();
  const collect = (node: ts.Node, scope: string): void => {
    if (ts.isModuleDeclaration(node) && node.body !== undefined) return void node.body.forEachChild((child) => collect(child, `${scope}${node.name.text}.`));
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) declared.set(scope + node.name.text, node);
  };
  source.forEachChild((node) => collect(node, ''));

  const table = new Map<string, string>();
  const find = (name: string, scope: string): [string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration] | undefined => {
    for (let parts = scope.split('.'); ; parts = parts.slice(0, -1)) {
      const full = [...parts, name].filter(Boolean).join('.');
      const found = declared.get(full);
      if (found !== undefined) return [full, found];
      if (parts.length === 0) return undefined;
    }
  };
  const walk = (type: ts.TypeNode, scope: string, path: string, depth: number): void => {
    if (ts.isUnionTypeNode(type)) return type.types.forEach((one) => walk(one, scope, path, depth));
    if (ts.isTypeReferenceNode(type)) {
      const name = type.typeName.getText();
      if (name === 'Array') return walk(type.typeArguments?.[0] as ts.TypeNode, scope, `${path}[]`, depth);
      if (name === 'Emptyable') return walk(type.typeArguments?.[0] as ts.TypeNode, scope, path, depth);
      if (name === 'MetadataParam') return void table.set(`${path}[*]`, 'string | number | null');
      const found = find(name, scope);
      if (found === undefined) return add(path, name);
      const [full, node] = found;
      if (ts.isTypeAliasDeclaration(node)) return walk(node.type, full.split('.').slice(0, -1).join('.'), path, depth);
      return members(node, full, path, depth);
    }
    add(path, type.getText());
  };
  const add = (path: string, type: string): void => {
    const before = table.get(path);
    table.set(path, before === undefined ? type : `${before} | ${type}`);
  };
  const members = (node: ts.InterfaceDeclaration, scope: string, path: string, depth: number): void => {
    if (depth >= DEEPEST) return;
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || member.type === undefined) continue;
      const key = member.name.getText();
      walk(member.type, scope, path === '' ? key : `${path}[${key}]`, depth + 1);
    }
  };
  const root = declared.get(typeName);
  if (root === undefined || !ts.isInterfaceDeclaration(root)) throw new Error(`${typeName} is not in ${file}`);
  members(root, typeName, '', 0);
  return table;
}

/** The path of a form field as the table writes it: `line_items[0][quantity]` → `line_items[][quantity]`. */
export function tablePath(field: string): string {
  return field.replace(/\[\d+\]/g, '[]');
}

/** Why a value is none of those that the types allow; undefined when it is one. */
export function valueFault(table: ParameterTable, field: string, value: string): string | undefined {
  const path = tablePath(field);
  const type = table.get(path) ?? table.get(path.replace(/\[[^\]]+\]$/, '[*]'));
  if (type === undefined) return `Received unknown parameter: ${field}`;
  const options = type.split('|').map((one) => one.trim());
  if (options.includes('string') || options.includes('OtherString')) {
    const literals = options.filter((one) => /^'.*'$/.test(one));
    return options.includes('string') || literals.includes(`'${value}'`) ? undefined : `Invalid ${field}: must be one of ${literals.join(', ')}`;
  }
  if (options.includes('number')) return /^-?\d+$/.test(value) ? undefined : `Invalid integer: ${field}`;
  if (options.includes('boolean')) return /^(true|false)$/.test(value) ? undefined : `Invalid boolean: ${field}`;
  return options.includes(`'${value}'`) ? undefined : `Invalid ${field}: ${value}`;
}
