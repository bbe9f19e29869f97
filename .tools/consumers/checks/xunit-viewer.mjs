// xunit-viewer shows every case of a JUnit file as what it is: passed, failed or skipped.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, filesOf, versionOf } from '../lib.mjs'

const viewer = new URL('../node_modules/.bin/xunit-viewer', import.meta.url).pathname
const count = (text, pattern) => text.match(pattern)?.length ?? 0
let cases = 0
for (const file of filesOf('.xml')) {
  const { stdout } = spawnSync(viewer, ['-r', file, '-c', '-n', '--clear', 'false'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const xml = readFileSync(file, 'utf8')
  const want = { '✓': 0, '✗': count(xml, /<failure/g), '⊘': count(xml, /<skipped/g), '!': count(xml, /<error/g) }
  want['✓'] = count(xml, /<testcase/g) - want['✗'] - want['⊘'] - want['!']
  for (const [mark, n] of Object.entries(want)) {
    const shown = count(stdout, new RegExp(`^ {5}${mark} `, 'gm'))
    expect(shown === n, `${file}: ${shown} cases marked ${mark}, not ${n}\n${stdout}`)
    cases += n
  }
}
console.log(`${versionOf('xunit-viewer')}: ${cases} cases`)
