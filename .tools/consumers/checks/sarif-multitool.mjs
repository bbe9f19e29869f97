// The SARIF Multitool, with the rules of GitHub code scanning, finds nothing in a SARIF file.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, filesOf, missing, versionOf } from '../lib.mjs'

const system = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform]
const tool = new URL(`../node_modules/@microsoft/sarif-multitool-${system}/Sarif.Multitool`, import.meta.url).pathname
if (!existsSync(tool)) missing(`@microsoft/sarif-multitool has no program for ${process.platform}`)
chmodSync(tool, 0o755)

// What it says of a build that is no release.
const accepted = ['Warning_UseNumericToolVersions']

const files = filesOf('.sarif')
const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--output', 'found.sarif', '--log', 'ForceOverwrite']
const { status, stdout } = spawnSync(tool, ['validate', ...files, ...options], { encoding: 'utf8' })
expect(status === 0, stdout)
const found = JSON.parse(readFileSync('found.sarif')).runs[0].results.filter(({ message }) => !accepted.includes(message.id))
for (const { ruleId, message, locations: [{ physicalLocation: { artifactLocation, region } }] } of found) {
  console.log(`${basename(artifactLocation.uri ?? '')}:${region?.startLine}: ${ruleId} ${message.id} ${message.arguments}`)
}
expect(found.length === 0, `${found.length} findings`)
console.log(`${versionOf('@microsoft/sarif-multitool')}: ${files.length} files`)
