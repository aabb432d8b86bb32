// Asks the package feeds whether an advisory is known of any NuGet package that is used. After `dotnet restore`:
//   node build/advisories.mjs
// It ends with 1 if there is one, and with 3 if no feed here has advisories, so that nothing is known.

import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const solution = join(root, 'VideoAnalysis.sln');

function dotnet(...args) {
  return execFileSync('dotnet', args, { cwd: root, encoding: 'utf8' });
}

/** Whether a feed's index names a service for advisories. */
async function hasAdvisories(feed) {
  try {
    const index = await (await fetch(feed, { signal: AbortSignal.timeout(20_000) })).json();
    return index.resources.some(resource => String(resource['@type']).startsWith('VulnerabilityInfo'));
  } catch {
    return false;
  }
}

const feeds = dotnet('nuget', 'list', 'source', '--format', 'Short')
  .split('\n').filter(line => line.startsWith('E ')).map(line => line.slice(2).trim())
  .filter(feed => /^https?:/.test(feed));
const answers = await Promise.all(feeds.map(hasAdvisories));
if (!answers.some(Boolean)) {
  console.log('No package feed here has advisories.');
  process.exit(3);
}

const report = JSON.parse(dotnet(
  'list', solution, 'package', '--vulnerable', '--include-transitive', '--no-restore', '--format', 'json'));
const found = new Set(report.projects
  .flatMap(project => project.frameworks ?? [])
  .flatMap(framework => [...framework.topLevelPackages ?? [], ...framework.transitivePackages ?? []])
  .flatMap(each => each.vulnerabilities.map(advisory =>
    `${each.id} ${each.resolvedVersion}: ${advisory.severity}, ${advisory.advisoryurl}`)));
for (const line of found) console.log(line);
console.log(found.size === 0 ? 'No advisory is known of the packages that are used.' : 'Take other versions of these.');
process.exit(found.size === 0 ? 0 : 1);
