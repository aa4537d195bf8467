/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.BEARING_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Native or plain-Node packages that must not be bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "postgres",
    "pg-boss",
    "pg",
    "@zxcvbn-ts/core",
    "@zxcvbn-ts/language-common",
  ],
  experimental: { authInterrupts: true },
  typescript: { ignoreBuildErrors: true },
};

export default config;
