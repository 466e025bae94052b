# Hubfluencer: lo que comparten sus páginas. Cuenta en créditos enteros propios.

service-hubfluencer = Hubfluencer
page-shorts = Cortos
page-carousels = Carruseles
page-editors = Editor
page-tokens = Tokens

## El token

hub-token-title = Tu token de Hubfluencer
hub-token-label = Pega tu token
hub-token-send = Usar este token
hub-token-checking = Comprobando…
hub-token-means = Con el token, Reelwright puede crear y leer vídeos con tu cuenta. Se guarda en el mismo lugar que tu inicio de sesión y solo se envía a Hubfluencer.
hub-token-get = Consigue un token en el sitio de Hubfluencer
hub-token-close = Cerrar

## La confirmación

hub-step-generate-short = ¿Crear este corto?
hub-step-generate-carousel = ¿Crear este carrusel?
hub-step-autopilot = ¿Dejar este anuncio al piloto automático?
hub-step-generate-scene = ¿Crear esta escena?
hub-step-regenerate-scene = ¿Volver a crear esta escena?
hub-step-generate-scenes = ¿Crear todas las escenas?
hub-step-generate-voice = ¿Locutar la narración?
hub-step-generate-music = ¿Crear la música?
hub-step-render = ¿Renderizar este anuncio?
hub-step-unlock-assists = ¿Comprar más ayudas?
hub-step-what = Qué
hub-step-scope = Tamaño
hub-step-slides = { $count ->
    [one] { $count } lámina
   *[other] { $count } láminas
}
hub-step-scenes = { $count ->
    [one] { $count } escena
   *[other] { $count } escenas
}
hub-step-assists = { $count ->
    [one] { $count } ayuda
   *[other] { $count } ayudas
}
hub-step-cost = Coste
hub-step-balance = Saldo
hub-step-balance-unknown = Hubfluencer no lo ha dicho
hub-step-left = { $count ->
    [one] Después queda { $count }
   *[other] Después quedan { $count }
}
hub-step-pricing = Preguntando el precio…
hub-step-after = Es la única pregunta: después no se pregunta nada más y nada se paga dos veces.
hub-step-back = Volver
hub-step-look-again = Mirar otra vez
hub-step-yes = { $count ->
    [one] Sí, por { $count } crédito
   *[other] Sí, por { $count } créditos
}
hub-step-yes-free = Sí, gratis
hub-step-yes-plain = Sí
hub-step-taking = Enviando…
hub-caution-not-enough = { $missing ->
    [one] Falta { $missing } crédito, así que Hubfluencer lo rechazaría.
   *[other] Faltan { $missing } créditos, así que Hubfluencer lo rechazaría.
}
hub-caution-price = No se ha podido preguntar el precio a Hubfluencer. Este es el de sus condiciones; nunca cobra más sin preguntar.
hub-caution-replaces = Esto ya se creó antes. Lo que hay se sustituirá; lo que guardaste se queda.
hub-buy-credits = Comprar créditos en el sitio de Hubfluencer

## Pasos de pago sin cerrar

hub-purchase-asking-again = Tu encargo salió, pero la respuesta se perdió por el camino. Se pide otra vez con el mismo número, así que nada se paga dos veces.
hub-purchase-next = Próximo intento en { $span }.
hub-purchase-ask-now = Preguntar ahora
hub-purchase-in-doubt = Tu encargo salió, pero no hubo respuesta, y no es seguro volver a pedirlo. Mira si se aceptó antes de encargarlo de nuevo.
hub-purchase-look = Mirar
hub-purchase-give-up = No se aceptó

## Créditos y ayudas

hub-free = gratis
hub-credits = { $count ->
    [one] { $count } crédito
   *[other] { $count } créditos
}
hub-balance = { $count ->
    [one] Queda { $count } crédito
   *[other] Quedan { $count } créditos
}
hub-balance-unknown = Saldo aún desconocido
hub-assists-left = { $of ->
    [one] Queda { $count } de { $of } ayuda
   *[other] Quedan { $count } de { $of } ayudas
}
hub-assists-reset = de nuevo en { $span }
hub-assists-unknown = Ayudas aún desconocidas
hub-assists-more = { $cost ->
    [one] { $batch } más por { $cost } crédito
   *[other] { $batch } más por { $cost } créditos
}
hub-assists-more-plain = Más ayudas
hub-assist-one = 1 ayuda
hub-assist-busy = escribiendo…

## Imágenes

hub-image-choose = Elegir una imagen
hub-image-replace = Sustituir
hub-image-kinds = JPG o PNG, hasta 20 MB. También puedes soltarla aquí.
hub-image-sending = Enviando la imagen
hub-image-description = Qué muestra (opcional)
hub-image-description-example = Botella blanca con tapón de madera

