import { BlockList, isIP } from 'node:net';

/** Of IPv4, what no public service has: this machine, private and shared networks, the link, tests, groups, what is reserved. */
const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, prefix, 'ipv4');

/** Of IPv6 all is closed but what is given out (2000::/3), and of that what hides an IPv4 address or is for books. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
const hiding = new BlockList();
hiding.addSubnet('2001::', 23, 'ipv6');
hiding.addSubnet('2001:db8::', 32, 'ipv6');
hiding.addSubnet('2002::', 16, 'ipv6');
hiding.addSubnet('3fff::', 20, 'ipv6');

/** Whether an address may be called by a name that a stranger gave. Not one that is written in any other way than usual. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !closed.check(address, 'ipv4');
  // an address with a zone (fe80::1%eth0) is of a link
  return kind === 6 && !address.includes('%') && given.check(address, 'ipv6') && !hiding.check(address, 'ipv6');
}
