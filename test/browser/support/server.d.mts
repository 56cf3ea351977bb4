/** The development server as the tests use it. */
export function startServer(mode?: 'development' | 'production'): Promise<{ readonly origin: string; stop(): Promise<void> }>;
