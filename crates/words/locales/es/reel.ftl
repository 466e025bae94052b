# La línea de órdenes, `reel`. Las claves de la ayuda se componen: cli-help-<orden>-<argumento>.

cli-heading-usage = Uso
cli-heading-commands = Órdenes
cli-heading-arguments = Argumentos
cli-heading-options = Opciones
cli-heading-everywhere = Opciones de todas las órdenes

# Lo que representa un valor en la ayuda.
cli-value-options = OPCIONES
cli-value-command = ORDEN
cli-value-language = IDIOMA
cli-value-service = SERVICIO
cli-value-file = ARCHIVO
cli-value-source = FUENTE
cli-value-code = CÓDIGO
cli-value-text = TEXTO
cli-value-host = SERVIDOR
cli-value-folder = CARPETA
cli-value-reel = REEL
cli-value-pace = RITMO
cli-value-name = NOMBRE
cli-value-seconds = SEGUNDOS
cli-value-rate = VELOCIDAD

cli-help-reel = Convierte vídeos cortos que funcionan en los tuyos, desde la línea de órdenes
cli-help-reel-json = Escribe un documento JSON en la salida estándar, también si algo falla
cli-help-reel-quiet = Por el camino dice solo lo imprescindible
cli-help-reel-live = Usa el servicio real, digan lo que digan los ajustes
cli-help-reel-limit-rate = El máximo de bytes por segundo, en cada sentido: 500k, 2m
cli-help-reel-words = El idioma de los textos: en, zh-Hans o es
cli-help-reel-version = Muestra la versión
cli-help-reel-help = Muestra esta ayuda
cli-help-exits =
    Códigos de salida: 0 hecho; 1 rechazado; 2 línea de órdenes incorrecta; 3 sin confirmar, no se
    envió nada; 4 sin iniciar sesión; 5 aún sin respuesta, se puede volver a mirar; 6 en duda,
    puede que el pedido se haya aceptado.
cli-help-login = Inicia sesión
cli-help-login-service = El servicio: riffkit o hubfluencer
cli-help-login-no-browser = Escribe el enlace en vez de abrirlo
cli-help-logout = Olvida la sesión
cli-help-check = Mira un clip en este ordenador: qué es y si se puede enviar
cli-help-check-file = El clip
cli-help-riff = Pide un riff, lo sigue y guarda el reel
cli-help-riff-source = La ruta de un clip, el enlace de un vídeo de TikTok o el id de una plantilla
cli-help-riff-language = El idioma del vídeo, como en o es
cli-help-riff-direction = La dirección creativa, hasta 5000 caracteres
cli-help-riff-hint = Qué hace que la fuente funcione, hasta 5000 caracteres
cli-help-riff-yes = Acepta el pedido sin preguntar
cli-help-riff-allow-host = Acepta un enlace de este servidor si no es de TikTok
cli-help-riff-save = Guarda los reels en esta carpeta
cli-help-queue = Mostrar lo que está abierto en este equipo, consultado al momento: pedidos, pasos de pago y proyectos
cli-help-queue-wait = Esperar hasta que todo haya terminado
cli-help-queue-save = Guardar en esta carpeta lo que esté listo, cada reel una sola vez
cli-help-queue-adopt = Decir que un pedido dudoso es este lote de Riffkit, uno de los que aparecen en la lista
cli-help-queue-not-taken = Decir que un pedido dudoso no fue aceptado
cli-help-library = Muestra los reels terminados
cli-help-save = Guarda un reel de la biblioteca
cli-help-save-asset = El identificador del reel, tal como aparece en la biblioteca
cli-help-save-to = La carpeta donde guardarlo, en lugar de la de los ajustes
cli-help-save-file = El archivo con el que guardarlo
cli-help-sandbox = Ejecuta el sandbox: el servicio en este ordenador, sin cuenta ni red
cli-help-sandbox-data = La carpeta donde lo guarda todo
cli-help-sandbox-pace = Cuánto tarda un riff: instant, fast, normal, slow o un número de segundos
cli-help-sandbox-print-urls = Escribe dónde escucha, en una línea de JSON
cli-help-sandbox-fault = Falla en este punto, como riff-402; se puede repetir
cli-help-sandbox-balance = Segundos de vídeo de una cuenta nueva

