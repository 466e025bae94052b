//! Wording that says as good as nothing, by the contract's table of what does not belong into a
//! direction: generalities about the product and the template, the account's positioning, and
//! generic words. In English, Spanish and Chinese, whichever the text is in.

use std::sync::LazyLock;

use contract::{EmptyKind, EmptyWording};

use super::phrase::Phrase;
use super::tokens::Token;

/// What each kind looks like. Where two begin at the same word the longer one counts.
const PATTERNS: &[(EmptyKind, &[&str])] = &[
    (
        EmptyKind::ProductGenerality,
        &[
            // English: "show the product's strengths", "make our app look great".
            "show|showing|showcase|showcasing|highlight|highlighting|emphasize|emphasise|promote|promoting|present|demonstrate|display|feature|explain|advertise|stress (off)? (all)? (of)? (the|our|my|its|this|your|their|how|why)* (product|products|app|brand|service|item|tool|website|site|company)? (many|main|key|great|good|best|amazing|core|unique|top|biggest|various|different)* strength|strengths|benefit|benefits|advantage|advantages|selling_point|selling_points|usp|usps|merits|virtues",
            "show|showing|showcase|showcasing|highlight|highlighting|emphasize|emphasise|promote|promoting|present|demonstrate|display|feature|explain|advertise|stress (off)? (all)? (of)? (the|our|my|its|this|your|their|how|why)* product|products|app|brand|service|item|tool|website|site|company (many|main|key|great|good|best|amazing|core|unique|top|biggest|various|different)* feature|features|quality|qualities|value|highlights",
            "product|app|brand|service (many|main|key|great|best|core|unique|biggest)* strength|strengths|benefit|benefits|advantage|advantages|selling_points|merits|qualities",
            "strengths|benefits|advantages|features|selling_points|qualities|merits of (the|our|my|this|your)? product|app|brand|service|item",
            "how (really|so|very)* good|great|amazing|useful|awesome|wonderful|easy|helpful (the|our|my|this|your) product|app|brand|service|item (is|are)?",
            "make (the|our|my|this|your)? product|app|brand|service|item look|seem|stand|shine (out|really|very|so)* (good|great|amazing|awesome|beautiful|cool|attractive)?",
            "promote|advertise|sell|market|push (the|our|my|this|your)? product|app|brand|service|item",
            // Spanish.
            "mostrar|muestra|muestre|muestren|mostrando|destacar|destaca|destaque|destaquen|resaltar|resalta|resalte|ensenar|ensena|ensene|presentar|presenta|presente|explicar|explica|promocionar|promociona|demostrar|demuestra (todos|todas)? (el|la|los|las|lo|sus|su|nuestro|nuestra|nuestros|nuestras|mis|mi)* (principales|mejores|grandes|muchas|muchos|mejor)* ventajas|ventaja|beneficios|beneficio|virtudes|fortalezas|bondades|cualidades|puntos_fuertes|mejor (del|de)? (el|la|los|las|nuestro|nuestra|este|esta|mi|tu|su)? (producto|productos|app|aplicacion|marca|servicio)?",
            "mostrar|muestra|muestre|muestren|mostrando|destacar|destaca|destaque|destaquen|resaltar|resalta|resalte|ensenar|ensena|ensene|presentar|presenta|presente|explicar|explica|promocionar|promociona|demostrar|demuestra (todos|todas)? (el|la|los|las|lo|sus|su|nuestro|nuestra|nuestros|nuestras|mis|mi)* (principales|mejores|grandes|muchas|muchos|mejor)* caracteristicas|calidad|valor del|de (el|la|los|las|nuestro|nuestra|este|esta|mi|tu|su)? producto|productos|app|aplicacion|marca|servicio",
            "ventajas|beneficios|virtudes|fortalezas|bondades|cualidades|puntos_fuertes (del|de) (la|nuestro|nuestra|este|esta|mi|tu|su)? producto|productos|app|aplicacion|marca|servicio",
            "lo bueno|genial|util|increible que es (el|la|nuestro|nuestra|este|esta|mi|tu|su)? producto|app|aplicacion|marca|servicio",
            "promocionar|promociona|vender|vende|anunciar|anuncia (el|la|nuestro|nuestra|este|esta|mi|tu|su)? producto|app|aplicacion|marca|servicio",
            // Chinese.
            "展示|突出|强调|体现|介绍|宣传|呈现|展现|表现|说明|凸显 (出|一下|一些)* (我们|这款|这个|该|本|你们)* (的)? (产品|商品|应用|软件|品牌|服务)? (的)? (所有|各种|核心|主要|最大|独特|众多)* (的)? 优点|优势|卖点|特点|好处|亮点|价值|特色|长处|品质|质量",
            "产品|商品|应用|品牌|服务 (的)? (核心|主要|最大|独特)* 优点|优势|卖点|好处|亮点|特色|长处",
            "产品|商品|应用|软件|品牌 (有)? 多么|多|很|非常|真 好用|好|棒|厉害|优秀",
            "推广|宣传|推销|安利|种草 (一下|我们|这款|这个|该)* (的)? 产品|商品|应用|品牌",
        ],
    ),
    (
        EmptyKind::TemplateGenerality,
        &[
            // English: "use the funny formula", "same vibe as the template", "make it go viral".
            "use|using|follow|following|apply|copy|keep|take|imitate|mimic|reuse|recreate (the|this|that|a|same|its)* (funny|viral|emotional|same|original|winning|trending|catchy|cool|great|good|popular|dramatic|usual|exact)* formula|template|format|style|structure|vibe|pattern|recipe|tone (of|as|from)? (the|this)? (template|original|video|source)?",
            "same|similar vibe|style|tone|feel|feeling|structure|energy (as|to|of|like)? (the|this)? (template|original|video|source|formula)?",
            "funny|viral|emotional|winning|trending|catchy formula|template|format|structure",
            "like|as in (the|this)? template|original|source|original_video|source_video",
            "make|making (it|this|the)? (video)? (go)? (really|more|very|super)* viral|trend|trending|funny|catchy|cool|popular|engaging",
            "go|goes|going viral",
            // Spanish.
            "usar|usa|use|usando|utilizar|utiliza|seguir|sigue|aplicar|aplica|copiar|copia|mantener|manten|imitar|imita (el|la|los|las|esta|este|misma|mismo)* (misma|mismo)? formula|plantilla|formato|estilo|estructura|tono (divertida|divertido|graciosa|gracioso|viral|emotiva|emotivo|original|ganadora|ganador|de_moda)* (de|del)? (la|el)? (plantilla|original|video)?",
            "mismo|misma|similar estilo|tono|formato|estructura|vibra|energia (que|de|del|a)? (la|el)? (plantilla|original|video)?",
            "formula|plantilla|formato divertida|divertido|graciosa|gracioso|viral|emotiva|emotivo|ganadora|ganador",
            "como (en)? la|el plantilla|original|video_original",
            "hacer|haz|que (lo|la|se|el|sea|video)* (haga|vuelva|muy|mas)* viral|divertido|gracioso|pegadizo",
            // Chinese.
            "用|使用|套用|沿用|按照|照着|模仿|复制|参考|遵循 (这个|这种|该|原|模板|一样|相同)* (的)? (搞笑|有趣|爆款|热门|情绪|情感|成功|经典|原)* (的)? 公式|模板|套路|风格|结构|格式|模式|节奏",
            "和|跟|像|与 (原|这个|该)* 模板|原视频|原片 (的)? (一样|类似|相同|差不多)? (的)? (风格|感觉|氛围)?",
            "搞笑|爆款|热门|成功 (的)? 公式|模板|套路|模式",
            "做成|打造|拍成|成为|变成 (一个|一条|一支)? 爆款|热门|搞笑 (视频)?",
        ],
    ),
    (
        EmptyKind::AccountPositioning,
        &[
            // English: "health niche".
            "(health|wellness|fitness|beauty|skincare|fashion|food|travel|tech|finance|gaming|parenting|education|lifestyle|pet|home|business|marketing|crypto|self-improvement|mental|sports|our|my|the|this|a)* niche",
            "health|wellness|fitness|beauty|skincare|fashion|food|travel|tech|finance|gaming|parenting|education|lifestyle|pet|comedy|business|marketing account|channel|page|blogger|influencer|creator|vlogger",
            "my|our account|channel|page is|are|focuses (about|on|a|an|for)*",
            "i_am|i'm|we_are|we're (a|an)? (health|wellness|fitness|beauty|fashion|food|travel|tech|finance|gaming|lifestyle)? blogger|influencer|creator|vlogger|brand",
            "target (audience|group) (is|are)?",
            // Spanish.
            "nicho (de|del|sobre)? (la|el|los)? (salud|bienestar|fitness|belleza|moda|comida|cocina|viajes|tecnologia|finanzas|juegos|crianza|educacion|estilo_de_vida|mascotas|negocios)?",
            "cuenta|canal|perfil|pagina de|sobre (la|el|los)? salud|bienestar|fitness|belleza|moda|comida|cocina|viajes|tecnologia|finanzas|juegos|crianza|educacion|estilo_de_vida|mascotas|negocios",
            "mi|nuestra|nuestro cuenta|canal|perfil|pagina es|trata (de|sobre|un|una)*",
            "publico_objetivo (es|son)?",
            // Chinese.
            "(健康|养生|健身|美妆|护肤|时尚|美食|旅行|旅游|科技|财经|游戏|母婴|教育|生活|宠物|家居|职场|搞笑|情感|知识)? (类|领域|方向)* (的)? 赛道",
            "健康|养生|健身|美妆|护肤|时尚|美食|旅行|旅游|科技|财经|游戏|母婴|教育|生活方式|生活|宠物|家居|职场|情感|知识 (类|领域|方向)* (的)? 账号|博主|号|达人|频道|垂类",
            "我们|我 (的)? 账号|频道|主页 (的)? 定位|是|主打|专注 (是|于)?",
            "账号|人设 (的)? 定位",
            "目标 受众|人群|用户 (是)?",
        ],
    ),
    (
        EmptyKind::GenericWord,
        &[
            // English: "authentic / real / heartfelt".
            "authentic|authentically|authenticity|heartfelt|genuine|genuinely|relatable|engaging|inspiring|inspirational|creative|creatively|amazing|awesome|beautiful|beautifully|wonderful|fantastic|incredible|catchy|eye-catching|attention-grabbing|compelling|captivating|attractive|appealing|exciting|interesting|impressive|stunning|memorable|high-quality|top-quality|professional-looking|aesthetic|cinematic|nice|powerful|impactful|meaningful|vibrant|unique|stylish|viral|emotional|sincere|down-to-earth",
            "<for|in|not real !estate|time|name|life|madrid|world|price|weight|size|skin|leather",
            "fun !fact|facts",
            "(very|really|super|so)? cool video|vibe|style|stuff|thing|way|look|ad|content|clip",
            "really|super cool",
            "amazing|great|good|best|excellent|superior|perfect|incredible|awesome quality|design|value|performance|results|experience|service",
            // Spanish.
            "autentic~|genuin~|sincer~|emotiv~|conmovedor~|inspirador~|creativ~|increible|increibles|asombros~|hermos~|bonit~|maravillos~|fantastic~|llamativ~|cautivador~|atractiv~|emocionante|emocionantes|interesante|interesantes|impactante|impactantes|impresionante|impresionantes|memorable|memorables|genial|geniales|pegadiz~|unic~|poderos~|significativ~|viral|virales|entretenid~|divertid~",
            "<en|para reales !decreto",
            "(de)? alta|gran|buena|primera|excelente|increible|mejor calidad",
            "calidad excelente|increible|superior|inmejorable",
            // Chinese.
            "真实 (感)?",
            "质量|品质|体验|效果 (非常|很|超)* 好|棒|优秀|卓越|出色|一流",
            "真诚|真情实感|走心|用心|有感染力|感染力|有吸引力|吸引人|吸引眼球|抓眼球|高级感|有创意|创意十足|创意|接地气|有趣|好玩|生动|精彩|炸裂|震撼|感人|动人|温馨|温暖人心|有温度|引起共鸣|有共鸣|高质量|高品质|时尚感|独特|与众不同|惊艳|超赞|很棒|酷炫|炫酷|氛围感",
        ],
    ),
];

