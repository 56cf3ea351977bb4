import { measure } from './measure';

const { name, options, runs } = JSON.parse(process.argv[2]);
process.stdout.write(JSON.stringify(await measure(name, options, runs)));
