import { handlers } from "#server/auth/config.ts";

export const { GET, POST } = handlers;
