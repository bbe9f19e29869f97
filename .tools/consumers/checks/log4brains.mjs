// Log4brains lists decision records by their titles. It knows no front matter, where MADR 4 has status and date, and takes a record
// for accepted.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Log4brains } from '@log4brains/core'
import { expect, filesOf, versionOf } from '../lib.mjs'

rmSync('docs', { recursive: true, force: true })
mkdirSync('docs/adr', { recursive: true })
writeFileSync('.log4brains.yml', 'project: {name: samples, tz: UTC, adrFolder: ./docs/adr}\n')
const files = filesOf('.adr.md')
files.forEach((file, i) => copyFileSync(file, `docs/adr/20261201-${basename(file, '.adr.md')}.md`))
const records = await Log4brains.create('.').searchAdrs()
expect(records.length === files.length, `${records.length} of ${files.length} records`)
const plain = (title) => title.replace(/\\|&[lg]t;|[<>]/g, '')
const titles = new Set(files.map((file) => plain(/^# (.*)$/m.exec(readFileSync(file, 'utf8'))[1])))
for (const { slug, title } of records) expect(titles.has(plain(title)), `${slug} has the title ${title}, not one of ${[...titles]}`)
console.log(`${versionOf('@log4brains/core')}: ${files.length} records by title, their status unread`)
