// Ajv holds every document that opsfit writes, and the samples that people write, against the schema that `questionnaire schema` prints for its kind.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Ajv from 'ajv'
import { parse } from 'yaml'
import { expect, filesOf, root, versionOf } from '../lib.mjs'

const validators = new Map()
for (const file of filesOf('.json').filter((name) => name.includes('/schema/'))) {
  // Strict, but a branch of anyOf need not say again which types and members there are.
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  ajv.addVocabulary(['enumDescriptions']) // for editors
  validators.set(basename(file, '.json'), ajv.compile(JSON.parse(readFileSync(file))))
}

const seen = new Map()
function check(kind, document, where) {
  const validate = validators.get(kind)
  expect(validate, `${where}: no schema of kind ${kind}`)
  expect(validate(document), `${where}: ${JSON.stringify(validate.errors?.slice(0, 5), null, 1)}`)
  seen.set(kind, (seen.get(kind) ?? 0) + 1)
}

for (const file of filesOf('.json')) {
  const document = JSON.parse(readFileSync(file))
  const kind = /^opsfit\.(\w+)\/v\d+$/.exec(document.schema ?? '')?.[1]
  if (kind) check(kind, document, file)
}
for (const file of filesOf('.jsonl')) {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) check('service', JSON.parse(line), file)
}
for (const file of filesOf('.adr.md')) {
  const facts = /<!-- opsfit\.record\/v1.*?(\{.*\})\s*-->/s.exec(readFileSync(file, 'utf8'))
  if (facts) check('record', JSON.parse(facts[1]), file)
}
for (const file of readdirSync(join(root, 'testdata/answers')).filter((name) => name.endsWith('.yaml'))) {
  const sheet = parse(readFileSync(join(root, 'testdata/answers', file), 'utf8'))
  check('answers', sheet, file)
  check(`answers-${sheet.questionnaire}`, sheet, file)
}
for (const file of filesOf('.yaml')) check('questionnaire', parse(readFileSync(file, 'utf8')), file)

const unseen = [...validators.keys()].filter((kind) => !seen.has(kind))
expect(unseen.length === 0, `no document to hold against the schemas ${unseen}`)
console.log(`${versionOf('ajv')}: ${seen.size} schemas, ${[...seen.values()].reduce((a, b) => a + b)} documents`)
