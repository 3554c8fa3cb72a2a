import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that a test can cut, let hang and mend. */
export interface CutLine {
  url: string;
  /** As if the server were killed: what is under way breaks off, nobody gets in. */
  cut(): Promise<void>;
  /** As if it were stuck: connections are taken and nothing comes back. */
  hang(): void;
  mend(): Promise<void>;
}

export async function startCutLine(to: string): Promise<CutLine> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let hangs = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket);
    if (hangs) return;
    const on = keep(connect(Number(port), hostname));
    socket.pipe(on).pipe(socket);
    socket.on('close', () => on.destroy());
    on.on('close', () => socket.destroy());
  });
  const breakOff = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const listen = (at: number): Promise<void> => new Promise((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${own}`,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        breakOff();
      }),
    hang() {
      hangs = true;
      breakOff();
    },
    async mend() {
      hangs = false;
      if (!server.listening) await listen(own);
    },
  };
}
