import { z } from 'zod';
import { problemSchema } from './problem-details.ts';

/** One operation below /api/, described by the very schemas that its code validates with. */
export interface ApiOperation {
  method: 'get' | 'post' | 'put' | 'delete';
  path: `/api/${string}`;
  /** Unique; what a generated client calls it. */
  operationId: string;
  summary: string;
  description?: string;
  /** Parameters of the query, each a string as it stands in the address. */
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The same as a plain form. */
  form?: z.ZodType;
  /** `status`: 200 when it is not said. */
  answer: { schema: z.ZodType; description: string; status?: 200 | 201 };
  /** What else it may answer, with problem details. */
  problems: Readonly<Record<number, string>>;
}

/** An OpenAPI 3.1 document. `siteUrl`: origin without trailing slash. */
export function openApiDocument(operations: readonly ApiOperation[], { siteUrl, title }: { siteUrl: string; title: string }): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = describe(operation);
  return {
    openapi: '3.1.0',
    info: { title, version: '1', license: { name: 'See /data/ for the terms of the data' } },
    servers: [{ url: siteUrl }],
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema, 'output') } },
  };
}

function describe({ operationId, summary, description, query, body, form, answer, problems }: ApiOperation): Record<string, unknown> {
  return {
    operationId,
    summary,
    ...(description !== undefined && { description }),
    ...(query !== undefined && { parameters: parametersOf(query) }),
    ...(body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') }, ...(form !== undefined && { 'application/x-www-form-urlencoded': { schema: schemaOf(form, 'input') } }) } } }),
    responses: {
      [answer.status ?? 200]: { description: answer.description, content: { 'application/json': { schema: schemaOf(answer.schema, 'output') } } },
      ...Object.fromEntries(Object.entries(problems).map(([status, why]) => [status, { description: why, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }])),
    },
  };
}

function parametersOf(query: z.ZodObject): unknown[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Record<string, { description?: string }>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({ name, in: 'query', required: required.includes(name), ...(description !== undefined && { description }), schema }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}
