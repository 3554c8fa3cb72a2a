import { searchPath, type Language } from '../../paths.ts';
import { DECLARATION_FIELDS, type DeclarationView } from '../../publish/search-view.ts';
import { asksForSomething, readSearchParameters, RESULTS_PER_PAGE } from '../../search/search-parameters.ts';
import { plainAnswer, privateAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import { isSameOrigin } from '../desk/same-origin.ts';
import type { WebVisitor } from '../http/web-door.ts';
import { declaredCookie, readDeclaration, returnAddress, withdrawnCookie } from './declaration.ts';
import { findAll } from './find-all.ts';
import type { SearchDoorParts } from './search-door.ts';

/** Takes the declaration of name and age, or takes it back. Nothing that was typed is stored. */
export async function answerDeclaration(parts: SearchDoorParts, request: Request, visitor: WebVisitor, language: Language): Promise<Response> {
  if (request.method !== 'POST') return privateAnswer(seeOther(searchPath(language)));
  const form = await readForm(request);
  if (form === undefined || form === 'too-large') return plainAnswer(400, 'Mẫu khai báo không đọc được. The form could not be read.');
  const secure = parts.siteUrl.startsWith('https:');
  const back = returnAddress(form, language);
  if (!isSameOrigin(request, parts.siteUrl)) return again(parts, visitor, language, back, { made: false, problems: ['origin'] }, 403);
  if (form.has(DECLARATION_FIELDS.withdraw)) return privateAnswer(seeOther(back, [withdrawnCookie(secure)]));
  const declaration = readDeclaration(form, parts.now());
  return declaration.made ? privateAnswer(seeOther(back, [declaredCookie(secure)])) : again(parts, visitor, language, back, declaration, 422);
}

/** The page as it was, with what is wrong and everything that was typed. */
async function again(parts: SearchDoorParts, { served }: WebVisitor, language: Language, back: string, declaration: DeclarationView, status: number): Promise<Response> {
  const app = served?.app;
  if (app === undefined) return plainAnswer(503, 'Chưa tìm được lúc này, xin thử lại sau ít giây. Nothing can be searched now, please try again in a few seconds.', { 'retry-after': '5' });
  const { parameters, problems } = readSearchParameters(new URL(back, parts.siteUrl).searchParams, language);
  const outcome = asksForSomething(parameters) ? await findAll(parts.search, app.view, { parameters, limit: RESULTS_PER_PAGE, alcohol: false }) : undefined;
  const page = await app.render(searchPath(language), { search: { parameters, problems, declaration, ...(outcome && { outcome }) } });
  return privateAnswer(new Response(new Uint8Array(page.body), { status, headers: { 'content-type': page.type, ...page.headers } }));
}
