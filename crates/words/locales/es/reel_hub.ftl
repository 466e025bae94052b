# La parte de Hubfluencer en la línea de comandos. Cuenta en créditos enteros propios.
# Las claves de la ayuda se componen: cli-help-<comando>-<argumento>, o cli-help-hub-<argumento> para lo
# que significa lo mismo en todos estos comandos.

cli-value-value = VALOR
cli-value-slug = PROYECTO
cli-value-color = COLOR
cli-value-id = ID
cli-value-scene = ESCENA
cli-value-upload = CLIP
cli-value-scope = PERMISO

cli-help-login-token-stdin = Lee el token de Hubfluencer de la entrada estándar; sin esto lo pregunta el terminal y no muestra nada
cli-help-logout-service = El servicio: riffkit, si no se dice ninguno, o hubfluencer

cli-help-hub-slug = El nombre del proyecto, tal como lo dan las listas y create
cli-help-hub-yes = Acepta el coste sin que se pregunte
cli-help-hub-save = Guarda en esta carpeta lo que se haga
cli-help-hub-to = La carpeta donde guardarlo, en lugar de la de los ajustes
cli-help-hub-draft = Solo lo crea: no se paga nada
cli-help-hub-prompt = De qué trata
cli-help-hub-headline = El título en pantalla
cli-help-hub-subheadline = La segunda línea en pantalla, hasta 200 caracteres
cli-help-hub-format = La estructura: problem_solution, mistake_fix, myth_vs_reality, before_after, proof_demo o product_reveal
cli-help-hub-look = El estilo: kinetic_creator, premium_editorial, cinematic_product, ugc_realism, startup_explainer o luxury_minimal
cli-help-hub-theme = Un género; en un corto solo cuenta si no hay estilo
cli-help-hub-music-vibe = El ánimo de la música: Upbeat, Cinematic, Minimal, Luxury, Playful, Jazz o tu propia palabra
cli-help-hub-instrument = Un instrumento, como piano; se puede repetir o separar con comas
cli-help-hub-text-position = Dónde va el texto: top, bottom y, en medio, center en un corto y middle en un carrusel
cli-help-hub-text-animation = Cómo entra el texto: reveal, typewriter, fade_in, pop o bounce
cli-help-hub-font = La letra, como SpaceGrotesk, Montserrat, Anton, BebasNeue o PermanentMarker
cli-help-hub-write-text = Pide que escriban el texto en pantalla: una de las ayudas de hoy
cli-help-hub-product-image = Una imagen del producto, integrada en el vídeo: JPG o PNG, hasta 20 MB
cli-help-hub-product-description = Qué producto se ve, hasta 500 caracteres
cli-help-hub-poster = Una imagen final: cierra el corto, que entonces dura 14 s
cli-help-hub-logo = Un logotipo: JPG o PNG, hasta 20 MB
cli-help-hub-language = El idioma, como en o es
cli-help-hub-mode = creative o ad_driven
cli-help-hub-template = boldStatement, editorialStory o scrapbook; para anuncios featureGrid, offerCard o comparison
cli-help-hub-slides = Cuántas láminas, de 3 a 10
cli-help-hub-ratio = La forma, como 4:5, 1:1 o 9:16
cli-help-hub-accent = El color de acento, como #09EFBE
cli-help-hub-caption = El texto con que se publica, hasta 3.000 caracteres
cli-help-hub-hashtag = Una etiqueta; se puede repetir o separar con comas
cli-help-hub-scene = El identificador de la escena, tal como lo da reel editor show

cli-help-short = Haz un corto: una petición se convierte en un vídeo de 12 s
cli-help-short-list = Lista los cortos que conoce este ordenador
cli-help-short-show = Muestra un corto, consultado ahora
cli-help-short-edit = Cambia el estilo, el texto o las imágenes de un corto; un texto vacío quita lo que había
cli-help-short-generate = Haz un corto en borrador o que falló (15 créditos)
cli-help-short-save = Guarda un corto; si se está haciendo, lo espera
cli-help-short-remove = Quita un corto de la lista de este ordenador

