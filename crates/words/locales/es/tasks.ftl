# Tareas, reintentos, resúmenes y los filtros de la biblioteca.

## Las pestañas de la cola

queue-tabs = Qué mostrar
queue-tab-orders = Pedidos
queue-tab-tasks = Todas las tareas
order-tasks = { $count ->
    [one] { $count } tarea
   *[other] { $count } tareas
}
order-task-open = Detalles

## La lista de tareas

tasks-means = Todo lo que se ha pedido a Riffkit, desde aquí o desde otro sitio.
tasks-list = Tareas
tasks-count = { $count ->
    [one] { $count } tarea, la más reciente primero
   *[other] { $count } tareas, las más recientes primero
}
tasks-by-status = Estado
tasks-all = Todas
tasks-kind = Tipo
tasks-kind-any = Vídeos y análisis
tasks-kind-videos = Vídeos
tasks-kind-analyses = Análisis
tasks-by = Enviada por
tasks-by-anybody = Cualquiera del equipo
tasks-by-me = { $email } (tú)
tasks-from = Desde
tasks-to = Hasta
tasks-day-example = 2026-11-30
tasks-clear = Quitar los filtros
tasks-loading = Leyendo las tareas de Riffkit…
tasks-signed-out = Inicia sesión para ver todas las tareas
tasks-signed-out-how = Esta lista la guarda Riffkit: incluye lo pedido en su web y, en un equipo, lo que pidieron los demás.
tasks-empty = Riffkit no tiene tareas tuyas
tasks-empty-how = Cada riff aparece aquí en cuanto Riffkit lo acepta.
tasks-none-match = Ninguna tarea coincide
tasks-none-match-how = Elige otro estado o un plazo más largo.

## Una tarea

task-one = Tarea
task-queued = En espera
task-running = En curso
task-completed = Terminada
task-failed = Fallida
task-dead = Perdida
task-cancelled = Cancelada
task-video = Vídeo
task-analysis = Análisis
task-submitted = enviada { $ago }
task-started = empezó { $ago }
task-ended = terminó { $ago }
task-on-camera = En pantalla
task-off-camera = Fuera de pantalla
task-no-product = Sin producto
task-failed-means = Riffkit no pudo terminarla.
task-dead-means = Riffkit se reinició a mitad y la perdió. Solo se recupera reintentándola.
task-too-late = Falló hace más de un día, así que Riffkit ya no la acepta otra vez. Pídela de nuevo.
task-progress = Progreso, según Riffkit
task-stale = Ahora no se ha podido volver a leer. Puede haber cambiado.
task-facts = Lo que se sabe de esta tarea
task-fact-template = Plantilla
task-fact-character = Personaje
task-fact-product = Producto
task-fact-visibility = Visibilidad
task-fact-language = Idioma
task-fact-segments = Segmentos
task-fact-by = Enviada por
task-fact-submitted = Enviada
task-fact-started = Empezó
task-fact-ended = Terminó
task-fact-took = Tardó
task-fact-batch = Lote
task-fact-id = Tarea
task-to-template = Ver la plantilla
task-copy-id = Copiar el identificador
task-reel = Ver el reel
task-reel-of = Ver el reel { $number }

## Cancelar

task-cancel = Cancelar…
task-cancel-title = ¿Cancelar esta tarea?
task-cancel-means = Lo que ya se ha generado se cobra y no se devuelve. El paso en marcha sigue hasta el final.
task-cancel-no = Dejar que siga
task-cancel-yes = Cancelar la tarea
task-cancel-busy = Cancelando…
task-cancel-done = La tarea está cancelada.

## Reintentar

task-retry = Reintentar…
retry-title = ¿Reintentar esta tarea?
retry-loading = Preguntando a Riffkit qué supone reintentarla…
retry-means = Al reintentarla se hace desde el principio. Cada segundo de vídeo que genere se vuelve a cobrar.
retry-at-most = Cuesta como mucho
retry-left = Te quedan
retry-unknown = no se sabe
retry-lacks = Puede que no te quede bastante. En ese caso Riffkit rechaza el reintento y no cobra nada por ello.
retry-causes = Arregla esto primero
retry-stale-template = El análisis de la plantilla está anticuado. Analízala de nuevo o puede volver a pasar lo mismo.
retry-to-template = Abrir la plantilla
retry-product-images = El fallo habla de las imágenes del producto. Mira si se ven bien y tienen el nombre correcto.
retry-to-product = Abrir el producto
retry-character = { $name } no puede actuar ahora, así que el reintento también fallaría.
retry-to-characters = Ver los personajes
retry-failed-before = Volvió a fallar tras dos reintentos. Otro difícilmente acabará mejor; pídelo de nuevo con otras opciones.
retry-no = Ahora no
retry-yes = Reintentar
retry-busy = Reintentando…
retry-done = Riffkit ha vuelto a aceptar la tarea.

## Qué se riffeó

recap-title = De dónde sale
recap-loading = Leyendo de dónde sale…
recap-extracted = Encontrado en el original
recap-rewritten = Escrito para tu reel
recap-none = Riffkit no guarda lo que escribió para este reel.

## Las pestañas y los filtros de la biblioteca

library-tabs = Qué mostrar
library-count-more = Más de { $count } reels
library-tab-reels = Reels
library-tab-material = Tu material
library-character = Personaje
library-any-character = Cualquier personaje
library-product = Producto
library-any-product = Cualquier producto
library-template = Plantilla
library-any-template = Cualquier plantilla
library-since-today = Hoy
library-sort-character = Por personaje
library-sort-product = Por producto

## Un reel

reel-version = Qué vídeo
reel-finished = Acabado
reel-raw = Sin editar
reel-to-task = Ver su tarea
reel-riff-again = Repetir el riff
reel-riff-again-title = ¿Sustituir lo que estás escribiendo?
reel-riff-again-means = La página Riff tiene texto que aún no has pedido. Este plan ocuparía su lugar.
reel-riff-again-no = Conservar mi texto
reel-riff-again-yes = Sustituirlo

## Material de referencia

material-means = Vídeos e imágenes que diste a Riffkit como referencia. Un riff no los necesita.
material-upload = Subir…
material-uploads = En camino
material-loading = Leyendo tu material de Riffkit…
material-kept = Ahora no se ha podido volver a leer. Esto es lo último que se leyó.
material-signed-out = Inicia sesión para ver tu material
material-signed-out-how = Lo que subes lo guarda Riffkit, junto a tus reels.
material-empty = Todavía no hay material
material-empty-how = Sube un vídeo o una imagen que muestre un estilo, un lugar o un producto. Un riff funciona sin ello.
material-sheet = Subir material de referencia
material-sheet-means = Un archivo cada vez. No cuesta nada.
material-choose = Elegir un archivo…
material-other = Elegir otro…
material-kinds = Un vídeo de hasta 100 MB o una imagen de hasta 50 MB.
material-image = Imagen
material-video = Vídeo
material-name = Nombre
material-name-example = El nombre del archivo
material-notes = Notas
material-notes-example = Qué muestra y para qué sirve
material-none = Ninguno
material-no = Ahora no
material-send = Subir
material-begun = La subida ha empezado.
material-sending = { $sent } de { $total } MB
material-cancel-of = Dejar de subir { $name }
material-dismiss = Descartar
material-again = Subir otra vez
