import { deskPath } from '../../paths.ts';
import { plainAnswer, privateAnswer } from './private-answer.ts';
import type { Route, RouteContext } from './route.ts';

/** True for every path that belongs to the desk; the server asks nothing else for them. */
export function isDeskPath(path: string): boolean {
  return path === deskPath().slice(0, -1) || path.startsWith(deskPath());
}

/** Finds the route of a request below `/quan-ly/` and answers; HEAD is a GET without its body. */
export async function answerDesk(routes: readonly Route[], request: Request, { address }: Pick<RouteContext, 'address'>): Promise<Response> {
  const path = new URL(request.url).pathname;
  const found = routes.flatMap((route) => {
    const match = route.pattern.exec(path);
    return match === null ? [] : [{ route, params: { ...match.groups } }];
  });
  if (found.length === 0) {
    const withSlash = `${path}/`;
    if (!path.endsWith('/') && routes.some(({ pattern }) => pattern.test(withSlash))) {
      return privateAnswer(new Response(null, { status: 308, headers: { location: withSlash } }));
    }
    return plainAnswer(404, 'Không có trang này trong phần quản lý.');
  }
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const chosen = found.find(({ route }) => route.method === method);
  if (chosen === undefined) {
    const methods = found.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]));
    return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: methods.join(', ') });
  }
  const response = await chosen.route.handle(request, { address, params: chosen.params });
  return request.method === 'HEAD' ? new Response(null, response) : response;
}
