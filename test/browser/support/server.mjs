// The server of `npm start`, on a free port. `production`: its pages, with libraries as they are published.
import { createServer } from 'node:net';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import configuration from '../../../webpack.config.js';

export async function startServer(mode = 'development') {
  const config = configuration({}, { mode: 'development' });
  const port = await freePort();
  // Built once: a file saved while the tests run is not their concern.
  const compiler = webpack({ ...config, mode, optimization: { minimize: false }, devtool: false, stats: 'errors-only', infrastructureLogging: { level: 'error' }, watchOptions: { ignored: '**' } });
  const failed = new Promise((_, reject) => compiler.hooks.done.tap('tests', (stats) => stats.hasErrors() && reject(new Error(stats.toString({ all: false, errors: true })))));
  const server = new WebpackDevServer({ ...config.devServer, port, host: '127.0.0.1', setupExitSignals: false }, compiler);
  const ready = new Promise((resolve) => compiler.hooks.done.tap('tests', (stats) => !stats.hasErrors() && resolve()));
  await server.start();
  await Promise.race([ready, failed]);
  return { origin: `https://localhost:${port}`, stop: () => server.stop() };
}

/** Of the system's choosing: several runs on one machine would look for theirs from the same number on. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
