import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

export type Proxy = { port: number; close(): Promise<void> };

/** A proxy on loopback that leads known hosts to one local https server and turns every other host away. */
export async function startProxy(
  serverPort: number,
  knows: (host: string) => boolean,
  refuse: (host: string) => void,
  ownPorts: ReadonlySet<number> = new Set(),
): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const proxy = http.createServer((request, response) => {
    const { hostname, host, port, pathname } = new URL(request.url ?? '/', 'http://unknown.invalid');
    if (hostname === '127.0.0.1' && ownPorts.has(Number(port)))
      return void request.pipe(forwarded(request, response, Number(port), pathname));
    if (knows(hostname)) {
      response.writeHead(301, { location: `https://${host}${pathname}` }).end();
      return;
    }
    refuse(hostname);
    response.writeHead(502).end();
  });
  proxy.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request: http.IncomingMessage, client: Socket, head: Buffer) => {
    // A browser may hang up on a refusal, and nobody else listens to this socket any more.
    client.on('error', () => client.destroy());
    const host = hostOf(request.url);
    if (knows(host)) return tunnel(client, head, serverPort);
    refuse(host);
    client.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await listen(proxy);
  return {
    port: portOf(proxy),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => proxy.close(() => done()));
    },
  };
}

/** The host of `host:port`, as it is compared. */
export const hostOf = (address = ''): string =>
  (address.split(':')[0] ?? '').toLowerCase().replace(/\.$/, '');

export const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;

/** Listens on any free loopback port. */
export const listen = (server: net.Server): Promise<void> =>
  new Promise((done) => void server.listen(0, '127.0.0.1', done));

/** Hands a request on to a server on loopback. */
function forwarded(
  { method, headers }: http.IncomingMessage,
  response: http.ServerResponse,
  port: number,
  path: string,
): http.ClientRequest {
  return http
    .request({ host: '127.0.0.1', port, path, method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    })
    .on('error', () => response.destroy());
}

function tunnel(client: Socket, head: Buffer, port: number) {
  const server = net.connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length) server.write(head);
    server.pipe(client);
    client.pipe(server);
  });
  const end = () => {
    server.destroy();
    client.destroy();
  };
  server.on('error', end);
  client.on('error', end);
  client.on('close', end);
}
