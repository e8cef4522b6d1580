/**
 * Preloaded into a program under test: whatever it calls is a port of the loopback interface that nobody listens on, and
 * whatever command it starts does not exist.
 */
const childProcess = require('node:child_process');
const { Socket: UdpSocket } = require('node:dgram');
const { Socket } = require('node:net');

const nobody = { port: 1, host: '127.0.0.1' };

const connectTcp = Socket.prototype.connect;
Socket.prototype.connect = function connect(...args) {
  const callback = args.flat().find((arg) => typeof arg === 'function');
  return connectTcp.call(this, nobody, callback);
};

const connectUdp = UdpSocket.prototype.connect;
UdpSocket.prototype.connect = function connect(_port, _address, callback) {
  return connectUdp.call(this, nobody.port, this.type === 'udp6' ? '::1' : nobody.host, callback);
};

for (const name of ['spawn', 'execFile']) {
  const start = childProcess[name];
  childProcess[name] = (_command, ...rest) => start('/nonexistent/command', ...rest);
}
require('node:module').syncBuiltinESMExports();