## Campos

hub-count-of = { $length } / { $most }
hub-fault-too-short = { $least ->
    [one] Al menos { $least } carácter.
   *[other] Al menos { $least } caracteres.
}
hub-fault-too-long = { $over ->
    [one] { $over } carácter por encima de los { $most } que admite.
   *[other] { $over } caracteres por encima de los { $most } que admite.
}
hub-fault-missing = Esto hace falta.
hub-fault-range = Entre { $least } y { $most }.
hub-fault-value = Hubfluencer no conoce «{ $value }» aquí.
hub-tag-remove = Quitar { $tag }
hub-saved = Guardado
hub-saving = Guardando…
hub-kept-here = Aún sin guardar. Tus palabras quedan en este equipo y se envían en cuanto se pueda.

## Mientras algo se crea

hub-elapsed = { $span } hasta ahora
hub-heard = última noticia: { $ago }
hub-taking-long = Tarda más de lo normal: { $minutes } min hasta ahora. Sigue adelante, y Reelwright mira una vez por minuto.
hub-look-now = Mirar ahora
hub-unreachable = Ahora no se puede llegar a Hubfluencer. Allí sigue su curso; próxima mirada en { $span }.
hub-making-token = En Hubfluencer sigue su curso, pero para verlo hace falta tu token otra vez.
hub-ready-short = Tu corto está listo
hub-ready-carousel = Tu carrusel está listo
hub-ready-editor = Tu anuncio está listo

## Guardar

hub-save = Guardar
hub-save-label = Guardando
hub-saved-as = Guardado como { $name }
hub-in-library = Ver en la biblioteca

## Listas y páginas de proyectos

projects-loading = Mirando…
projects-no-server = Hubfluencer no forma parte de esta sesión
projects-no-server-how = Este entorno de pruebas solo habla por Riffkit. Inicia uno con los dos servicios, o pasa a real en Ajustes.
projects-adopt = Abrir por nombre…
projects-adopt-title = ¿Hecho en otro lugar?
projects-adopt-means = Pega su dirección de Hubfluencer, o el nombre del final.
projects-adopt-take = Abrirlo aquí
hub-remove = Quitar
hub-close-any-time = Puedes cerrar Reelwright: sigue adelante y estará aquí cuando vuelvas.

## Por qué se rechazan palabras

hub-category-weapons = armas
hub-category-violence = violencia
hub-category-sexual = contenido sexual
hub-category-drugs = drogas
hub-category-deception = engaño
hub-category-hate = odio
hub-category-harassment = acoso
hub-category-self-harm = autolesión
hub-category-illegal = algo ilegal

## Tokens y cuenta

