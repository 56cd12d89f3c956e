const notAPublicName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion)$/;
const addressLike = /^\[|^[\d.]+$/;

/**
 * Where a browser's maker takes notices for one browser, or null where no such service can be: anything but https on its own
 * port, an address in numbers however written, a name of one word, a name of this machine or of a local network. What the name
 * leads to is looked at each time before it is called.
 */
export function readEndpoint(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const name = url.hostname.replace(/\.$/, '');
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  if (addressLike.test(name) || !name.includes('.') || notAPublicName.test(name)) return null;
  return url;
}
