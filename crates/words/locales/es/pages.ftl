# Las páginas: riff, cola, biblioteca.

## Riff

riff-subtitle = Conserva la fórmula que funciona. Hazla tuya.
riff-drop = Suelta aquí un clip
riff-drop-now = Suéltalo para añadirlo
riff-limits = Hasta 100 MB y { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}. MP4, MOV, M4V, WebM o MKV.
riff-browse = Examinar…
riff-add-clip = Añadir un clip
riff-paste-link = Pegar un enlace de TikTok
riff-choose-template = Elegir una plantilla
riff-link-label = Enlace a un solo vídeo de TikTok
riff-link-example = https://www.tiktok.com/@nombre/video/…
riff-link-use = Usar este enlace
riff-link-cancel = Cancelar
riff-link-change = Cambiar
riff-link-of = { $user } en TikTok
riff-link-fetched = El servicio descarga el vídeo por su cuenta. Desde aquí no se sube nada.
riff-template-used = { $count ->
    [one] Usada { $count } vez
   *[other] Usada { $count } veces
}
riff-template-analysed = Ya está analizada: el reel empieza enseguida.
riff-template-stale = Su análisis no es el más reciente de Riffkit. Analizarla de nuevo suele dar un reel mejor y no cuesta nada.
riff-template-refresh = Analizar de nuevo
riff-template-analysing = Se está analizando de nuevo…
riff-template-analysing-percent = Se está analizando de nuevo, { $percent } %
riff-template-fresh = Recién analizada.
riff-template-refresh-failed = El nuevo análisis no salió bien. El anterior sigue valiendo.
riff-clips = Tus clips
riff-clip-choose = Usar { $name }
riff-clip-use = Usar este clip
riff-clip-chosen = En uso
riff-clip-replace = Cambiar
riff-clip-remove = Quitar
riff-clip-size = { $size } de 100 MB
riff-clip-length = { $length } de { $cap }
riff-clip-silent = sin sonido
riff-check-pass = Correcto:
riff-check-warn = Atención:
riff-check-fail = No se puede:
riff-settings = Ajustes de este riff
riff-change = Cambiar
riff-character = Personaje
riff-character-auto = Automático · una persona generada por IA
riff-characters-each = { $count ->
    [one] { $count } vídeo, uno por personaje.
   *[other] { $count } vídeos, uno por personaje.
}
riff-product = Producto
riff-product-none = Ninguno
riff-product-edit = Editar
riff-product-staged = { $count ->
    [0] Nuevo: se crea cuando confirmes, sin imágenes.
    [one] Nuevo: se crea cuando confirmes, con { $count } imagen.
   *[other] Nuevo: se crea cuando confirmes, con { $count } imágenes.
}
riff-product-lost = { $count ->
    [one] La imagen { $names } era un archivo y no se conserva. Elígela de nuevo.
   *[other] Las imágenes { $names } eran archivos y no se conservan. Elígelas de nuevo.
}
riff-product-lost-choose = Elegir de nuevo
riff-visibility = En el vídeo
riff-on-camera = En pantalla
riff-on-camera-advice = Se sostiene, se escanea o se enseña. Para comida, cosmética, objetos pequeños o cuando el envase es el gancho.
riff-off-camera = Fuera de pantalla
riff-off-camera-advice = Solo en subtítulos, voz y texto. Para apps, webs, servicios y lo que no se puede llevar en la mano.
riff-language = Idioma
riff-language-default = El del servicio
riff-direction = Dirección creativa
riff-direction-example = Opcional. El momento que quieres, con tus palabras.
riff-text-count = { $length } / { $cap }
riff-text-over = { $over ->
    [one] Sobra { $over } carácter
   *[other] Sobran { $over } caracteres
}
riff-aid = Ayúdame a escribirla
riff-aid-beat = Momento del original
riff-aid-beat-example = el giro «¿espera, qué?» del 0:03
riff-aid-feature = Lo que enseñas
riff-aid-angle = Tu enfoque
riff-aid-feature-example = espuma con una sacudida
riff-aid-shift = El cambio que buscas
riff-aid-shift-example = «no necesito una máquina»
riff-aid-empty = No dice nada: «Que sea auténtico y muestre lo bueno del producto».
riff-hint = Pista del gancho
riff-hint-none = Nada todavía
riff-hint-not-used = No se usa con una plantilla: su análisis ya está hecho.
riff-hint-add = Añadir
riff-hint-hide = Quitar
riff-hint-example = Qué hizo funcionar el original, por ejemplo: «despegó por el giro del 0:03».
riff-plan = Un reel a partir de { $source }, con { $person }{ $product }{ $language }.
riff-plan-many = { $count } reels a partir de { $source }, uno con cada quien: { $person }{ $product }{ $language }.
riff-plan-in = , en { $language }
riff-plan-auto = una { $person }
riff-plan-person = persona generada por IA
riff-plan-more = { $count } más
riff-plan-on-camera = , con { $product } en pantalla
riff-plan-off-camera = , con { $product } solo en palabras
riff-plan-new-on-camera = , con el producto nuevo { $product } en pantalla
riff-plan-new-off-camera = , con el producto nuevo { $product } solo en palabras
riff-plan-directed = Manda tu dirección creativa.
riff-plan-empty = No se envía nada hasta que confirmes.
riff-plan-none-chosen = Elige un clip, un enlace o una plantilla para seguir.
riff-plan-direction-over = Acorta la dirección creativa para seguir.
riff-plan-hint-over = Acorta la pista del gancho para seguir.
riff-review = Revisar
riff-review-keys = Ctrl ↵
riff-review-keys-mac = ⌘ ↵