hub-token-other = Dar otro token
hub-token-sandbox = Usar el token del entorno de pruebas
hub-account-give = Dar un token
hub-account-none = Sin token
hub-account-lacks = Falta un permiso
hub-account-absent = No forma parte de esta sesión
hub-account-vault = Sesión iniciada con tu token
hub-account-environment = Sesión iniciada con el token de HUBFLUENCER_API_TOKEN
hub-account-sandbox = Sesión iniciada con el token del entorno de pruebas
settings-hub-server = Habla con { $origin }
settings-hub-lacks = A este token le falta { $scopes }. Algunas cosas se rechazan aquí hasta que des uno que lo tenga.
settings-hub-tokens = Gestionar tokens
settings-hub-tokens-means = Quién más puede usar tu cuenta, y cómo.
tokens-means = Cada uno permite a un programa usar tu cuenta de Hubfluencer sin tu contraseña.
tokens-loading = Leyendo tus tokens…
tokens-token-needed = Aquí estarán tus tokens
tokens-token-needed-how = Da uno que pueda gestionar tokens y aquí los verás, crearás y revocarás todos.
tokens-admin-needed = Tu token no puede gestionar tokens
tokens-admin-needed-how = Le falta «{ $scope }». En el sitio de Hubfluencer, con tu sesión iniciada, puedes crear uno que lo tenga y darlo aquí. Todo lo demás sigue funcionando con el que usas.
tokens-empty = Aún no hay tokens
tokens-empty-how = Crea uno para cada equipo o programa, así podrás revocarlo por separado.
tokens-create = Crear un token
tokens-create-title = Un token nuevo
tokens-create-send = Crear
tokens-creating = Creando…
tokens-create-in-doubt = La respuesta se perdió. Si ahora hay un token nuevo en la lista, su secreto ya no se puede mostrar: revócalo y crea otro.
tokens-name = Nombre (opcional)
tokens-name-example = Portátil del estudio
tokens-unnamed = Sin nombre
tokens-scopes = Qué puede hacer
tokens-scope-none = Elige al menos uno.
scope-read = Ver
scope-read-means = Proyectos, resultados, el saldo y las ayudas.
scope-generate = Crear y cambiar
scope-generate-means = Crear y editar proyectos, subir archivos y gastar créditos y ayudas.
scope-admin = Gestionar tokens
scope-admin-means = Ver todos los tokens, crear otros y revocar cualquiera. Dáselo solo a lo que sea de plena confianza.
scope-everything = Todo
tokens-used = usado { $ago }
tokens-never-used = nunca usado
tokens-made = creado { $ago }
tokens-made-title = Copia tu token nuevo
tokens-made-once = Hubfluencer lo muestra solo esta vez. Reelwright no lo guarda en ningún sitio, salvo que lo uses aquí: al cerrar esto, se olvida.
tokens-secret = El token
tokens-copy = Copiar el token
tokens-use = Usarlo en Reelwright
tokens-use-means = O deja que Reelwright inicie sesión con «{ $name }» desde ahora, en lugar del token que usa.
tokens-use-no-admin = O deja que Reelwright inicie sesión con «{ $name }» desde ahora, en lugar del token que usa. No puede gestionar tokens, así que esta página quedaría cerrada.
tokens-use-lacks = Reelwright podría iniciar sesión con él, pero no hacerlo todo: le falta { $lacking }.
tokens-in-use = Reelwright usa ahora el token nuevo.
tokens-not-copied = Aún no está copiado. Pulsa Esc otra vez para olvidarlo de todos modos.
tokens-made-close = Listo
tokens-revoke = Revocar
tokens-revoke-named = Revocar { $name }
tokens-revoke-title = ¿Revocar este token?
tokens-revoke-means = Lo que use «{ $name }» se queda fuera al instante. No se puede deshacer.
tokens-revoke-own = Podría ser el token que usa el propio Reelwright. Si lo es, se te pedirá otro, y lo que se está creando sigue en Hubfluencer.
tokens-revoke-no = Conservarlo
tokens-revoked = El token está revocado.

## Uso

hub-usage = Hubfluencer
hub-usage-token = Da tu token para ver los créditos y las ayudas.
hub-figure = { $count }
hub-usage-credits = Créditos
hub-usage-assists-left = Ayudas que quedan hoy
hub-usage-assists-used = Ayudas usadas hoy
hub-usage-heard = Última noticia: { $ago }. Los créditos son propios de Hubfluencer y no tienen que ver con los segundos de Riffkit.
hub-purchases = Pagado últimamente
hub-purchases-column-what = Qué
hub-purchases-column-credits = Créditos
hub-purchases-column-state = Estado
hub-purchases-column-when = Cuándo
hub-purchases-column-hide = Ocultar
hub-purchase-hide = Ocultar { $step }
hub-paid-generate-short = Corto
hub-paid-generate-carousel = Carrusel
hub-paid-autopilot = Anuncio con piloto automático
hub-paid-generate-scene = Escena
hub-paid-regenerate-scene = Escena, otra vez
hub-paid-generate-scenes = Todas las escenas
hub-paid-generate-voice = Voz
hub-paid-generate-music = Música
hub-paid-render = Renderizado
hub-paid-unlock-assists = Más ayudas
hub-paid-sending = enviándose
hub-paid-asking-again = respuesta perdida, se vuelve a pedir
hub-paid-taken = aceptado
hub-paid-refused = rechazado, sin cobro
hub-paid-not-sent = no enviado, sin cobro
hub-paid-in-doubt = en duda
hub-paid-given-up = no aceptado, según dijiste

## Biblioteca y cola

hub-kind-short = Corto
hub-kind-carousel = Carrusel
hub-kind-editor = Anuncio
library-service = Hecho por
library-service-all = Todo
library-mark = De Hubfluencer: { $kind }
library-open-hub = Abrir { $title }, de Hubfluencer
library-open-hub-saved = Abrir { $title }, de Hubfluencer, guardado
library-hub-empty = Aún no hay nada de Hubfluencer
library-hub-empty-how = Cada corto, carrusel y anuncio terminado llega aquí, con su texto y sus hashtags.
library-hub-begin = Crear un corto
reel-hub-project = Abrir su proyecto
reel-slide-choose = Lámina { $number } de { $count }
reel-slides-label = Láminas
reel-save-all = Guardar todo
reel-saved-set = { $count ->
    [one] { $count } imagen en { $folder }
   *[other] { $count } imágenes en { $folder }
}
queue-hub-making = { $count ->
    [one] Hubfluencer está creando { $count } proyecto:
   *[other] Hubfluencer está creando { $count } proyectos:
}
