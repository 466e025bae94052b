// Starts the page. A file of its own, because the content security policy allows no inline script.
import init from './ui.js';

// The first paint, before the settings are known, follows the system.
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset.theme = dark ? 'dark' : 'light';

init({ module_or_path: './ui_bg.wasm' });
