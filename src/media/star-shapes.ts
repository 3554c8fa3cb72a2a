import { holds, type Status } from '../domain/certificate-status.ts';

export interface SealColours {
  ground: string;
  ink: string;
  star: string;
}

/** Inks on their grounds have a contrast of at least 4.5:1. */
export const SEAL_COLOURS: Readonly<Record<Status, SealColours>> = {
  valid: { ground: '#E1EEE3', ink: '#17492F', star: '#B87A0F' },
  expiring: { ground: '#FBF0D6', ink: '#6A4607', star: '#B87A0F' },
  expired: { ground: '#F7E3D8', ink: '#7D3117', star: '#A8431F' },
  revoked: { ground: '#F3DCD9', ink: '#6B1D18', star: '#7E241E' },
  unconfirmed: { ground: '#ECEAE3', ink: '#4B4F49', star: '#6B6F68' },
};

/**
 * A row of stars as SVG: filled only while the star is held; hollow when expired, hollow and struck through
 * when revoked, dotted when unconfirmed, so that they differ without colour.
 */
export function starRow(stars: number, status: Status, x: number, y: number, size: number): string {
  const { star, ground } = SEAL_COLOURS[status];
  const step = size * 1.12;
  const dash = status === 'unconfirmed' ? ` stroke-dasharray="${size / 14} ${size / 9}"` : '';
  const paint = holds(status) ? `fill="${star}" stroke="${star}"` : `fill="${ground}" stroke="${star}"${dash}`;
  const shapes = Array.from({ length: stars }, (_, index) => `<path d="${starPath(x + index * step, y, size)}"/>`).join('');
  const strike =
    status === 'revoked' ? `<path d="M${x - 6} ${y + size / 2}H${x + (stars - 1) * step + size + 6}" stroke="${star}" stroke-width="4"/>` : '';
  return `<g ${paint} stroke-width="${size / 14}" stroke-linejoin="round" stroke-linecap="round">${shapes}${strike}</g>`;
}

/** Width that a row takes. */
export function starRowWidth(stars: number, size: number): number {
  return stars === 0 ? 0 : (stars - 1) * size * 1.12 + size;
}

function starPath(left: number, top: number, size: number): string {
  const centre = size / 2;
  const corners = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? centre : centre * 0.45;
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return `${(left + centre + radius * Math.cos(angle)).toFixed(1)} ${(top + centre * 1.05 + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
}
