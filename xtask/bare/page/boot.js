// Starts the page. A file of its own, because the content security policy allows no inline script.
import init from './bare-page.js';

init({ module_or_path: './bare-page_bg.wasm' });