# Una línea de órdenes que no se puede seguir.
cli-wrong = No se entiende esta línea. `reel --help` muestra lo que se puede escribir.
cli-wrong-no-command = Falta una orden. `reel --help` las muestra.
cli-wrong-command = No existe la orden «{ $argument }». `reel --help` las muestra.
cli-wrong-argument = Aquí no se entiende «{ $argument }». Añade --help para ver qué se puede escribir.
cli-wrong-missing = Falta algo: { $argument }. Añade --help para ver cómo se escribe.
cli-wrong-no-value = { $argument } necesita un valor. Añade --help para ver cuáles hay.
cli-wrong-value = «{ $value }» no es un valor para { $argument }. Añade --help para ver cuáles hay.
cli-wrong-conflict = { $argument } no se puede usar junto con otra de estas opciones. Añade --help para ver cómo se escribe.
cli-server-wrong = La dirección del servidor no se puede usar. { $detail }

cli-sandbox-used = Se usa el sandbox de este ordenador: nada cuesta y nada sale de él. Añade --live para usar el servicio real.
cli-sandbox-failed = No se pudo iniciar el sandbox: { $detail }
cli-sandbox-listens = El sandbox escucha en { $url } y lo guarda todo en { $data }. Detenlo con Ctrl+C.
cli-sandbox-stopped = El sandbox se ha detenido. Lo que guarda queda para la próxima vez.

cli-login-offer = No has iniciado sesión en Riffkit. ¿Iniciarla ahora? [s/N]
cli-login-open = Abre este enlace y pulsa Approve (aprobar):
cli-login-code = Comprueba antes que la página muestra este código: { $code }
cli-login-done = Has iniciado sesión.
cli-login-done-as = Has iniciado sesión como { $email }.
cli-login-memory = No se indicó dónde guardar la sesión, así que termina con esta orden.
cli-login-stopped = Se detuvo el inicio de sesión. No hay ninguna sesión abierta.
cli-logout-done = Has cerrado la sesión. Lo guardado en el disco se queda.

cli-vault-ask =
    Este ordenador no tiene llavero. ¿Dónde se guarda tu sesión?
      1  en un archivo que solo tú puedes leer
      2  en ningún sitio: termina con esta orden
    Escribe 1 o 2:
cli-vault-script = Este ordenador no tiene llavero y no hay nadie a quien preguntar. Pon { $variable } en file o memory para decir dónde se guarda la sesión.

# Cualquiera de estas palabras es un sí, en minúsculas.
cli-yes-words = s si sí y yes

cli-plan = Todo listo:
cli-plan-source = Fuente
cli-plan-character = Personaje
cli-plan-product = Producto
cli-plan-language = Idioma
cli-plan-direction = Dirección creativa
cli-plan-hint = Pista del gancho
cli-plan-auto = Automático, una persona generada por IA
cli-plan-none = nada
cli-plan-ordered-before = Pediste esta fuente hace poco.
cli-riff-ask = ¿Enviar este pedido? Gasta segundos de vídeo. [s/N]
cli-riff-ask-host = Este enlace lleva a { $host }, que no es una dirección de TikTok. ¿Usarlo de todos modos? [s/N]
cli-not-confirmed = No confirmaste, así que no se envió nada.
cli-not-confirmed-script = Un pedido gasta segundos de vídeo y no hay nadie que lo confirme, así que no se envió nada. Añade --yes para aceptarlo de antemano.

cli-progress-sending = Enviando
cli-progress-sending-of = Enviando, { $sent } de { $total }
cli-progress-queued = Esperando turno
cli-progress-analysing = Analizando la fuente
cli-progress-analysing-percent = Analizando la fuente, { $percent } %
cli-progress-analysed = Analizada; ahora viene el vídeo
cli-progress-generating = Generando el vídeo
cli-progress-generating-percent = Generando el vídeo, { $percent } %
cli-progress-saving = Guardando
cli-progress-saving-of = Guardando, { $received } de { $total }
cli-progress-awaiting-network = Esperando a que haya red
cli-progress-awaiting-server = Esperando a que el servidor responda bien
cli-note-busy = El servicio está en su límite de 10 a la vez. El tuyo empieza cuando acabe otro.
cli-note-long = Esto tarda más de lo habitual, así que ahora se consulta con menos frecuencia.
cli-note-vanished = Riffkit no conoce este pedido ahora mismo. Se busca en la lista de tareas.
cli-note-unreachable = Ahora no se puede llegar al servicio. Se vuelve a intentar solo.

