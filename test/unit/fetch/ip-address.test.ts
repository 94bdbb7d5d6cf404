import { expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/line/fetch/ip-address.ts';

it.each([
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '64:ff9b::808:808',
  '::ffff:8.8.8.8',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['loopback', '127.0.0.1'],
  ['loopback, other', '127.9.9.9'],
  ['this host', '0.0.0.0'],
  ['private 10/8', '10.1.2.3'],
  ['private 172.16/12', '172.31.255.255'],
  ['private 192.168/16', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['link-local, cloud metadata', '169.254.169.254'],
  ['benchmarking', '198.18.0.1'],
  ['documentation', '203.0.113.9'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['one number', '2130706433'],
  ['hexadecimal, short', '0x7f.1'],
  ['octal', '0177.0.0.1'],
  ['IPv6 loopback', '::1'],
  ['IPv6 unspecified', '::'],
  ['IPv6 mapped private', '::ffff:10.0.0.1'],
  ['IPv6 mapped, in hex', '::ffff:7f00:1'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['NAT64 of private', '64:ff9b::a00:1'],
  ['local NAT64', '64:ff9b:1::808:808'],
  ['6to4 of private', '2002:a00:1::'],
  ['Teredo', '2001:0:1::1'],
  ['unique local', 'fd12:3456::1'],
  ['link-local', 'fe80::1'],
  ['link-local with zone', 'fe80::1%eth0'],
  ['site-local', 'fec0::1'],
  ['documentation', '2001:db8::1'],
  ['multicast', 'ff02::1'],
  ['not yet given out', '4000::1'],
  ['no address', 'example.org'],
  ['empty', ''],
])('%s (%s) is not public', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
