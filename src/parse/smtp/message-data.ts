/**
 * A message as DATA sends it: every line end CRLF, dots stuffed, the final dot (RFC 5321 sections 2.3.8 and 4.5.2).
 */

const lf = 0x0a;
const cr = 0x0d;
const dot = 0x2e;

/** The octets behind the 354: a bare CR or LF of the message becomes CRLF, `.` at the start of a line `..`, the final dot stands behind. */
export function encodeMessageData(message: Uint8Array): Uint8Array {
  // No octet becomes more than two.
  const encoded = new Uint8Array(message.length * 2 + 5);
  let length = 0;
  let atLineStart = true;
  const put = (...octets: number[]) => {
    encoded.set(octets, length);
    length += octets.length;
  };
  for (let at = 0; at < message.length; at += 1) {
    const octet = message[at] ?? 0;
    if (octet === lf && message[at - 1] === cr) continue;
    const ends = octet === cr || octet === lf;
    if (atLineStart && octet === dot) put(dot);
    if (ends) put(cr, lf);
    else put(octet);
    atLineStart = ends;
  }
  if (!atLineStart) put(cr, lf);
  put(dot, cr, lf);
  return encoded.subarray(0, length);
}
