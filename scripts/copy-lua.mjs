// The compiler copies no Lua: puts the scripts of src/state beside their compiled loader.
import { cpSync } from 'node:fs';

cpSync('src/state/scripts', 'dist/src/state/scripts', { recursive: true });
