import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const here = path.dirname(fileURLToPath(import.meta.url));
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';
const OFFICE_JS_HOST = 'https://appsforoffice.microsoft.com';
const OFFICE_JS_CDN = `${OFFICE_JS_HOST}/lib/1/hosted/office.js`;

const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * What the pane's page may load and where it may speak to (SECURITY.md tells why each line is as it is). Scripts and
 * the engine's worker come from our origin, office.js from Microsoft's; nothing is inline, nothing is evaluated, and
 * no request goes anywhere else. Fluent UI puts up empty style elements and fills them rule by rule through their own
 * interface: the hash is that of the empty text, so no style that stands in the page is ever applied. The frame is office.js's own page that asks whether a host of an unknown name is trusted.
 */
function contentPolicy(officeJsHost) {
  const directives = {
    'default-src': "'none'",
    'script-src': `'self' ${officeJsHost}`,
    'worker-src': "'self'",
    'style-src': `'self' ${EMPTY_STYLE}`,
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'frame-src': officeJsHost || "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  return Object.entries(directives).map(([name, sources]) => `${name} ${sources.trim()}`).join('; ');
}

/**
 * Production: the pane, its worker, icons, samples and a manifest that points at `--env url=https://…`.
 * Development: the same under https://localhost:3000, and beside it the stand-in for Excel as index.html,
 * with the unmodified office.js from its package. The stand-in is never part of a production build.
 */
export default (env, { mode }) => {
  const isProduction = mode === 'production';
  const origin = (env.url ?? DEVELOPMENT_ORIGIN).replace(/\/$/, '');
  return {
    mode,
    context: here,
    entry: { taskpane: './src/taskpane/main.tsx', ...(isProduction ? {} : { preview: './src/preview/page/main.tsx' }) },
    // Names are kept in development: a page opened before a rebuild still finds its worker.
    output: { path: path.join(here, 'dist'), filename: isProduction ? '[name].[contenthash:8].js' : '[name].js', clean: true },
    // Not one of those that evaluate: the content policy holds in development too.
    devtool: isProduction ? false : 'cheap-module-source-map',
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: { loader: 'swc-loader', options: { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } } },
        },
        { test: /\.wasm$/, type: 'asset/resource' },
        { test: /\.css$/, type: 'asset/source' },
      ],
    },
    // Webpack's own way to the global object evaluates text; this is the same object by its name.
    node: { global: false },
    plugins: [
      new webpack.DefinePlugin({ global: 'globalThis' }),
      new HtmlWebpackPlugin({ filename: 'taskpane.html', template: './src/taskpane/taskpane.html', chunks: ['taskpane'], officeJsUrl: isProduction ? OFFICE_JS_CDN : '/office-js/office.js', contentPolicy: contentPolicy(isProduction ? OFFICE_JS_HOST : '') }),
      ...(isProduction ? [] : [new HtmlWebpackPlugin({ filename: 'index.html', template: './src/preview/page/index.html', chunks: ['preview'] })]),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
          { from: 'assets/sample-*.xlsx', to: 'assets/[name][ext]' },
          { from: 'manifest.xml', to: 'manifest.xml', transform: (content) => content.toString().replaceAll(DEVELOPMENT_ORIGIN, origin) },
        ],
      }),
    ],
    performance: { hints: false },
    devServer: {
      port: 3000,
      server: 'https',
      hot: false,
      liveReload: false,
      client: false,
      static: [{ directory: path.join(here, 'node_modules/@microsoft/office-js/dist'), publicPath: '/office-js' }],
      headers: { 'Cache-Control': 'no-cache' },
    },
    stats: isProduction ? 'normal' : 'errors-warnings',
  };
};
