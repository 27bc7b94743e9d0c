import { networkInterfaces } from 'node:os';

/** This machine's IPv4 addresses on the local network, those of a home or venue router first. */
export function lanAddresses(): string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}

/** Container bridges and other virtual networks have addresses too, but no phone can reach them. */
function rankOf(name: string, address: string): number {
  if (/^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun)/.test(name)) return 3;
  if (address.startsWith('192.168.')) return 0;
  return /^(10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 1 : 2;
}
