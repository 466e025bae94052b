# Por qué no se hizo algo y qué hacer: una entrada por código.
# Los saldos y los costes se dicen en segundos de vídeo, nunca en créditos ni en dinero.
# La entrada -plain se usa cuando el servicio no dio los valores de la otra.

refusal-not-signed-in = No has iniciado sesión en Riffkit. Inicia sesión y esto seguirá donde estaba.
refusal-other-account = Esto se pidió con { $account } y ahora hay otra cuenta de Riffkit abierta. Inicia sesión como { $account } y seguirá donde estaba.
refusal-other-account-plain = Esto se pidió con una cuenta de Riffkit distinta de la que está abierta ahora. Inicia sesión con aquella y seguirá donde estaba.
refusal-sign-in-denied = El inicio de sesión se rechazó en el navegador. Empieza de nuevo si querías aprobarlo.
refusal-sign-in-expired = Nadie aprobó el inicio de sesión a tiempo y su código ya no sirve. Empieza de nuevo para obtener otro.
refusal-sign-in-invalid = Este inicio de sesión ya no se puede usar. Empieza de nuevo para obtener otro código.
refusal-sign-in-blocked = Algo entre este ordenador y Riffkit bloquea el inicio de sesión, como un proxy o la red de una empresa. Prueba con otra red o pregunta a quien la administra.
refusal-vault-choice-needed = Este ordenador no tiene llavero. Di dónde guardar tu sesión.
refusal-vault-failed = No se pudo leer o guardar tu sesión en su sitio. Desbloquea el llavero o elige otro lugar.
refusal-offline = No se puede llegar a Riffkit y no se le envió nada. Revisa tu conexión e inténtalo de nuevo.
refusal-bad-answer = La respuesta no vino de Riffkit; puede que la página de acceso de la red esté en medio. Abre cualquier página web para comprobarlo e inténtalo de nuevo.
refusal-service-failed = Riffkit tiene ahora un problema propio. Espera unos minutos e inténtalo de nuevo.
refusal-rate-limited = { $seconds ->
    [one] Riffkit pide una pausa breve. Inténtalo de nuevo dentro de { $seconds } segundo.
   *[other] Riffkit pide una pausa breve. Inténtalo de nuevo dentro de { $seconds } segundos.
}
refusal-rate-limited-plain = Riffkit pide una pausa breve. Inténtalo de nuevo dentro de un minuto.
refusal-too-many-submits = { $seconds ->
    [one] De este ordenador salieron diez pedidos en un minuto, el máximo que acepta Riffkit. El siguiente puede salir dentro de { $seconds } segundo.
   *[other] De este ordenador salieron diez pedidos en un minuto, el máximo que acepta Riffkit. El siguiente puede salir dentro de { $seconds } segundos.
}
refusal-too-many-submits-plain = De este ordenador salieron diez pedidos en un minuto, el máximo que acepta Riffkit. Inténtalo de nuevo dentro de un minuto.
refusal-not-enough-seconds = Este riff necesita unos { $needed } s de vídeo y te quedan { $available } s: faltan { $short } s. Recarga y vuelve a pedirlo.
refusal-not-enough-seconds-plain = No te quedan segundos suficientes para este riff. Recarga y vuelve a pedirlo.
refusal-not-enough-seconds-unknown = No te quedan segundos suficientes para este riff. Recarga y vuelve a pedirlo.
refusal-service-refused = Riffkit no aceptó este pedido y no se tomó nada. Dice: «{ $detail }»
refusal-service-refused-plain = Riffkit no aceptó este pedido ni dio un motivo; no se tomó nada. Revisa la fuente y los textos de tu plan.
refusal-forbidden = Tu cuenta de Riffkit no puede hacer esto. Riffkit dice: «{ $detail }»
refusal-forbidden-plain = Tu cuenta de Riffkit no puede hacer esto. Revisa tu suscripción en la web de Riffkit.
refusal-not-found = Riffkit ya no tiene esto. Puede que se haya borrado allí.
refusal-too-large-for-service = A Riffkit este clip le pareció demasiado grande. Expórtalo más pequeño o elige otro.
refusal-no-source = Aún no hay nada de lo que partir. Elige un clip o pega un enlace de TikTok.
refusal-clip-refused = Este clip no se puede enviar tal como está. Recórtalo o elige otro.
refusal-clip-gone = Este clip ya no está a mano. Elígelo de nuevo.
refusal-clip-changed = El archivo cambió, se movió o se borró después de elegirlo, así que no se envió. Elígelo de nuevo.
refusal-link-not-tiktok = Este no es un enlace a un vídeo de TikTok. Cópialo desde el menú Compartir del vídeo y pégalo aquí.
refusal-link-not-one-video = Este enlace lleva a un perfil o a una lista. Abre el vídeo que quieres y copia su enlace.
refusal-link-suspicious = Este enlace contiene un usuario, un puerto o una barra invertida, algo que los de TikTok nunca llevan. Cópialo otra vez desde el menú Compartir del vídeo.
refusal-link-host-unusual = Este enlace lleva a { $host }, que no es una dirección de TikTok. Acepta esa dirección si confías en ella, o usa el enlace del menú Compartir del vídeo.
refusal-link-host-unusual-plain = Este enlace lleva a una dirección que no es de TikTok. Usa el enlace del menú Compartir del vídeo.
refusal-text-too-long = { $field ->
    [hint] La pista del gancho supera en { $over } los 5000 caracteres. Acórtala.
   *[direction] La dirección creativa supera en { $over } los 5000 caracteres. Acórtala.
}
refusal-text-too-long-plain = Un texto supera los 5000 caracteres. Acórtalo.
refusal-text-damaged = Un carácter de tu texto se perdió por el camino y se ve como �. Escríbelo de nuevo.
refusal-language-unknown = Riffkit no hace vídeos en este idioma. Elige otro de la lista.
refusal-review-void = El plan cambió después de que lo vieras, así que no se envió. Revísalo una vez más.
refusal-in-doubt = El pedido salió, pero no llegó respuesta: puede que Riffkit lo haya aceptado. No se reenvía solo; la cola muestra qué pasa con él.
refusal-not-sent = El pedido se detuvo antes de salir del todo. Riffkit no tomó nada.
refusal-cancelled = Lo detuviste tú.
refusal-unknown = Esto no se conoce aquí; puede ser de otro servidor o haberse quitado de la lista.
refusal-folder-unwritable = No se puede guardar nada en { $folder }: { $detail }. Elige otra carpeta.
refusal-folder-unwritable-plain = No se puede guardar nada en esta carpeta. Elige otra.
refusal-disk-full = El reel necesita { $needed } MB y en el disco quedan { $free } MB. Haz sitio o elige otra carpeta.
refusal-disk-full-plain = En el disco no cabe este reel. Haz sitio o elige otra carpeta.
refusal-download-damaged = El reel no llegó entero, así que no se conservó. Guárdalo de nuevo.
refusal-journal-failed = Reelwright no puede llevar sus propias notas y sin ellas no envía nada. Comprueba que el disco no esté lleno e inténtalo de nuevo. ({ $detail })
refusal-journal-failed-plain = Reelwright no puede llevar sus propias notas y sin ellas no envía nada. Comprueba que el disco no esté lleno e inténtalo de nuevo.
refusal-auto-generate-no-balance = El clip se analizó, pero tus segundos se acabaron antes de empezar el vídeo. No se cobró nada; recarga y vuelve a pedirlo.
refusal-auto-generate-failed = El clip se analizó, pero no se empezó ningún vídeo ni se cobró nada. Riffkit dice: «{ $detail }»
refusal-auto-generate-failed-plain = El clip se analizó, pero no se empezó ningún vídeo ni se cobró nada.
refusal-template-not-ready = El análisis de esta plantilla no está terminado, así que no se puede hacer un riff con ella. Elige otra.
refusal-analysis-failed = El nuevo análisis de esta plantilla ha fallado. Riffkit dice: «{ $detail }». La plantilla sigue como estaba.
refusal-analysis-failed-plain = El nuevo análisis de esta plantilla ha fallado; la plantilla sigue como estaba.
refusal-batch-needs-template = Varios vídeos a la vez se hacen con una plantilla. Elige una.
refusal-character-not-ready = { $name } aún no puede actuar: ninguna imagen suya ha pasado la revisión de Riffkit. Elige otro personaje o termina este en los ajustes de Riffkit.
refusal-character-not-ready-plain = Este personaje aún no puede actuar: ninguna imagen suya ha pasado la revisión de Riffkit. Elige otro.
refusal-product-name-missing = Ponle un nombre al producto.
refusal-product-description-missing = Describe el producto: es todo lo que Riffkit sabrá de él.
refusal-too-many-images = Un producto admite 8 imágenes. { $over ->
    [one] Quita una.
   *[other] Quita { $over }.
}
refusal-too-many-images-plain = Un producto admite 8 imágenes. Quita algunas.
refusal-image-name-missing = Ponle un nombre a { $file }. Sin nombre, la dirección creativa no puede pedir la imagen.
refusal-image-name-missing-plain = Ponle un nombre a cada imagen. Sin él, la dirección creativa no puede pedirla.
refusal-image-name-taken = Dos imágenes se llaman «{ $name }». Cambia el nombre de una.
refusal-image-name-taken-plain = Dos imágenes tienen el mismo nombre. Cambia el de una.
refusal-image-id-reserved = Riffkit se reserva el id de imagen «{ $id }». Elige otro o déjalo vacío.
refusal-image-id-reserved-plain = Riffkit se reserva este id de imagen. Elige otro o déjalo vacío.
refusal-image-kind-unknown = { $file } no es por dentro ni JPG, ni PNG, ni WebP, diga lo que diga su nombre. Elige otra.
refusal-image-kind-unknown-plain = Por dentro no es ni JPG, ni PNG, ni WebP, diga lo que diga su nombre. Elige otra.
refusal-image-too-large = { $file } ocupa { $megabytes } MB; Riffkit acepta imágenes de hasta 50 MB. Elige o exporta una más pequeña.
refusal-image-too-large-plain = Riffkit acepta imágenes de hasta 50 MB. Elige o exporta una más pequeña.
refusal-image-url-not-public = Riffkit solo busca imágenes en direcciones públicas (http o https, sin inicio de sesión). Revisa la dirección.
refusal-file-gone = { $file } ya no está, o cambió después de que lo eligieras. Elígelo de nuevo.
refusal-file-gone-plain = El archivo ya no está, o cambió después de que lo eligieras. Elígelo de nuevo.
refusal-file-refused = { $file } no sirve como material de referencia: Riffkit acepta vídeos de hasta 100 MB e imágenes de hasta 50 MB. Elige otro.
refusal-file-refused-plain = Como material de referencia, Riffkit acepta vídeos de hasta 100 MB e imágenes de hasta 50 MB. Elige otro.
refusal-product-unfinished = El producto nuevo no se pudo escribir entero, así que el pedido no ha salido y no se cobró nada. Lo escrito se conserva; al seguir se envía el resto y luego el pedido.
refusal-daily-limit = Tu cupo de hoy se ha agotado. Mañana empieza otra vez, o el dueño de tu equipo puede ampliarlo.
refusal-subscription-required = Riffkit pide una suscripción para hacer esto. Puedes conseguirla en su propio sitio.
refusal-cannot-cancel = Ya terminó o está en su último paso, así que no se puede cancelar.
refusal-cannot-retry = Riffkit no acepta repetirlo. Dice: «{ $detail }»
refusal-cannot-retry-plain = Solo se puede repetir lo que falló en las últimas 24 horas. Pídelo de nuevo.
refusal-retry-void = La tarea ha cambiado desde que la miraste, así que no se envió nada. Mírala otra vez.
refusal-engine-failed = El motor de vídeo de Riffkit falló: «{ $detail }» Nada se repite por sí solo.
refusal-engine-failed-plain = El motor de vídeo de Riffkit falló. Nada se repite por sí solo.
refusal-date-unreadable = «{ $text }» no es una fecha que se pueda leer. Escríbela como 2026-11-30.
refusal-date-unreadable-plain = No es una fecha que se pueda leer. Escríbela como 2026-11-30.
refusal-internal = Algo falló en el propio Reelwright. En Ajustes hay un informe que ayuda a encontrarlo. ({ $detail })
refusal-internal-plain = Algo falló en el propio Reelwright. En Ajustes hay un informe que ayuda a encontrarlo.

