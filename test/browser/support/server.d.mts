/** The development server as the tests use it. */
export function startServer(): Promise<{ readonly origin: string; stop(): Promise<void> }>;
