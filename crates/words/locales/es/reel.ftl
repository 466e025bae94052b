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

cli-help-reel = Convierte vídeos cortos que funcionan en los tuyos, desde la línea de órdenes
cli-help-reel-json = Escribe un documento JSON en la salida estándar, también si algo falla
cli-help-reel-quiet = Por el camino dice solo lo imprescindible
cli-help-reel-live = Usa el servicio real, digan lo que digan los ajustes
cli-help-reel-words = El idioma de los textos: en, zh-Hans o es
cli-help-reel-version = Muestra la versión
cli-help-reel-help = Muestra esta ayuda
cli-help-exits =
    Códigos de salida: 0 hecho; 1 rechazado; 2 línea de órdenes incorrecta; 3 sin confirmar, no se
    envió nada; 4 sin iniciar sesión; 5 aún sin respuesta, se puede volver a mirar; 6 en duda,
    puede que el pedido se haya aceptado.
cli-help-login = Inicia sesión
cli-help-login-service = El servicio: riffkit
cli-help-login-no-browser = Escribe el enlace en vez de abrirlo
cli-help-logout = Olvida la sesión
cli-help-check = Mira un clip en este ordenador: qué es y si se puede enviar
cli-help-check-file = El clip
cli-help-riff = Pide un riff, lo sigue y guarda el reel
cli-help-riff-source = La ruta de un clip o el enlace de un vídeo de TikTok
cli-help-riff-language = El idioma del vídeo, como en o es
cli-help-riff-direction = La dirección creativa, hasta 5000 caracteres
cli-help-riff-hint = Qué hace que la fuente funcione, hasta 5000 caracteres
cli-help-riff-yes = Acepta el pedido sin preguntar
cli-help-riff-allow-host = Acepta un enlace de este servidor si no es de TikTok
cli-help-riff-save = Guarda los reels en esta carpeta
cli-help-queue = Muestra los pedidos de este ordenador, recién consultados
cli-help-queue-wait = Sigue hasta que terminen todos los pedidos
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
cli-note-busy = El servicio está en su límite de 10 a la vez. El tuyo empieza cuando acabe otro.
cli-note-long = Esto tarda más de lo habitual, así que ahora se consulta con menos frecuencia.
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