## Confirmación

confirm-title = Listo para el riff
confirm-source = Original
confirm-character = Personaje
confirm-character-auto = Automático (persona generada por IA)
confirm-videos = { $count ->
    [one] { $count } vídeo, uno por personaje
   *[other] { $count } vídeos, uno por personaje
}
confirm-product = Producto
confirm-product-none = Ninguno
confirm-product-on-camera = { $product }, en pantalla: se sostiene y se enseña
confirm-product-off-camera = { $product }, fuera de pantalla: solo en palabras
confirm-product-new = { $count ->
    [0] Nuevo: se crea cuando confirmes, sin imágenes
    [one] Nuevo: se crea cuando confirmes, con { $count } imagen
   *[other] Nuevo: se crea cuando confirmes, con { $count } imágenes
}
confirm-language = Idioma
confirm-direction = Dirección
confirm-hint = Pista del gancho
confirm-none = Ninguna
confirm-places = { $count ->
    [one] Esto hace un solo pedido. Pagas únicamente los segundos de vídeo que se generen.
   *[other] Esto hace un solo pedido de { $count } vídeos. Pagas únicamente los segundos de vídeo que se generen.
}
confirm-back = Volver
confirm-submit = Enviar
confirm-submitting = Enviando…
confirm-signing-in = Esperando a que inicies sesión…
confirm-after-sign-in = Sigue solo en cuanto inicies sesión.
confirm-agree-host = { $host } no es una dirección habitual de TikTok. Conozco este enlace y quiero usarlo.
confirm-near-size-cap = El clip ronda los 100 MB. Puede que el servicio lo rechace.
confirm-unknown-container = Este tipo de archivo no está en la lista del servicio. Puede que lo rechace.
confirm-ordered-before = Ya pediste un riff de este original { $ago }. Este sería otro más.
confirm-stale-template = El análisis de la plantilla no es el más reciente de Riffkit. Analizarla de nuevo suele dar un reel mejor.

## Cola

queue-empty = Todavía no has pedido nada
queue-empty-how = Lo que envíes desde la página Riff aparece aquí, con cada etapa hasta que el reel esté listo.
queue-to-riff = Empezar un riff
queue-in-progress = { $count } en curso. Puedes cerrar la ventana; el trabajo sigue.
queue-needs-you = { $count ->
    [one] { $count } te necesita.
   *[other] { $count } te necesitan.
}
queue-all-done = Nada en curso.
queue-pace = Se comprueba cada { $seconds } s mientras haya algo en marcha.
queue-looking = Se revisa la lista de Riffkit hasta que aparezca el pedido.
queue-asleep = Ahora no hay nada que comprobar.
queue-meta-character = Automático
queue-meta-product = sin producto
queue-meta-on-camera = { $product } en pantalla
queue-meta-off-camera = { $product } fuera de pantalla
queue-meta-started = empezó { $ago }
queue-meta-heard = última noticia { $ago }
queue-meta-ready = listo { $ago }
queue-meta-ended = terminó { $ago }
queue-stages = Etapas de { $title }
queue-stage-sent = Enviado
queue-stage-waits = Espera tu inicio de sesión
queue-stage-preparing = Primero el producto
queue-preparing = Primero se crea el producto nuevo. El pedido sale cuando está completo.
queue-resume = Continuar
queue-stage-sending = Enviando
queue-stage-sending-bytes = Enviando, { $sent } de { $total } MB
queue-stage-perhaps-sent = Quizá enviado
queue-stage-not-sent = No enviado
queue-stage-refused = Rechazado
queue-stage-given-up = Dado por perdido
queue-stage-queued = Esperando sitio
queue-stage-analyse = Análisis
queue-stage-analysing = Analizando
queue-stage-analysing-percent = Analizando, { $percent } %
queue-stage-analysed = Analizado
queue-stage-generate = Generación
queue-stage-generate-waits = Esperando para generar
queue-stage-generating = Generando
queue-stage-generating-percent = Generando, { $percent } %
queue-stage-generated = Generado
queue-stage-stopped = Detenido
queue-stage-cancelled = Cancelado
queue-stage-ready = Listo
queue-stage-saving = Guardando
queue-stage-saving-percent = Guardando, { $percent } %
queue-stage-saved = Guardado
queue-step = Nombre del paso según el servicio: { $step }
queue-note-busy = El servicio está en su límite de 10 a la vez. El tuyo empieza cuando acabe uno.
queue-note-long = Tarda más de lo normal. Se sigue comprobando, con menos frecuencia.
queue-note-unreachable = Ahora no se llega al servicio. Próximo intento en { $span }.
queue-note-unreachable-now = Ahora no se llega al servicio. Se está reintentando.
queue-note-vanished = Riffkit dice que ahora mismo no conoce este pedido. Se busca en su lista de tareas durante una hora.
queue-note-sign-in = Tu sesión ha terminado. El riff sigue; inicia sesión para ver cómo va.
queue-note-other-account = Se pidió con { $account } y ahora hay otra cuenta abierta. El riff sigue; inicia sesión como { $account } para ver cómo va.
queue-note-waits = Confirmado, pero aún sin enviar: saldrá solo cuando inicies sesión.
queue-sign-in = Iniciar sesión
queue-said = El servicio dice: { $detail }
queue-failed = El servicio no pudo terminar este reel.
queue-dead = El servicio se reinició a mitad y perdió este reel.
queue-look-again = Mirar otra vez
queue-give-up = Darlo por perdido…
queue-give-up-sure = ¿Dar este pedido por perdido? Si Riffkit lo aceptó al final, allí sigue y se cobra igual.
queue-give-up-yes = Sí, darlo por perdido
queue-give-up-no = Conservarlo
queue-cancel = Cancelar el envío
queue-top-up = Abrir la página de recarga
queue-use-again = Volver a usar el texto
queue-show = Ver
queue-hide = Ocultar
queue-hide-of = Ocultar { $title }
queue-show-of = Ver el reel de { $title }

