// The compiler copies TypeScript only: puts what the code reads beside it into dist/.
import { cpSync } from 'node:fs';

for (const folder of ['src/state/scripts', 'src/operate/assets']) {
  cpSync(folder, `dist/${folder}`, { recursive: true });
}
