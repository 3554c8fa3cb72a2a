import { deskPath } from '../../paths.ts';

const DESK_ADDRESS = /^\/quan-ly\/(?:[a-z0-9-]+\/)*(?:\?[\w=&%.-]*)?$/;
const LONGEST = 300;

/** Where to go after login: an address of the desk, whatever was asked for. */
export function returnPath(asked: string | null): string {
  const isOurs = asked !== null && asked.length <= LONGEST && DESK_ADDRESS.test(asked) && !asked.startsWith(deskPath('dang-nhap'));
  return isOurs ? asked : deskPath();
}
