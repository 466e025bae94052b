# La ventana: barra lateral, diálogos, avisos, inicio de sesión, ajustes.

app-name = Reelwright
loading = Cargando
copied = Copiado
page-stopped = Esta página se detuvo de forma inesperada. Tus pedidos y tus reels están a salvo; solo lo que aún no habías enviado quizá tengas que escribirlo de nuevo.

## Barra lateral

rail-label = Páginas
rail-open-orders = { $count ->
    [one] { $count } en curso
   *[other] { $count } en curso
}
page-riff = Riff
page-queue = Cola
page-library = Biblioteca
page-templates = Plantillas
page-products = Productos
page-characters = Personajes
page-settings = Ajustes
service-riffkit = Riffkit
account-starting = Iniciando…
account-signed-out = Iniciar sesión
account-waiting = Esperando tu aprobación
account-signed-in = Sesión iniciada
account-sandbox = Pruebas

## Avisos

toasts-label = Mensajes
toast-reel-ready = Tu reel está listo
toast-show-reel = Ver
toast-dismiss = Descartar

## Imágenes y reproductor

player-play = Reproducir
player-failed = Este vídeo no se puede reproducir aquí.
player-open = Abrir en el reproductor

## Inicio de sesión

sign-in-asking-title = Iniciando sesión
sign-in-asking = Pidiendo un código a Riffkit…
sign-in-title = Aprueba en tu navegador
sign-in-how = Hemos abierto la página de Riffkit. Comprueba que muestra este código y pulsa Approve.
sign-in-how-no-browser = No se ha podido abrir el navegador. Copia el enlace, ábrelo allí, comprueba que muestra este código y pulsa Approve.
sign-in-code-label = Tu código
sign-in-waiting = Esperando tu aprobación…
sign-in-offline = Ahora mismo no hay conexión. El código sigue siendo válido; lo seguimos intentando.
sign-in-left = Quedan { $clock }
sign-in-copy = Copiar enlace
sign-in-open = Abrir de nuevo
sign-in-cancel = Cancelar
sign-in-ended-title = No has iniciado sesión
sign-in-again = Volver a intentarlo
sign-in-close = Cerrar
sign-in-done = Has iniciado sesión en Riffkit.

## Dónde se guarda la sesión

vault-title = ¿Mantener la sesión iniciada?
vault-why = Este equipo no tiene un llavero donde Reelwright pueda guardar tu sesión. Tu contraseña nunca forma parte de ella. Solo se pregunta una vez y puedes cambiarlo en Ajustes.
vault-memory = Solo hasta que cierre Reelwright
vault-memory-means = No se escribe nada en el disco. La próxima vez tendrás que iniciar sesión de nuevo.
vault-file = Guardarla en un archivo
vault-file-means = La sesión sigue iniciada. Solo tu usuario de este equipo puede leer el archivo; no está cifrado.

## Ajustes

settings-subtitle = Los cambios se aplican al momento.
settings-look = Ventana
settings-language = Idioma
settings-language-system = El del sistema ({ $name })
settings-theme = Apariencia
settings-theme-system = Sistema
settings-theme-light = Clara
settings-theme-dark = Oscura
settings-reels = Reels
settings-folder = Carpeta
settings-folder-change = Cambiar…
settings-pattern = Nombre de archivo
settings-pattern-example = Por ejemplo: { $name }
settings-pattern-unknown = { $part } se queda tal cual: solo se rellenan {"{date}"}, {"{title}"} y {"{id}"}.
settings-pattern-insert = Insertar { $part }
settings-pattern-title = Espuma en un solo gesto
settings-save = Guardar automáticamente
settings-save-note = Los reels terminados van a la carpeta en cuanto están listos.
settings-work = Mientras se crean los riffs
settings-pace = Consultar cada
settings-pace-value = { $seconds } s
settings-pace-note = Cada cuánto se pregunta al servicio por el progreso.
settings-notify = Avisarme
settings-notify-note = Una notificación del sistema cuando un reel está listo.
settings-account = Cuenta
settings-riffkit = Riffkit
settings-signed-in = Sesión iniciada
settings-signed-in-as = Sesión iniciada como { $email }
settings-signed-out = Sin sesión
settings-sign-in = Iniciar sesión
settings-sign-out = Cerrar sesión
settings-vault = La sesión se guarda
settings-vault-keychain = En el llavero del sistema
settings-vault-file = En un archivo que solo tú puedes leer
settings-vault-memory = Hasta que cierres Reelwright
settings-vault-undecided = Hasta que cierres Reelwright, salvo que digas otra cosa
settings-vault-change = Cambiar…
settings-server = Servicio
settings-server-sandbox = Entorno de pruebas
settings-server-sandbox-note = Practica en este equipo: sin cuenta, sin red y sin coste. Los reels llevan la marca «sandbox».
settings-server-live = Real
settings-server-live-note = El Riffkit de verdad, con tu cuenta. Cada riff gasta segundos de tu saldo.
settings-server-fixed = Esta sesión usa { $origin }, indicado por RIFFKIT_BASE_URL.
settings-no-ffmpeg = No se ha encontrado ffmpeg en este equipo, así que el entorno de pruebas responde a cada riff con el mismo reel de muestra.
live-title = ¿Pasar al servicio real?
live-restart = Reelwright se reinicia y se conecta a Riffkit.
live-account = Inicias sesión con tu propia cuenta de Riffkit.
live-cost = A partir de entonces, cada riff que envíes gasta segundos de tu saldo.
live-kept = Los pedidos y reels de prueba se quedan en el entorno de pruebas; los archivos guardados siguen donde están.
live-yes = Pasar al servicio real
sandbox-title = ¿Volver al entorno de pruebas?
sandbox-restart = Reelwright se reinicia y se conecta al entorno de pruebas de este equipo.
sandbox-cost = Nada de lo que hagas allí cuesta dinero ni llega a Riffkit.
sandbox-kept = Los riffs en curso continúan en Riffkit. Los verás de nuevo cuando vuelvas al servicio real.
sandbox-yes = Usar el entorno de pruebas
switch-cancel = Quedarme aquí
settings-about = Acerca de
settings-version = Versión
settings-report = Diagnóstico
settings-report-copy = Copiar informe
settings-report-show = Ver informe
settings-report-note = Datos sobre este programa y sus últimos errores, para quien te ayude. No contiene tu sesión ni enlaces con claves.