cli-help-carousel = Haz un carrusel: una petición se convierte en láminas con texto y etiquetas
cli-help-carousel-list = Lista tus carruseles
cli-help-carousel-show = Muestra un carrusel y sus láminas, consultado ahora
cli-help-carousel-edit = Cambia un carrusel: todo antes de hacerlo; después, su texto y sus etiquetas
cli-help-carousel-generate = Haz un carrusel (un crédito por lámina)
cli-help-carousel-slide = Cambia gratis el texto de una lámina terminada
cli-help-carousel-slide-position = El número de la lámina
cli-help-carousel-slide-headline = Su título, hasta 120 caracteres
cli-help-carousel-slide-body = Su texto, hasta 600 caracteres
cli-help-carousel-slide-kicker = La línea pequeña sobre el título, hasta 40 caracteres
cli-help-carousel-restyle = Da gratis otro aspecto a un carrusel terminado
cli-help-carousel-restyle-logo-key = Un logotipo que Hubfluencer ya tiene, por su logo_s3_key
cli-help-carousel-delete = Borra un carrusel en Hubfluencer; lo que guardaste se queda
cli-help-carousel-save = Guarda las láminas de un carrusel; si se está haciendo, lo espera

cli-help-editor = Haz un anuncio de varias escenas, paso a paso o con el piloto automático
cli-help-editor-create = Crea un anuncio, gratis
cli-help-editor-create-voice = La voz, por su identificador
cli-help-editor-create-intent = Para qué es el anuncio
cli-help-editor-list = Lista los anuncios que conoce este ordenador
cli-help-editor-show = Muestra un anuncio con sus escenas y clips, consultado ahora
cli-help-editor-edit = Cambia la narración, la duración o el estilo de un anuncio
cli-help-editor-edit-narration = Lo que dice la voz, hasta 12.000 caracteres; - lo lee de la entrada estándar
cli-help-editor-edit-seconds = La duración que se busca, en segundos
cli-help-editor-autopilot = Deja que el piloto automático haga todo el anuncio
cli-help-editor-scenario = Pide que escriban el guion (una ayuda), o da el tuyo con --from
cli-help-editor-scenario-from = Un archivo con tu propio guion; - lo lee de la entrada estándar
cli-help-editor-scenario-scenes = Para cuántas escenas, de 3 a 10
cli-help-editor-apply-scenario = Convierte el guion en escenas, gratis
cli-help-editor-apply-scenario-scenes = Cuántas: 0, 3, 5, 7 o 10
cli-help-editor-scene = Añade, cambia, ordena o haz escenas
cli-help-editor-scene-add = Añade una escena al final, gratis
cli-help-editor-scene-add-prompt = Lo que se ve, hasta 2.000 caracteres
cli-help-editor-scene-edit = Cambia gratis lo que se ve en una escena
cli-help-editor-scene-edit-prompt = Lo que se ve, hasta 2.000 caracteres
cli-help-editor-scene-delete = Borra una escena
cli-help-editor-scene-order = Pon las escenas en este orden
cli-help-editor-scene-order-order = Los identificadores de todas las escenas, en su nuevo orden
cli-help-editor-scene-generate = Haz una escena (5 créditos)
cli-help-editor-scene-regenerate = Haz una escena otra vez (4 créditos)
cli-help-editor-scene-enhance = Pide que mejoren el texto de una escena (una ayuda)
cli-help-editor-scene-use = Muestra en una escena un clip tuyo o el vídeo de otra
cli-help-editor-scene-use-upload = El identificador del clip subido
cli-help-editor-scene-use-from = El identificador de la escena cuyo vídeo terminado se muestra
cli-help-editor-generate-scenes = Haz todas las escenas que faltan (4 créditos cada una, al menos 3 escenas)
cli-help-editor-suggest-scene = Pide que propongan la escena siguiente (una ayuda)
cli-help-editor-narration = Pide que escriban la narración (una ayuda)
cli-help-editor-voice = Pide que lean la narración (3 créditos)
cli-help-editor-voice-voice = La voz, por su identificador
cli-help-editor-music = Haz la música (5 créditos), o pide que propongan cómo describirla (una ayuda)
cli-help-editor-music-prompt = Cómo ha de ser la música; cuentan 1.200 caracteres
cli-help-editor-music-suggest = Solo propone cómo podría ser
cli-help-editor-upload = Sube un clip tuyo y espera hasta que se pueda colocar; Ctrl+C lo pausa y el mismo comando lo retoma
cli-help-editor-upload-file = El clip: MP4, MOV, WebM o MKV, hasta 500 MB y 5 minutos
cli-help-editor-upload-multipart = Lo envía en partes que se pueden retomar, sea cual sea su tamaño
cli-help-editor-upload-single = Lo envía de una vez, sea cual sea su tamaño
cli-help-editor-upload-fit = Cómo llena la forma: blur lo muestra entero, cover lo recorta
cli-help-editor-upload-checksum = Envía también su SHA-256, solo si va de una vez
cli-help-editor-uploads = Lista los clips de un anuncio
cli-help-editor-uploads-cancel = Abandona este: el almacén no se queda con nada
cli-help-editor-place = Coloca un clip subido en la línea de tiempo
cli-help-editor-place-upload = El identificador del clip subido
cli-help-editor-place-scene = Lo muestra en esta escena en lugar de en una nueva
cli-help-editor-image = Pon una imagen al anuncio
cli-help-editor-image-role = Qué es: product, closing o logo
cli-help-editor-image-file = La imagen: JPG o PNG, hasta 20 MB
cli-help-editor-image-description = Lo que muestra la imagen del producto, hasta 500 caracteres
cli-help-editor-placement = Di dónde se ve el producto en las escenas que faltan por hacer
cli-help-editor-placement-placement = throughout (siempre) o end (al final)
cli-help-editor-logo = Di cómo aparece el logotipo
cli-help-editor-logo-treatment = Cómo se dibuja
cli-help-editor-logo-position = Dónde aparece
cli-help-editor-logo-seconds = Cuánto se ve, en segundos
cli-help-editor-render = Monta el anuncio; las escenas que faltan se hacen antes (5 créditos cada una)
cli-help-editor-save = Guarda un anuncio; si se está haciendo, lo espera
cli-help-editor-remove = Quita un anuncio de la lista de este ordenador