# El texto del botón que lleva adelante.
next-sign-in = Iniciar sesión
next-top-up = Recargar
next-choose-another = Elegir otro
next-edit-plan = Cambiar el plan
next-try-again = Intentar de nuevo
next-open-queue = Ver en la cola
next-choose-folder = Elegir carpeta
next-choose-vault = Decir dónde guardarla
next-review-again = Revisar de nuevo
next-resume = Seguir
next-open-service = Abrir Riffkit

# Lo que se vio al mirar un clip.
clip-missing = Aquí no hay ningún archivo.
clip-dead-link = Este acceso directo lleva a un archivo que ya no está.
clip-folder = Esto es una carpeta. Elige un vídeo que esté en ella.
clip-not-a-file = Esto no es un archivo que se pueda leer.
clip-no-permission = No tienes permiso para leer este archivo.
clip-unreadable = No se pudo leer el archivo: { $detail }.
clip-unreadable-plain = No se pudo leer el archivo.
clip-empty = El archivo está vacío.
clip-image = Esto es una imagen. Un riff necesita un vídeo.
clip-no-video = Este archivo tiene sonido, pero no imagen. Un riff necesita un vídeo.
clip-not-video = Esto no es un vídeo, o es de un tipo que no se reconoce.
clip-truncated = El vídeo está cortado: le falta el final. Cópialo o expórtalo de nuevo.
clip-broken = El vídeo está dañado por dentro ({ $detail }). Expórtalo de nuevo.
clip-broken-plain = El vídeo está dañado por dentro. Expórtalo de nuevo.
clip-too-large = { $size_mb } MB supera en { $over_mb } MB los 100 MB que acepta Riffkit. Expórtalo más pequeño.
clip-too-large-plain = Supera los 100 MB que acepta Riffkit. Expórtalo más pequeño.
clip-near-size-cap = { $size_mb } MB roza el límite de 100 MB, así que Riffkit puede rechazarlo.
clip-near-size-cap-plain = Roza el límite de 100 MB, así que Riffkit puede rechazarlo.
clip-too-long = { $seconds } s supera en { $over } s los { $cap } s que acepta Riffkit. Recórtalo.
clip-too-long-plain = Es más largo de lo que acepta Riffkit. Recórtalo.
clip-unknown-container = Riffkit no menciona { $container } entre los tipos que acepta, así que puede rechazar este clip.
clip-unknown-container-plain = Riffkit no menciona este tipo de archivo entre los que acepta, así que puede rechazar este clip.
clip-no-length = No se puede saber cuánto dura este vídeo. Expórtalo como MP4.
refusal-over-limit = { $period ->
    [day] Con esto podrías llegar hoy a { $would_be } s. Tu límite al día es de { $limit } s.
    [month] Con esto podrías llegar este mes a { $would_be } s. Tu límite al mes es de { $limit } s.
   *[order] Esto puede costar hasta { $would_be } s. Tu límite por pedido es de { $limit } s.
}
refusal-over-limit-plain = Esto supera un límite que has puesto.
refusal-trash-failed = Los archivos no se pudieron mover a la papelera; siguen donde estaban. { $detail }
refusal-trash-failed-plain = Los archivos no se pudieron mover a la papelera; siguen donde estaban.
refusal-order-vanished = Riffkit lleva una hora sin saber nada de este pedido, ni siquiera en su lista de tareas. Si vuelve a aparecer, mira otra vez: no se pide nada de nuevo.
refusal-not-a-candidate = Ese lote no está entre los que se mostraron para este pedido. Mira la lista otra vez.
refusal-journal-set-aside = El diario de este equipo estaba dañado. Se conserva como { $file } y se ha empezado uno nuevo: lo que sabía de los pedidos en curso no está en el nuevo, así que mira lo que muestra el servicio antes de volver a enviar nada.
refusal-journal-set-aside-plain = El diario de este equipo estaba dañado. Se conserva y se ha empezado uno nuevo: lo que sabía de los pedidos en curso no está en el nuevo, así que mira lo que muestra el servicio antes de volver a enviar nada.
refusal-journal-too-new = El diario de este equipo lo escribió un Reelwright más nuevo. No se ha tocado nada: actualiza Reelwright para seguir.
