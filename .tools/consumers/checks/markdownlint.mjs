// markdownlint finds nothing in generated reports and in the documents of the repository.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, filesOf, root, versionOf } from '../lib.mjs'

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'].map((name) => join(root, name))
const config = new URL('../.markdownlint.jsonc', import.meta.url).pathname
const lint = new URL('../node_modules/.bin/markdownlint-cli2', import.meta.url).pathname
const files = [...filesOf('.md'), ...documents]
const { status, stderr } = spawnSync(lint, ['--config', config, ...files.map((file) => `:${file}`)], { encoding: 'utf8', cwd: '/' })
expect(status === 0, stderr)
console.log(`${versionOf('markdownlint-cli2')}: ${files.length} files`)