cli-help-credits = Muestra los créditos que quedan en Hubfluencer
cli-help-assists = Muestra las ayudas de hoy en Hubfluencer, o compra más
cli-help-assists-unlock = Compra un lote más
cli-help-tokens = Lista, crea o revoca los tokens de acceso de Hubfluencer
cli-help-tokens-list = Lista tus tokens
cli-help-tokens-create = Crea un token; su secreto se escribe solo esta vez
cli-help-tokens-create-name = Un nombre para reconocerlo
cli-help-tokens-create-scope = Lo que puede hacer, como video:read; se puede repetir
cli-help-tokens-revoke = Revoca un token; quien lo use queda fuera
cli-help-tokens-revoke-id = El identificador del token
cli-help-sandbox-hub-credits = Créditos de Hubfluencer en una cuenta nueva
cli-help-purchases = Lista los pasos pagados de los últimos días en Hubfluencer
cli-help-purchases-not-taken = Di de este, que está en duda, que no se aceptó

cli-examples-short =
    Ejemplos:
      reel short --prompt "Una lámpara que despierta como un amanecer" --headline "Despierta mejor" --save .
      reel short --prompt "…" --look premium_editorial --product-image lamp.png --poster end.png --yes --save . --json
      reel short edit PROYECTO --font Anton     reel short generate PROYECTO --yes --save .
cli-examples-carousel =
    Ejemplos:
      reel carousel --prompt "Tres formas de servir café despacio" --slides 5 --ratio 4:5 --save .
      reel carousel slide PROYECTO 2 --headline "Más despacio"
      reel carousel restyle PROYECTO --template scrapbook --accent "#09EFBE" --save .
cli-examples-editor =
    Ejemplos:
      reel editor create --language en --prompt "Una lámpara plegable para viajar"
      reel editor autopilot PROYECTO --save .
      reel editor upload PROYECTO clip.mp4     reel editor place PROYECTO CLIP     reel editor render PROYECTO --save .

# Iniciar sesión.
cli-hub-login-done = Has iniciado sesión en Hubfluencer.
cli-hub-login-lacks = A este token le falta «{ $scope }», así que algunos comandos se rechazarán.
cli-hub-login-environment = HUBFLUENCER_API_TOKEN está definida: mientras lo esté, se usa su token y no el que se acaba de guardar.
cli-hub-login-sandbox = Se usa el token del propio sandbox: no vale nada en ningún otro sitio.
cli-hub-login-script = No hay nadie que escriba un token. Pásalo así: reel login hubfluencer --token-stdin
cli-hub-login-open = Hubfluencer necesita un token de acceso personal. ¿Abrir su web, donde se crean? [s/N]
cli-hub-login-ask = Pega el token (no se muestra):
cli-hub-token-how = Dalo con: reel login hubfluencer
cli-hub-logout-done = Has cerrado la sesión de Hubfluencer. Lo guardado en el disco se queda.
cli-hub-logout-environment = Este comando ha soltado el token, pero HUBFLUENCER_API_TOKEN lo traerá la próxima vez. Quítala para cerrar la sesión.

