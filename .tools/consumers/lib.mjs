// What the checks for Node share.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const { OPSFIT: opsfit, ROOT: root, SAMPLES: samples } = process.env

// filesOf lists the samples of every kind whose name has the ending.
export function filesOf(ending) {
  return readdirSync(samples, { recursive: true }).filter((name) => name.endsWith(ending)).sort().map((name) => join(samples, name))
}

// versionOf is the installed version of a package from npm.
export function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version
}

// run runs a program and returns what it printed; a failure ends the check with it.
export function run(program, ...args) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] })
}

// expect ends the check with a message unless the condition holds.
export function expect(condition, message) {
  if (!condition) {
    console.log(message)
    process.exit(1)
  }
}

// programOf is the path of a program, or nothing where there is none.
export function programOf(name) {
  return process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path))
}

// missing ends the check with what to install.
export function missing(how) {
  console.log(how)
  process.exit(77)
}