/// The patterns, read once: a table, no state.
static PHRASES: LazyLock<Vec<(EmptyKind, Phrase)>> = LazyLock::new(|| {
    PATTERNS
        .iter()
        .flat_map(|(kind, patterns)| patterns.iter().map(|pattern| (*kind, Phrase::of(pattern))))
        .collect()
});

/// The pieces of a text that say as good as nothing, by place. They don't overlap.
pub(super) fn of(tokens: &[Token]) -> Vec<EmptyWording> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // Of those of the same length the first of the table counts.
        let longest = PHRASES
            .iter()
            .rev()
            .filter_map(|(kind, phrase)| Some((phrase.end_of_match(tokens, at)?, *kind)))
            .max_by_key(|(end, _)| *end);
        let last = longest.and_then(|(end, kind)| Some((tokens.get(end - 1)?, end, kind)));
        let Some((last, end, kind)) = last else {
            at += 1;
            continue;
        };
        found.push(EmptyWording {
            start: token.start,
            end: last.end,
            kind,
        });
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::tokens;

    /// The pieces that are pointed out.
    fn pointed_out(text: &str) -> Vec<(String, EmptyKind)> {
        let chars: Vec<char> = text.chars().collect();
        of(&tokens::of(text))
            .into_iter()
            .map(|piece| {
                let words = chars[piece.start..piece.end].iter().collect();
                (words, piece.kind)
            })
            .collect()
    }

    fn check(text: &str, expected: &[(&str, EmptyKind)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(words, kind)| ((*words).to_owned(), *kind))
            .collect();
        assert_eq!(pointed_out(text), expected, "{text}");
    }

    use EmptyKind::{AccountPositioning, GenericWord, ProductGenerality, TemplateGenerality};

    #[test]
    fn the_contracts_own_examples() {
        check(
            "show the product's strengths",
            &[("show the product's strengths", ProductGenerality)],
        );
        check(
            "use the funny formula",
            &[("use the funny formula", TemplateGenerality)],
        );
        check("health niche", &[("health niche", AccountPositioning)]);
        check(
            "authentic / real / heartfelt",
            &[
                ("authentic", GenericWord),
                ("real", GenericWord),
                ("heartfelt", GenericWord),
            ],
        );
    }

    #[test]
    fn english() {
        check(
            "Highlight all the key benefits of our app. Then a price tag.",
            &[("Highlight all the key benefits", ProductGenerality)],
        );
        check(
            "Let people see how great our product is!",
            &[("how great our product is", ProductGenerality)],
        );
        check(
            "make it go viral",
            &[("make it go viral", TemplateGenerality)],
        );
        check(
            "Keep the same vibe as the original, something Engaging.",
            &[
                ("Keep the same vibe as the original", TemplateGenerality),
                ("Engaging", GenericWord),
            ],
        );
        check("Great design!", &[("Great design", GenericWord)]);
        check(
            "for a fitness account",
            &[("fitness account", AccountPositioning)],
        );
    }

    #[test]
    fn spanish() {
        check(
            "Muestra las ventajas del producto",
            &[("Muestra las ventajas del producto", ProductGenerality)],
        );
        check(
            "usa la fórmula divertida",
            &[("usa la fórmula divertida", TemplateGenerality)],
        );
        check(
            "usa la formula divertida",
            &[("usa la formula divertida", TemplateGenerality)],
        );
        check("de alta calidad", &[("de alta calidad", GenericWord)]);
        check("nicho de salud", &[("nicho de salud", AccountPositioning)]);
        check(
            "algo auténtico, sincera y genial",
            &[
                ("auténtico", GenericWord),
                ("sincera", GenericWord),
                ("genial", GenericWord),
            ],
        );
    }

    #[test]
    fn chinese() {
        check("展示产品的优势", &[("展示产品的优势", ProductGenerality)]);
        check(
            "请突出我们产品的核心卖点，谢谢",
            &[("突出我们产品的核心卖点", ProductGenerality)],
        );
        check("使用搞笑的公式", &[("使用搞笑的公式", TemplateGenerality)]);
        check("品质非常好", &[("品质非常好", GenericWord)]);
        check("健康赛道", &[("健康赛道", AccountPositioning)]);
        check("美妆博主", &[("美妆博主", AccountPositioning)]);
        check(
            "要真实、走心、有趣",
            &[
                ("真实", GenericWord),
                ("走心", GenericWord),
                ("有趣", GenericWord),
            ],
        );
    }

    #[test]
    fn what_is_specific_is_left_alone() {
        for text in [
            "the scan feature × the reveal beat at segment 2",
            "from 'I assumed it was safe' to 'a quick scan reveals hidden additives'",
            "the pain the app solves × the hook's resonance → download urge",
            "use the ingredient-scan screen shot to reveal the hidden additives",
            "At 0:04 she tears the lid off; the foil is empty → from trust to doubt",
            "a real estate agent in real time",
            "Show the zip pocket when the strap breaks",
            "Show the value on the meter; the bottle keeps the coffee cool",
            "Muestra el valor en la pantalla",
            "el escaneo del código × el giro en el segundo 4 → de la confianza a la duda",
            "Muestra el cierre cuando se rompe la correa",
            "第二段反转时扫描配料表 → 从“以为安全”到“发现添加剂”",
            "撕开盖子的动作 × 开头的好奇",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn places_are_in_characters_and_pieces_do_not_overlap() {
        let text = "¡Año 🎬! Show our product's amazing benefits — authentic.";
        let pieces = of(&tokens::of(text));
        assert_eq!(pieces.len(), 2);
        assert_eq!((pieces[0].start, pieces[0].end), (8, 43));
        assert_eq!(pieces[1].kind, GenericWord);
        assert!(pieces[0].end <= pieces[1].start);
    }
}
