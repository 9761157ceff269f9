// A way to the server that can be cut: it counts what a publisher says, and stops passing it on at a chosen byte.
import { connect, createServer, type Socket } from 'node:net';

export interface Way {
  readonly port: number;
  /** How many bytes the publisher has said so far. */
  readonly said: number;
  /** From the next connection on: passes on that many bytes, then calls and passes on nothing more, either way. */
  cutAfter(bytes: number, then: (ways: { readonly end: () => void }) => void): void;
  close(): void;
}

/** Opens a way to a port of this machine. */
export async function openWay(to: number): Promise<Way> {
  let said = 0;
  let cut: { readonly after: number; readonly then: (ways: { readonly end: () => void }) => void } | null =
    null;
  const sockets = new Set<Socket>();
  const server = createServer((publisher) => {
    const there = connect(to, '127.0.0.1');
    said = 0;
    let closed = false;
    for (const socket of [publisher, there]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', () => undefined);
    }
    const end = () => {
      publisher.destroy();
      there.destroy();
    };
    publisher.on('data', (bytes) => {
      if (closed) return;
      const room = (cut?.after ?? Number.POSITIVE_INFINITY) - said;
      said += bytes.length;
      if (bytes.length < room) return void there.write(bytes);
      closed = true;
      // The server hears the last byte before the way ends.
      there.write(bytes.subarray(0, room), () => setTimeout(() => cut?.then({ end }), 50));
    });
    there.on('data', (bytes) => {
      if (!closed) publisher.write(bytes);
    });
    publisher.on('close', () => there.destroy());
    there.on('close', () => publisher.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    get said() {
      return said;
    },
    cutAfter: (after, then) => {
      cut = { after, then };
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
