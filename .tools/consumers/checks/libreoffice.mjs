// LibreOffice opens the tables with every cell as it was written, and finds no formula whatever the list separator of the person is.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, filesOf, missing, programOf } from '../lib.mjs'

const office = programOf('soffice') ?? missing('apt-get install libreoffice-calc-nogui')

// open opens the tables in LibreOffice and returns what it found, saved in the format.
function open(files, separator, format, folder) {
  // Separator, quote, UTF-8, from line 1, columns as found, language of the system, quoted cells are texts.
  const filter = `CSV:${separator.charCodeAt(0)},34,76,1,,0,true,false`
  const profile = `-env:UserInstallation=${pathToFileURL('profile')}`
  execFileSync(office, [profile, '--headless', `--infilter=${filter}`, '--convert-to', format, '--outdir', folder, ...files], { stdio: 'ignore' })
}

// cellsOf reads a table of RFC 4180.
function cellsOf(text) {
  const cells = []
  for (const [, quoted, bare, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end !== ',') cells.push('\n')
  }
  return cells
}

const files = filesOf('.csv')
mkdirSync('tables', { recursive: true })
const tables = files.map((file, i) => {
  const copy = join('tables', `${i}-${basename(file)}`)
  writeFileSync(copy, readFileSync(file))
  return copy
})

// With all digits, and quotes around texts.
open(tables, ',', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false', 'opened')
let count = 0
for (const table of tables) {
  const want = cellsOf(readFileSync(table, 'utf8'))
  const got = cellsOf(readFileSync(join('opened', basename(table)), 'utf8'))
  expect(got.length === want.length, `${table}: ${got.length} cells, not ${want.length}`)
  want.forEach((cell, i) => {
    const same = got[i] === cell || (cell !== '' && Math.abs(got[i] - cell) <= 1e-12 * Math.abs(cell))
    expect(same, `${table}: cell ${i} is ${JSON.stringify(got[i])}, not ${JSON.stringify(cell)}`)
  })
  count += want.length
}
for (const separator of ',;|\t') {
  open(tables, separator, 'fods', 'sheets')
  for (const table of tables) {
    const sheet = readFileSync(join('sheets', basename(table).replace(/csv$/, 'fods')), 'utf8')
    expect(!/table:formula=/.test(sheet), `${table}: a formula, with the separator ${JSON.stringify(separator)}`)
  }
}
const version = execFileSync(office, ['--version'], { encoding: 'utf8' }).split(' ')[1]
console.log(`${version}: ${files.length} tables, ${count} cells`)
