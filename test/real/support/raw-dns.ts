/**
 * Raw DNS over TCP within the bed: the octets of a real server's answer.
 */
import type { Host } from './host.js';
import { assertSucceeded } from './process.js';

/** Sends one message from the machine and gives back the answer's octets. Throws where none comes. */
export async function exchangeRawDns(host: Host, server: string, query: Uint8Array): Promise<Uint8Array> {
  const script = `
const [server, query] = process.argv.slice(1);
const message = Buffer.from(query, 'base64');
const length = Buffer.alloc(2);
length.writeUInt16BE(message.length);
let received = Buffer.alloc(0);
const socket = require('node:net').connect(53, server, () => socket.write(Buffer.concat([length, message])));
socket.setTimeout(5000, () => process.exit(1));
socket.on('data', (bytes) => {
  received = Buffer.concat([received, bytes]);
  if (received.length < 2 || received.length < 2 + received.readUInt16BE()) return;
  console.log(received.subarray(2).toString('base64'));
  process.exit(0);
});
`;
  const encoded = Buffer.from(query).toString('base64');
  const output = assertSucceeded(`DNS at ${server}`, await host.run(`'${process.execPath}' -e "$(cat)" ${server} ${encoded}`, script));
  return Buffer.from(output.trim(), 'base64');
}
