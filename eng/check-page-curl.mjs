// Checks that a command which the emulator's page offers to copy gives curl exactly what it was made of, whatever a message holds.
// The shell that is on the machine reads it; curl is a function that writes its words down.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const source = await readFile(new URL('../src/WhatsCommerce.Emulator/wwwroot/shell/curl.js', import.meta.url), 'utf8');
const { curl } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

const texts = [
  '{"text":{"body":"It\'s here"}}', "'", "''", "'\\''", "a'b'c", '\\', '\\\\n', '$HOME `id` $(id) ${x} !! !x', '"double"', '@file', '-X', '<b>&amp;</b> | ; & > <',
  ' leading and trailing ', 'two\nlines', 'a\r\nb\n', '\t', 'é 日本 😀', '\\u00e9\\/', '*?[a-z]{1,2}~', '#no comment', '\u0001\u007f',
];

for (const shell of ['sh', 'bash']) {
  for (const text of texts) {
    const command = curl('POST', 'http://localhost/a?b[0]={c}', [['X-Text', text.replace(/[\r\n]/g, ' ')], ['X-Empty', '']], text);
    const words = execFileSync(shell, ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' }).split('\0').slice(0, -1);
    assert.deepEqual(words, ['--globoff', '-X', 'POST', 'http://localhost/a?b[0]={c}',
      '-H', `X-Text: ${text.replace(/[\r\n]/g, ' ')}`, '-H', 'X-Empty;', '--data-raw', text], `${shell} read something else than ${JSON.stringify(text)}`);
  }
}
console.log(`The commands for curl say what was sent (${texts.length} texts).`);