## Biblioteca

library-count = { $count ->
    [0] Ningún reel
    [one] { $count } reel
   *[other] { $count } reels
}
library-count-saved = { $count ->
    [one] { $count } reel
   *[other] { $count } reels
}, { $saved } en tu disco
library-search = Buscar en textos y hashtags
library-since = Fecha
library-since-all = Cualquier fecha
library-since-week = Últimos 7 días
library-since-month = Últimos 30 días
library-since-quarter = Últimos 90 días
library-sort = Orden
library-sort-newest = Recientes primero
library-sort-oldest = Antiguos primero
library-refresh = Buscar reels nuevos
library-empty = Todavía no hay reels
library-empty-how = Cada riff, corto, carrusel y anuncio terminado llega aquí, con su texto y sus hashtags.
library-none-match = Ningún reel coincide
library-none-match-how = Prueba con menos palabras, otros filtros o un plazo más largo.
library-clear = Quitar los filtros
library-loading = Buscando tus reels…
library-signed-out = Inicia sesión para ver tus reels
library-signed-out-how = Tus reels los guarda Riffkit. Lo que ya guardaste sigue en este ordenador.
library-sign-in = Iniciar sesión
library-local-only = No se pudo volver a leer la lista. Esto es lo que se conoce en este ordenador.
library-reels = Tus reels
library-open = Abrir { $title }
library-open-saved = Abrir { $title }, guardado
library-folder = Los reels se guardan en { $folder }.
library-saved-mark = Guardado

## Un reel

reel-previous = Anterior en la lista
reel-next = Siguiente en la lista
reel-from = De { $source }
reel-made = hecho { $ago }
reel-is-saved = guardado
reel-caption = Texto
reel-no-caption = El servicio no dio ningún texto.
reel-hashtags = Hashtags
reel-copy-caption = Copiar texto
reel-copy-hashtags = Copiar hashtags
reel-copy-both = Copiar todo
reel-ordered = Lo que pediste
reel-source = Original
reel-language = Idioma
reel-direction = Dirección
reel-hint = Pista del gancho
reel-elsewhere = Este reel no se pidió desde este ordenador.
reel-save = Guardar
reel-save-as = Guardar como…
reel-save-copy = Guardar copia…
reel-show-folder = Mostrar en la carpeta
reel-open-player = Abrir en el reproductor
reel-not-saved = Aún sin guardar
reel-file-gone = { $name } ya no está en { $folder }.
reel-saving = Guardando, { $received } MB
reel-saving-of = Guardando, { $received } de { $total } MB
reel-save-waits = Esperando su turno
reel-save-cancel = Cancelar
reel-gone = Este reel ya no está aquí

## Transferencias

transfers-open = Transferencias
transfers-close = Cerrar
transfers-saving = { $count } guardándose
transfers-bytes = { $received } MB
transfers-bytes-of = { $received } de { $total } MB
transfers-speed = { $speed } MB/s
transfers-left = unos { $span }
transfers-waiting = Esperando su turno
transfers-done = Guardado como { $name }
transfers-cancelled = Cancelado. No quedó nada a medias.
transfers-cancel = Cancelar
transfers-cancel-of = Cancelar el guardado de { $title }