cli-order-failed = El servicio terminó este pedido sin ningún reel.
cli-order-failed-because = El servicio terminó este pedido sin ningún reel. Dice: «{ $cause }»
cli-order-cancelled = Este pedido se canceló. Los segundos ya generados se cobran.

cli-stopped = Detenido. No se envió nada.
cli-stopped-nothing-taken = Detenido a tiempo: el servicio no tomó nada.
cli-stopped-watching = Se dejó de mirar. El servicio sigue con el pedido; `reel queue` lo retoma.
cli-stopped-saving = Se dejó de guardar. No queda nada en el disco.

cli-check-ok = Se puede enviar.
cli-check-warn = Se puede enviar, pero el servicio puede rechazarlo.
cli-check-refused = No se puede enviar.

cli-library-empty = Aún no hay reels terminados.
cli-queue-empty = Aún no hay pedidos.
cli-queue-looks = Este pedido nunca tuvo respuesta. Se busca en las listas de Riffkit.
cli-queue-looking = Salió, pero no llegó respuesta. Se busca en las listas de Riffkit y aún puede aparecer allí.
cli-queue-looking-next = Salió, pero no llegó respuesta. Se busca en las listas de Riffkit y aún puede aparecer allí: vuelve a preguntar en { $span }.
cli-queue-unreadable = Salió, pero no llegó respuesta, y ahora no se pueden leer las listas de Riffkit. Inicia sesión o vuelve a preguntar más tarde.
cli-queue-other-account = Salió, pero no llegó respuesta. Se hizo con { $account }, y solo las listas de esa cuenta dicen si se aceptó: inicia sesión como { $account } y vuelve a preguntar.
cli-queue-account-unknown = Salió, pero no llegó respuesta, y no se sabe con qué cuenta se hizo: Riffkit aún no había dicho de quién era la sesión. En las listas de { $account } no está. Si se hizo con otra cuenta, inicia sesión con ella y vuelve a preguntar; si fue con esta, dilo así: reel queue --not-taken { $order }
cli-queue-account-unknown-plain = Salió, pero no llegó respuesta, y no se sabe con qué cuenta se hizo: Riffkit aún no había dicho de quién era la sesión. En las listas de la cuenta abierta ahora no está. Si se hizo con otra cuenta, inicia sesión con ella y vuelve a preguntar; si fue con esta, dilo así: reel queue --not-taken { $order }
cli-queue-not-taken = Salió, y { $span } después Riffkit seguía sin tenerlo: todo indica que no lo aceptó. Si estás de acuerdo, dilo así: reel queue --not-taken { $order }
cli-queue-several = Salió, pero no llegó respuesta, y podría ser uno de estos. Di cuál: reel queue --adopt { $order } LOTE
cli-queue-step-in-doubt = Puede que esté pagado y no se puede volver a preguntar sin riesgo. Mira en Hubfluencer; si no lo aceptó, dilo así: reel purchases --not-taken { $purchase }
cli-queue-project-works = Hubfluencer está trabajando en ello

cli-stage-queued = esperando turno
cli-stage-analysing = analizando
cli-stage-analysed = analizado
cli-stage-generating = generando
cli-state-awaiting-sign-in = espera tu inicio de sesión
cli-state-sending = enviando
cli-state-in-doubt = en duda
cli-state-ready = listo
cli-state-failed = fallido
cli-state-cancelled = cancelado
cli-state-refused = rechazado
cli-state-not-sent = no enviado
cli-state-given-up = abandonado

