import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';

const here = path.dirname(fileURLToPath(import.meta.url));
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';
const OFFICE_JS_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

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
    devtool: isProduction ? false : 'eval-source-map',
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
    plugins: [
      new HtmlWebpackPlugin({ filename: 'taskpane.html', template: './src/taskpane/taskpane.html', chunks: ['taskpane'], officeJsUrl: isProduction ? OFFICE_JS_CDN : '/office-js/office.js' }),
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
