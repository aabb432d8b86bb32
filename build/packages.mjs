// Every NuGet package that a restore brings, held against build/packages.sha512 by its hash, and NOTICE.md against the
// licences that the packages name. After `dotnet build` or `dotnet restore`:
//   node build/packages.mjs           says what differs, and ends with 1 if anything does
//   node build/packages.mjs --write   takes what was restored as right; look at the difference before you commit it

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const hashes = join(root, 'build', 'packages.sha512');
const notice = join(root, 'NOTICE.md');

// Comes with the SDK, in the SDK's version.
const ofTheSdk = /^Microsoft\.NET\.ILLink\.Tasks\//;

// A feed may lack these; their hashes are not known where they were not restored.
const unknownHash = '-';

// What is used to build, and not shipped, needs no notice.
const shipping = ['VideoAnalysis.Functions', 'VideoAnalysis.Local'];

function main(write) {
  const assets = restored();
  if (assets.length === 0) return fail('Nothing is restored. Build first: dotnet build VideoAnalysis.sln -c Release');
  const packages = packagesOf(assets);
  const known = new Map(read(hashes).split('\n').filter(Boolean).map(line => line.split('  ').reverse()));
  if (write) {
    const listed = [...known].filter(([name, hash]) => hash === unknownHash && !packages.has(name));
    const all = [...listed, ...packages].sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(hashes, all.map(([name, hash]) => `${hash}  ${name}\n`).join(''));
    writeFileSync(notice, withTable(read(notice), tableOf(assets)));
    return 0;
  }

  const problems = [...packages].flatMap(([name, hash]) => {
    const expected = known.get(name);
    if (expected === undefined) return [`${name} is not listed in build/packages.sha512.`];
    return expected === hash || expected === unknownHash
      ? []
      : [`${name} is another file than the one listed: its SHA-512 is ${hash}, not ${expected}.`];
  });
  const rows = tableOf(assets).split('\n').filter(row => row && !read(notice).includes(row));
  problems.push(...rows.map(row => `NOTICE.md lacks: ${row}`));
  if (problems.length > 0) {
    return fail(...problems, 'If that is as you want it: node build/packages.mjs --write');
  }

  console.log(
    `All ${packages.size} packages are those listed in build/packages.sha512, and NOTICE.md names what is shipped.`);
  return 0;
}

function restored() {
  return ['src', 'test', 'tools', 'bench', 'build/standins'].flatMap(folder => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path).map(project => join(path, project, 'obj', 'project.assets.json')).filter(existsSync);
  }).map(path => JSON.parse(readFileSync(path, 'utf8')));
}

/** The packages of all projects, by name and version: their hashes. */
function packagesOf(assets) {
  return new Map(assets.flatMap(each => Object.entries(each.libraries))
    .filter(([name, library]) => library.type === 'package' && !ofTheSdk.test(name))
    .map(([name, library]) => [name, library.sha512])
    .sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One row a package that ends up in what is deployed or run: it has files for the run time. */
function tableOf(assets) {
  const names = new Set(assets
    .filter(each => shipping.includes(each.project.restore.projectName))
    .flatMap(each => Object.values(each.targets))
    .flatMap(target => Object.entries(target))
    .filter(([, library]) => library.type === 'package' && (holds(library.runtime) || library.runtimeTargets))
    .map(([name]) => name));
  const folders = Object.keys(assets[0].packageFolders);
  return [...names].sort().map(each => {
    const [id, version] = each.split('/');
    const folder = folders.map(path => join(path, id.toLowerCase(), version.toLowerCase())).find(existsSync);
    const nuspec = readFileSync(join(folder, `${id.toLowerCase()}.nuspec`), 'utf8');
    const text = tag => nuspec.match(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`))?.[1].trim();
    // A licence is an expression, or a file of the package, whose first line names it.
    const licence = text('license') ?? text('licenseUrl');
    const file = join(folder, licence);
    const name = existsSync(file) ? read(file).trim().split('\n')[0].trim() : licence;
    return `| ${id} | ${version} | ${text('authors')} | ${name} |\n`;
  }).join('');
}

function holds(files) {
  return Object.keys(files ?? {}).some(file => !file.endsWith('/_._'));
}

function withTable(text, table) {
  return text.replace(/(<!-- packages -->\n(?:\|.*\n){2})(?:\|.*\n)*/, `$1${table}`);
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function fail(...lines) {
  for (const line of lines) console.error(line);
  return 1;
}

process.exitCode = main(process.argv.includes('--write'));
