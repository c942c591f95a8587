import net from 'node:net';

/** Ports stand in answers, and even in a QR code. Servers of this process tell ports that are counted; whoever connects to one is led to the real one. */

const realPorts = new Map<number, number>();
const toldPorts = new WeakMap<net.Server, number>();
let ports = 40_000;

// oxlint-disable-next-line unbound-method -- called with its server
const { listen, address } = net.Server.prototype;
net.Server.prototype.listen = function (this: net.Server, ...given: unknown[]) {
  toldPorts.set(this, (ports += 1));
  return Reflect.apply(listen, this, given) as net.Server;
} as typeof listen;
net.Server.prototype.address = function (this: net.Server) {
  const real = Reflect.apply(address, this, []) as ReturnType<typeof address>;
  const port = toldPorts.get(this);
  if (real === null || typeof real === 'string' || port === undefined) return real;
  realPorts.set(port, real.port);
  return { ...real, port };
};

// oxlint-disable-next-line unbound-method -- called with its socket
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  // Node itself hands over what it has normalized: a list with the options first.
  const [options] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  const port = realPorts.get(Number((options as { port?: unknown } | null)?.port));
  if (port !== undefined) Object.assign(options as object, { port });
  return Reflect.apply(connect, this, given) as net.Socket;
} as typeof connect;
