// Package form writes a questionnaire as one HTML page in which people answer without opsfit: it keeps a draft in their browser, saves
// the sheet that the interview saves, and prints as a paper form. The page makes no request, and shows no result.
//
// What a page does stands in assets: words.json has every word that is not from the questionnaire, answering.js the questions and
// their answers, sheet.js, yaml.js and read.js the files, page.js the draft, saving and opening. This package opens no files.
package form