# El resto del servicio en la línea de órdenes.
cli-help-batch = Pide vídeos de una plantilla, uno por personaje, y guarda los reels
cli-help-batch-template = El id de la plantilla, como lo muestra `reel templates`
cli-help-riff-character = El id de un personaje; repítelo para un vídeo por cada uno
cli-help-riff-product = El id o el nombre de un producto
cli-help-riff-visibility = on_camera: el producto se ve; off_camera: solo se habla de él
cli-help-batch-character = El id de un personaje; repítelo para un vídeo por cada uno
cli-help-batch-product = El id o el nombre de un producto
cli-help-batch-visibility = on_camera: el producto se ve; off_camera: solo se habla de él
cli-help-batch-language = El idioma del vídeo, como en o es
cli-help-batch-direction = La dirección creativa, hasta 5000 caracteres
cli-help-batch-yes = Acepta el pedido sin preguntar
cli-help-batch-save = Guarda los reels en esta carpeta
cli-help-library-service = Solo los vídeos de este servicio: riffkit o hubfluencer
cli-help-library-character = Solo reels con este personaje; se puede repetir
cli-help-library-product = Solo reels con este producto; se puede repetir
cli-help-library-template = Solo reels de esta plantilla; se puede repetir
cli-help-library-window = Solo reels recientes: today, 7d, 30d o 90d
cli-help-library-sort = El orden: newest, oldest, character o product
cli-help-library-search = Palabras del título, del texto o de los hashtags
cli-help-library-limit = Cuántos como mucho
cli-help-templates = Muestra las plantillas con las que se puede hacer un riff, primero las públicas
cli-help-templates-search = Palabras del nombre
cli-help-templates-tag = Una etiqueta; se puede repetir
cli-help-templates-sort = El orden: used, newest u oldest
cli-help-templates-status = Cómo va el análisis: analyzed, collected o archived
cli-help-templates-limit = Cuántas como mucho
cli-help-templates-offset = Cuántas saltar
cli-help-template = Muestra una plantilla: qué pasa, qué se dice y se ve, y cuándo
cli-help-template-template = El id de la plantilla
cli-help-template-refresh = Hace que se analice de nuevo antes, y espera
cli-help-characters = Muestra los personajes y cuáles pueden actuar
cli-help-characters-wanted = A quién buscas, con tus palabras: quienes encajan van primero
cli-help-products = Muestra los productos con sus imágenes
cli-help-product = Escribe un producto o le añade una imagen
cli-help-product-create = Escribe un producto nuevo y luego sus imágenes, una tras otra
cli-help-product-create-name = El nombre del producto
cli-help-product-create-description = Qué es: todo lo que el servicio sabrá de él
cli-help-product-create-audience = Para quién es
cli-help-product-create-image = La ruta o dirección pública de una imagen y su nombre, como PATH=NAME; hasta 8
cli-help-product-add-image = Añade una imagen a un producto
cli-help-product-add-image-product = El id o el nombre del producto
cli-help-product-add-image-image = La ruta de la imagen, o su dirección pública
cli-help-product-add-image-name = El nombre de la imagen, con el que la dirección creativa la pide
cli-help-product-add-image-description = Qué muestra; si no lo escribes, lo hace el servicio
cli-help-product-add-image-usage-context = Cuándo usarla
cli-help-product-add-image-image-id = Un id propio
cli-help-product-add-image-mutable = Permite que el servicio cambie la imagen
cli-help-tasks = Muestra las tareas del servicio, primero las más nuevas
cli-help-tasks-status = Solo con este estado, como failed,dead; se puede repetir
cli-help-tasks-kind = Solo pipeline o analyze
cli-help-tasks-from = Desde este día, como 2026-11-30
cli-help-tasks-to = Hasta el final de este día
cli-help-tasks-by = Solo las de este miembro: su id o su correo
cli-help-tasks-limit = Cuántas como mucho, hasta 500
cli-help-tasks-offset = Cuántas saltar
cli-help-tasks-count = Solo contarlas, por tipo y estado
cli-help-task = Muestra una tarea
cli-help-task-task = El id de la tarea
cli-help-task-content = Muestra qué se extrajo de la fuente y qué se hizo con ello
cli-help-cancel = Cancela una tarea en cola o en marcha
cli-help-cancel-task = El id de la tarea
cli-help-retry = Repite una tarea fallida, a su coste completo
cli-help-retry-task = El id de la tarea
cli-help-retry-yes = Acepta el coste sin preguntar
cli-help-references = Muestra el material de referencia que subiste
cli-help-references-page = La página, desde la 1
cli-help-upload = Sube un vídeo o una imagen como material de referencia
cli-help-upload-file = El vídeo (hasta 100 MB) o la imagen (hasta 50 MB)
cli-help-upload-name = Su nombre, si no es el del archivo
cli-help-upload-notes = Notas
cli-help-upload-product = El producto al que pertenece, por id o nombre
cli-help-upload-character = El personaje al que pertenece, por id
cli-help-usage = Muestra los segundos que quedan y los usados
cli-help-usage-period = El periodo: today, 7d, 30d o 90d
cli-help-plans = Muestra los planes disponibles
cli-help-team = Muestra los miembros del equipo y lo que envió cada uno
cli-help-activity = Muestra lo que el servicio hizo y su contrato no dice
cli-help-diagnostics = Escribe un informe sobre este programa, sin secretos
cli-help-sandbox-openapi = Escribe a qué responde, como documento OpenAPI, sin ponerlo en marcha
cli-help-sandbox-service = Con --openapi: de quién, riffkit o hubfluencer
cli-help-sandbox-templates = Tantas plantillas más de las que tiene
cli-help-sandbox-reels = Tantos reels terminados de antes
cli-help-sandbox-past-days = Un pasado de tantos días de uso
cli-help-sandbox-team = La cuenta está en un equipo y puede usar tantos segundos al día; 0 es sin límite
cli-value-template = PLANTILLA
cli-value-character = PERSONAJE
cli-value-product = PRODUCTO
cli-value-visibility = VISIBILIDAD
cli-value-tag = ETIQUETA
cli-value-order = ORDEN
cli-value-batch = LOTE
cli-value-status = ESTADO
cli-value-count = NÚMERO
cli-value-image = IMAGEN
cli-value-task = TAREA
cli-value-type = TIPO
cli-value-date = FECHA
cli-value-user = USUARIO
cli-value-window = VENTANA
cli-value-period = PERIODO
cli-product-unknown = Ningún producto tiene el id o el nombre «{ $product }». `reel products` los muestra.
cli-source-unknown = «{ $source }» no es ni un archivo, ni un enlace, ni el id de una plantilla. `reel templates` muestra las plantillas.
cli-member-unknown = Nadie de este equipo tiene el correo «{ $email }». `reel team` muestra los miembros.
cli-templates-empty = Ninguna plantilla encaja.
cli-template-refreshing = Se está analizando de nuevo. No cuesta nada.
cli-template-public = pública
cli-template-stale = análisis antiguo
cli-template-no-extraction = El servicio aún no tiene una descripción.
cli-speech-on-camera = [en cámara]
cli-speech-voiceover = [voz en off]
cli-characters-empty = Aún no hay personajes. Se crean en los ajustes del propio servicio.
cli-characters-none-fit = Nadie encaja con estas palabras; se muestran todos como vienen.
cli-character-ready = puede actuar
cli-character-in-review = en revisión
cli-character-failed = revisión fallida
cli-character-no-avatar = sin avatar aún
cli-products-empty = Aún no hay productos. `reel product create` escribe uno.
cli-image-sent = Enviada: { $name }
cli-image-pending = se está escribiendo su descripción
cli-stopped-product = Parado. Lo escrito se queda; el resto no se envió.
cli-stopped-upload = Parado. No se subió nada.
cli-tasks-empty = Ninguna tarea encaja.
cli-retry-at-most = Puede costar hasta { $seconds }.
cli-retry-left = Te quedan { $seconds }.
cli-retry-ask = ¿Repetirla? Gasta segundos de vídeo. [y/N]
cli-cause-template = El análisis de su plantilla es antiguo. Arréglalo antes: reel template { $id } --refresh
cli-cause-product = El fallo habla de las imágenes del producto ({ $id }). Míralas antes.
cli-cause-character = El personaje { $id } ya no puede actuar.
cli-cause-failed-before = Ya ha fallado dos veces. Es probable que falle otra vez.
cli-recap-extracted = Qué pasa en la fuente
cli-recap-story = Historia
cli-recap-dialogue = Diálogo
cli-recap-caption = Texto
cli-recap-hashtags = Hashtags
cli-usage-left = Quedan
cli-usage-held = Retenidos por lo que se está haciendo
cli-usage-period = Usados en este periodo
cli-usage-today = Usados hoy
cli-usage-allowance = Cupo diario
cli-usage-plan = Plan
cli-usage-missing = Una parte no se pudo leer ahora.
cli-plans-empty = El servicio no muestra planes.
cli-plan-yours = el tuyo
cli-plan-not-for-sale = ahora no se puede comprar
cli-team-alone = Estás solo en tu espacio.
cli-member-limit = hasta { $seconds } al día
cli-references-empty = Aún no hay material de referencia.
cli-activity-empty = No se ha visto nada fuera de lo normal.
cli-contract-moved = El contrato del servicio ha avanzado: versión { $published }; este programa se hizo para la { $built }.
cli-anomaly-status = { $endpoint } respondió { $status }, que su contrato no tiene.
cli-anomaly-field = { $endpoint } respondió con el campo { $field }, que no debería estar.
cli-anomaly-failed-again = La tarea { $task } volvió a fallar tras dos intentos.
cli-anomaly-balance = El saldo bajó de { $from } a { $to } en un minuto, sin ningún pedido nuestro.
cli-plan-product-on-camera = { $name }, en cámara
cli-plan-product-off-camera = { $name }, solo en palabras
cli-plan-stale = El análisis de la plantilla es antiguo. Uno nuevo no cuesta nada: reel template { $id } --refresh
cli-plan-empty-wording = La dirección creativa tiene palabras que dicen poco. Nombrar un momento, una ventaja y un cambio de idea dice más.
cli-progress-preparing = Escribiendo el producto
cli-state-preparing = primero se escribe su producto
cli-template-used = { $count ->
    [one] usada una vez
   *[other] usada { $count } veces
}
cli-plan-characters = { $count ->
    [one] { $names }
   *[other] { $names }: { $count } vídeos, uno para cada uno
}
cli-plan-videos = { $count ->
    [one] un vídeo
   *[other] unos { $count } vídeos
}
cli-member-submitted = { $count ->
    [one] un riff
   *[other] { $count } riffs
}

