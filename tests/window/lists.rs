//! How long lists of ten thousand things behave in the real window: figures for `cargo xtask
//! bench`, which print and assert nothing. Only where `REELWRIGHT_LIST_FIGURES` is set.

use serde_json::Value;

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::sign_in;

/// Things in each list.
const THINGS: usize = 10_000;

/// The longest that one way of scrolling is watched, in milliseconds.
const PATIENCE_MS: u32 = 20_000;

/// A list to be measured.
struct List {
    name: &'static str,
    /// The rail's entry that leads to it.
    rail: &'static str,
    /// What scrolls.
    scroller: &'static str,
    tile: &'static str,
}

const LISTS: [List; 2] = [
    List {
        name: "templates",
        rail: "rail-templates",
        scroller: "templates-scroll",
        tile: "template-tile",
    },
    List {
        name: "reels",
        rail: "rail-library",
        scroller: "library-scroll",
        tile: "reel-tile",
    },
];

#[tokio::test(flavor = "multi_thread")]
async fn the_lists_in_the_window_are_measured() {
    if std::env::var_os("REELWRIGHT_LIST_FIGURES").is_none() {
        println!("lists: skipped, `cargo xtask bench` asks for their figures");
        return;
    }
    let stage = Stage::with("lists", |service| {
        service.templates = THINGS;
        service.reels = THINGS;
    })
    .await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    println!("\nlists in the window, {THINGS} things each, 1280 x 800:");
    for list in LISTS {
        measure(&app, &list).await;
    }
    app.quit(&stage).await;
}

async fn measure(app: &App, list: &List) {
    app.click("rail-riff").await;
    app.find("page-riff").await;
    app.look("performance.clearMarks()").await;
    app.click(list.rail).await;
    let opened = until("the list, painted", async || {
        let marks = app.look(TIME_TO_PAINT).await;
        marks.as_f64()
    })
    .await;
    app.look(&scrolling(list)).await;
    let figures = until_done(app).await;
    let figure = |path: &str| {
        figures
            .pointer(path)
            .and_then(Value::as_f64)
            .unwrap_or(f64::NAN)
    };
    println!("  {}", list.name);
    if let Some(error) = figures.get("error") {
        println!("    the page broke off: {error}");
        return;
    }
    println!(
        "    first answer to painted tiles: {opened:.0} ms (all at once, unwindowed: {:.0} ms)",
        figure("/plain/opened")
    );
    println!(
        "    tiles in the page at most while scrolling: {} of {} in the list (unwindowed: {})",
        figure("/through/most"),
        figure("/through/total"),
        figure("/plain/tiles")
    );
    for (pace, words) in [
        ("reading", "40 px a frame"),
        (
            "through",
            "in leaps towards the end, 600 px a frame or more",
        ),
    ] {
        println!(
            "    scrolling {words}: {:.1} frames/s, slowest 5% over {:.0} ms, longest {:.0} ms \
             (unwindowed: {:.1} frames/s, {:.0} ms, {:.0} ms)",
            figure(&format!("/{pace}/rate")),
            figure(&format!("/{pace}/slow")),
            figure(&format!("/{pace}/longest")),
            figure(&format!("/plain/{pace}/rate")),
            figure(&format!("/plain/{pace}/slow")),
            figure(&format!("/plain/{pace}/longest")),
        );
    }
    println!(
        "    an idle page on this machine: {:.1} frames/s",
        figure("/idle/rate")
    );
}

/// The scripts are long-running: each leaves its figures where they can be looked at.
async fn until_done(app: &App) -> Value {
    loop {
        let figures = app.look("return window.listFigures").await;
        if !figures.is_null() {
            return figures;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
}

/// Milliseconds from the page's mark of the first answer to its mark of the painted tiles. None at
/// all where tiles that were known before the answer were there already.
const TIME_TO_PAINT: &str = "
    const at = name => performance.getEntriesByName(name)[0]?.startTime;
    const [heard, painted] = [at('list-heard'), at('list-painted')];
    if (!(heard && painted)) return null;
    return painted > heard ? painted - heard : performance.now() - heard > 2000 ? 0 : null;";

/// Scrolls the list, then a plain one of as many of the same tiles, and counts frames.
fn scrolling(list: &List) -> String {
    SCROLLING
        .replace("SCROLLER", list.scroller)
        .replace("TILE", list.tile)
        .replace("THINGS", &THINGS.to_string())
        .replace("PATIENCE", &PATIENCE_MS.to_string())
}

const SCROLLING: &str = "
    window.listFigures = null;
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const figures = (stamps, more) => {
        const gaps = stamps.slice(1).map((at, n) => at - stamps[n]).sort((a, b) => a - b);
        return {
            rate: 1000 * gaps.length / (stamps.at(-1) - stamps[0]),
            slow: gaps[Math.floor(gaps.length * 0.95)],
            longest: gaps.at(-1),
            ...more,
        };
    };
    // At most so many frames, and not for ever on a machine that draws few of them.
    const scroll = async (list, tiles, step, frames) => {
        list.scrollTop = 0;
        for (let n = 0; n < 30; n++) await frame();
        const stamps = [await frame()];
        const until = performance.now() + PATIENCE;
        let most = 0;
        // At the end a list that is read piece by piece gets a moment to go on.
        for (let n = 0, still = 0; n < frames && still < 60 && performance.now() < until; n++) {
            const before = list.scrollTop;
            list.scrollTop = before + step;
            const at = await frame();
            still = list.scrollTop === before ? still + 1 : 0;
            if (still === 0) stamps.push(at);
            most = Math.max(most, tiles());
        }
        return figures(stamps, { most });
    };
    (async () => {
        const list = document.querySelector(\"[data-test='SCROLLER']\");
        const tiles = () => list.querySelectorAll(\"[data-test='TILE']\").length;
        const stamps = [];
        for (let n = 0; n < 60; n++) stamps.push(await frame());
        const told = {
            idle: figures(stamps),
            reading: await scroll(list, tiles, 40, 240),
            through: await scroll(list, tiles, Math.max(600, (list.scrollHeight - list.clientHeight) / 240), 480),
        };
        const last = [...list.querySelectorAll('li')].at(-1);
        told.through.total = Number(last?.getAttribute('aria-setsize'));
        list.scrollTop = 0;
        for (let n = 0; n < 60; n++) await frame();

        const drawn = list.querySelector('ul');
        const one = list.querySelector('li').outerHTML;
        const plain = document.createElement('div');
        plain.className = list.className;
        Object.assign(plain.style, {
            position: 'fixed', inset: '0', zIndex: 5, margin: 0, background: 'var(--ground)',
        });
        const begun = performance.now();
        const all = document.createElement('ul');
        all.className = drawn.className;
        all.style.gridTemplateColumns = drawn.style.gridTemplateColumns;
        all.style.gridAutoRows = drawn.style.gridAutoRows;
        all.innerHTML = one.repeat(THINGS);
        plain.append(all);
        document.body.append(plain);
        await frame();
        await frame();
        const opened = performance.now() - begun;
        const count = () => 0;
        told.plain = {
            opened,
            tiles: all.children.length,
            reading: await scroll(plain, count, 40, 240),
            through: await scroll(plain, count, (plain.scrollHeight - plain.clientHeight) / 240, 240),
        };
        plain.remove();
        window.listFigures = told;
    })().catch(error => { window.listFigures = { error: String(error) }; });";