# Lo que cuesta.
cli-hub-cost = { $credits ->
    [0] Es gratis.
    [one] Cuesta { $credits } crédito.
   *[other] Cuesta { $credits } créditos.
}
cli-hub-cost-of = { $credits ->
    [0] Es gratis; tienes { $available }.
    [one] Cuesta { $credits } crédito; tienes { $available }.
   *[other] Cuesta { $credits } créditos; tienes { $available }.
}
cli-hub-ask = [s/N]
cli-hub-not-confirmed = No lo has confirmado, así que no se ha pagado nada.
cli-hub-not-confirmed-script = Esto puede costar créditos y no hay nadie que lo confirme, así que no se ha enviado nada. Añade --yes para aceptarlo de antemano.
cli-hub-waits = Puede que ya haya salido; se espera su respuesta. Pulsa Ctrl+C otra vez para dejarlo en duda.
cli-hub-asking-again = La respuesta se perdió por el camino. Se vuelve a pedir con el mismo número, así que nada se paga dos veces.
cli-hub-asking-goes-on = Aún no hay respuesta, así que puede haberse aceptado. El próximo comando de Hubfluencer sigue preguntando, y nada se paga dos veces; reel purchases muestra el resultado.
cli-hub-refunded = Los créditos han vuelto.

# Mientras se hace.
cli-hub-making-short = Haciendo el corto
cli-hub-making-slides = Haciendo las láminas
cli-hub-making-slides-of = Haciendo las láminas, { $done } de { $of }
cli-hub-making-scenes = Haciendo las escenas
cli-hub-making-scenes-of = Haciendo las escenas, { $done } de { $of } listas
cli-hub-making-voice = Leyendo la narración
cli-hub-making-music = Haciendo la música
cli-hub-autopilot = El piloto automático está trabajando
cli-hub-rendering = Montando el anuncio
cli-hub-processing = Ya está todo allí; Hubfluencer lo prepara
cli-hub-left = Sigue en Hubfluencer. Para esperarlo de nuevo: { $command }
cli-hub-failed = Hubfluencer no pudo hacerlo.
cli-hub-failed-because = Hubfluencer no pudo hacerlo. Dice: «{ $cause }»
cli-hub-stopped = Detenido. No se ha pagado nada; lo que cambió antes se queda.
cli-hub-kept = El proyecto está ahí: { $slug }
cli-hub-not-saved = Aún no está guardado. Para guardarlo: { $command }
cli-hub-removed = Ya no está en la lista de este ordenador. Hubfluencer aún lo tiene, y show lo recupera.
cli-hub-deleted = Borrado en Hubfluencer. Lo que guardaste se queda.
cli-hub-upload-paused = En pausa. El mismo comando sigue desde aquí.
cli-hub-upload-processing = Ya está todo en Hubfluencer, que sigue preparándolo. reel editor uploads muestra cuándo está listo.
cli-hub-upload-cancelled = Abandonado. Lo que el almacén tenga de él se retira.

# Listas.
cli-hub-shorts-none = Aún no hay cortos.
cli-hub-carousels-none = Aún no hay carruseles.
cli-hub-editors-none = Aún no hay anuncios.
cli-hub-uploads-none = Aún no hay clips.
cli-hub-purchases-none = No se ha pagado nada en los últimos días.
cli-hub-token-once = Este es el token. Se muestra solo esta vez y no se guarda en ningún sitio:
cli-hub-token-revoked = El token está revocado.
cli-hub-token-unused = sin usar
cli-hub-purchase-sending = en camino
cli-hub-purchase-asking-again = se vuelve a pedir
cli-hub-purchase-taken = aceptado
cli-hub-purchase-refused = rechazado
cli-hub-purchase-not-sent = no enviado
cli-hub-purchase-in-doubt = en duda
cli-hub-purchase-given-up = abandonado
