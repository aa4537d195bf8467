export function handOver(script: string, args: string[]): Promise<void>;
export function isInstalled(): boolean;