# Ejemplos debajo de una ayuda.
cli-examples-riff =
    Ejemplos:
      reel riff clip.mp4 --direction "En la revelación, enseña nuestra taza" --save reels
      reel riff https://www.tiktok.com/@nombre/video/1234567890 --language es
      reel riff PLANTILLA --character PERSONAJE --product Taza --visibility on_camera
cli-examples-batch =
    Ejemplo:
      reel batch PLANTILLA --character PERSONAJE --character OTRO --save reels
cli-examples-product-create =
    Ejemplo:
      reel product create --name Taza --description "Mantiene el té caliente seis horas" --image taza.jpg="de frente" --image tapa.jpg="tapa"
cli-examples-product-add-image =
    Ejemplo:
      reel product add-image Taza lado.webp --name "de lado"
cli-examples-tasks =
    Ejemplos:
      reel tasks --status failed,dead --limit 10
      reel tasks --from 2026-11-01 --to 2026-11-30 --by nombre@example.com
      reel tasks --count
cli-examples-templates =
    Ejemplo:
      reel templates --search café --tag humor --sort newest
cli-examples-sandbox =
    Ejemplo:
      reel sandbox --pace fast --balance 300 --past-days 30 --print-urls
cli-wrong-utf8 = Una parte de esta línea no es texto UTF-8 y llegaría dañada. No se envió nada.
cli-product-ambiguous = Más de un producto se llama «{ $product }». Nómbralo por su id; `reel products` los muestra.
cli-product-audience = Para
cli-product-kept = El producto está ahí como { $id }. Escribirlo otra vez haría un segundo. Aún le faltan:
cli-product-go-on = Sigue con: reel product add-image { $id } ARCHIVO --name NOMBRE
cli-image-unnamed = sin nombre
cli-stopped-no-product = Parado. No se escribió ningún producto.
cli-left-product = Se dejó sin esperar la respuesta del servicio. `reel products` muestra lo que tiene.
cli-left-upload = Se dejó sin esperar la respuesta del servicio. `reel references` muestra lo que tiene.
cli-template-unknown = «{ $source }» no es el id de ninguna plantilla. `reel templates` muestra las plantillas.
cli-library-none-fit = Ningún reel encaja.
cli-references-page-empty = No hay nada en esta página.
cli-cancelled = Cancelada. Lo ya renderizado se cobra, y el paso en marcha llega a su fin.
cli-retry-not-confirmed-script = Repetir una tarea gasta segundos de vídeo y nadie está aquí para confirmarlo; no se pidió nada al servicio. Añade --yes para aceptarlo de antemano.
cli-retry-waits = Puede que ya se haya enviado; se espera su respuesta. Pulsa Ctrl+C otra vez para dejarlo en duda.
cli-task-cause = Causa
cli-task-step = Paso
cli-task-template = Plantilla
cli-task-visibility = Visibilidad
cli-task-reel = Reel
cli-tasks-total = todas
cli-plan-hint-left-out = Una plantilla ya está analizada; la pista sobre el gancho se deja fuera.
cli-plan-on-screen = Estas imágenes saldrán en pantalla: { $names }
cli-shown-of = Se muestran { $shown } de { $total }.
cli-stopped-refreshing = Se dejó de esperar. El servicio sigue con el análisis.
cli-stopping = Parando. Pulsa Ctrl+C otra vez para salir ya.
