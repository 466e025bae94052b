# Anuncios de varias escenas: la lista, uno nuevo y la mesa en la que se hace.

## The list

editors-subtitle = Anuncios de varias escenas, con piloto automático o paso a paso.
editors-list = Tus anuncios
editors-new = Anuncio nuevo
editors-new-means = Crear un anuncio es gratis. No se hace nada antes de que veas lo que cuesta.
editors-empty = Todavía no hay anuncios
editors-empty-how = Describe un producto y deja que el piloto automático haga el anuncio, o móntalo escena por escena con tus propios clips.
editors-token = Tus anuncios están en Hubfluencer
editors-token-how = Con un token aparecen aquí y puedes hacer otros.
editors-begun = Recién empezado
editors-autopilot = el piloto automático trabaja
editors-batch = se están haciendo escenas
editors-rendering = renderizando
editors-working = en marcha
editors-finished = terminado
editors-render-failed = el render falló

## A new ad

editor-untitled = Anuncio sin título
editor-language = Idioma
editor-language-none = Elige uno
editor-language-another = Otro, por su código…
editor-language-code = Código del idioma
editor-brief = Encargo
editor-brief-example = Oat Shot: una botella que hace espuma con leche de avena de una sola sacudida. Para quien prepara café en su escritorio.
editor-brief-means = De qué trata el anuncio. Después no se puede cambiar, y el piloto automático necesita al menos 10 caracteres.
editor-format = Estructura
editor-look = Estilo
editor-auto = Automático
editor-ratio = Formato
editor-more = Más
editor-theme = Tema
editor-theme-means = Un género sobre el estilo, con la palabra de Hubfluencer.
editor-intent = Para qué es
editor-ways-means = Crearlo es gratis. El piloto automático muestra lo que cuesta antes de gastar nada.
editor-ways-needs-brief = Crearlo es gratis. El piloto automático necesita un encargo de al menos 10 caracteres.
editor-autopilot = Piloto automático
editor-by-hand = Paso a paso

## The two ways

editor-autopilot-title = Que lo haga el piloto automático
editor-autopilot-means = Escribe el guion, hace todas las escenas, la voz y la música, y renderiza la película. Primero ves el precio, dices que sí una vez y miras.
editor-autopilot-needs-brief = El piloto automático parte de un encargo y este anuncio no tiene. No se puede añadir después: empieza otro anuncio con uno.
editor-autopilot-cost = Ver lo que cuesta
editor-begin-anew = Anuncio nuevo con encargo
editor-by-hand-title = Hacerlo paso a paso
editor-by-hand-means = Escribe o genera el guion, ordena y cambia las escenas, trae tus clips y elige la voz y la música. Cada paso dice lo que cuesta; casi todos son gratis.

## One ad

editor-forget-title = ¿Quitar este anuncio de la lista?
editor-forget-means = Desaparece de esta lista. Hubfluencer lo conserva, y en tu disco queda lo que guardaste.
editor-panels = Historia, clips, sonido, imágenes y película
editor-story = Historia
editor-clips = Clips
editor-sound = Sonido
editor-images = Imágenes
editor-film = Película
editor-save = Guardar
editor-leave = Dejarlo
editor-close = Cerrar
editor-undo = Deshacer
editor-dismiss = Descartar
editor-unsaved = Sin guardar todavía. Se queda en este equipo.
editor-use-words = Usar este texto
editor-write-it = Escríbelo por mí
editor-text-over = { $over ->
    [one] Sobra { $over } carácter.
   *[other] Sobran { $over } caracteres.
}
editor-locked-autopilot = El piloto automático está haciendo este anuncio y tiene la línea de tiempo. Puedes mirar y reproducir; los cambios esperan a que termine.
editor-locked-autopilot-short = El piloto automático tiene este anuncio. Espera a que termine.
editor-locked-batch = Se están haciendo escenas. La línea de tiempo está bloqueada hasta que terminen.
editor-locked-batch-short = Se están haciendo escenas. Espera a que terminen.
editor-locked-short = La línea de tiempo está bloqueada ahora.
editor-made-of = { $done } de { $all } escenas hechas
editor-autopilot-failed = El piloto automático falló y no dio ningún motivo.
editor-autopilot-failed-because = El piloto automático falló. Hubfluencer dice: «{ $detail }»
editor-autopilot-cancelled = El piloto automático se canceló. Lo que hizo está aquí.
editor-signed-out = Hubfluencer no te reconoce ahora mismo. Ves lo último que se supo; para seguir, da tu token.
editor-scope-missing = Tu token no permite todo lo de aquí. Le falta: { $scopes }.

## Scenes

editor-scenes = Escenas
editor-scene = Escena { $number }
editor-scenes-of = { $count ->
    [one] { $count } escena
   *[other] { $count } escenas
}
editor-scene-count = { $count } de { $cap }
editor-no-scenes = Todavía no hay escenas. Aplica un guion, escribe una escena o coloca un clip tuyo.
editor-scene-length-means = Una escena que hace Hubfluencer dura 8 segundos; un clip conserva su duración.
editor-scene-keys = En un asidero, las flechas mueven la escena; Inicio y Fin la llevan a los extremos. En el resto de la escena, Alt con una flecha hace lo mismo.
editor-scene-grip = Mover { $name }
editor-scene-earlier = Subir { $name }
editor-scene-later = Bajar { $name }
editor-scene-moved = { $name } es ahora la { $place } de { $count }.
editor-scene-starts = Empieza en
editor-scene-pending = Sin hacer
editor-scene-making = Haciéndose
editor-scene-made = Hecha
editor-scene-clip = Tu clip
editor-scene-failed = Falló
editor-scene-failed-plain = Hubfluencer no pudo hacer esta escena y no dio ningún motivo.
editor-scene-failed-because = Hubfluencer no pudo hacer esta escena: «{ $detail }»
editor-product-in-throughout = producto en toda la escena
editor-product-in-end = producto al final
editor-scene-prompt = Qué se tiene que ver
editor-scene-prompt-example = Una mano sacude la botella una vez; sube la espuma, primer plano, luz de mañana.
editor-scene-wordless = Aún sin texto. Di qué se tiene que ver para poder hacerla.
editor-scene-clip-wordless = Un clip tuyo. No necesita texto.
editor-scene-edit = Editar
editor-scene-edit-of = Editar el texto de { $name }
editor-scene-make = Hacerla
editor-scene-again = Hacerla otra vez
editor-scene-enhance = Mejorar el texto
editor-scene-use = Usar un vídeo…
editor-scene-delete = Borrar
editor-make-all = { $count ->
    [one] Hacer { $count } escena
   *[other] Hacer las { $count } escenas
}
editor-scene-add = Añadir una escena
editor-scene-place = Colocar un clip…
editor-scene-suggest = Sugerir la siguiente
editor-scenes-full = Un anuncio tiene 20 escenas como máximo. Borra una para añadir otra.
editor-proposal = Siguiente escena sugerida
editor-proposal-take = Añadir esta escena
editor-enhanced = El texto es nuevo. Se puede volver al anterior.
editor-enhanced-back = Volver al texto anterior
editor-enhanced-offered = Texto sugerido:
editor-scene-removed = { $name } está borrada.
editor-delete-title = ¿Borrar { $name }?
editor-delete-means = Su vídeo se va con ella y no se puede recuperar. Volver a hacer una escena cuesta { $credits } créditos.
editor-keep-it = Conservarla
editor-place-title = Colocar un clip como escena nueva
editor-place-means = Queda al final; luego muévelo a su sitio.
editor-use-title = Un vídeo para { $name }
editor-use-means = Se sustituye lo que muestra ahora esta escena. Es gratis.
editor-use-none = Aún no hay ningún vídeo terminado que elegir. Sube un clip en «Clips» o haz antes otra escena.
editor-ruler = Las escenas en el tiempo
editor-ruler-scene = { $name }, desde { $at }, { $length }
editor-play-title = Vista previa

## Story

editor-scenario = Guion
editor-scenario-means = Toda la historia en palabras. Al aplicarlo se hacen escenas con él.
editor-scenario-words = Guion
editor-scenario-example = Por la mañana, en un escritorio. El café está soso. Una sacudida y sube la espuma…
editor-scenario-count = Para cuántas escenas
editor-scenario-count-auto = Las que sean
editor-apply = Aplicar el guion
editor-apply-count = A cuántas escenas
editor-apply-do = Hacer escenas con él
editor-apply-needs = Primero escribe y guarda un guion.
editor-apply-replaces = { $scenes ->
    [one] Puede que se sustituya la escena que hay.
   *[other] Puede que se sustituyan las { $scenes } escenas que hay.
}
editor-apply-replaces-videos = { $scenes ->
    [one] Puede que se sustituya la escena que hay, con su vídeo.
   *[other] Puede que se sustituyan las { $scenes } escenas que hay, { $videos } con su vídeo.
}
editor-apply-zero = Hubfluencer no dice qué hace con 0: ninguna escena, o tantas como cuente el guion.
editor-apply-title = Algunas escenas tienen vídeo. ¿Aplicarlo igual?
editor-apply-lost = Los vídeos hechos no se pueden recuperar. Tus clips siguen en Hubfluencer y se pueden volver a colocar.
editor-keep-them = Conservarlas
editor-style = Estilo y duración
editor-style-means = Vale para lo que se haga a partir de ahora.
editor-target = Duración deseada, en segundos

## Sound

editor-job-none = Sin hacer
editor-job-processing = Haciéndose
editor-job-completed = Hecha
editor-job-failed = Falló
editor-narration = Narración
editor-narration-words = Lo que dice la voz
editor-narration-example = Tu café merece algo más que una cuchara…
editor-voice = Voz
editor-voice-id = Id de la voz
editor-voice-id-means = De la lista de voces de Hubfluencer: letras, cifras, «-» y «_», 64 como máximo.
editor-voice-make = Locutar la narración
editor-voice-again = Locutarla otra vez
editor-voice-needs-words = Primero escribe y guarda la narración.
editor-voice-needs-saving = Guarda antes la narración: la voz lee lo que tiene Hubfluencer.
editor-music = Música
editor-music-words = Cómo es
editor-music-example = Lo-fi cálido, teclas suaves, un pequeño impulso al final
editor-music-make = Hacer la música
editor-music-again = Hacerla otra vez
editor-music-suggest = Sugerir
editor-music-offered = Sugerencia:
editor-music-cut = { $over ->
    [one] Hubfluencer lee 1200 caracteres y corta el último.
   *[other] Hubfluencer lee 1200 caracteres y corta los últimos { $over }.
}

## Images

editor-image-product = Producto
editor-image-product-means = Se ve en las escenas que se hagan a partir de ahora.
editor-image-closing = Imagen de cierre
editor-image-closing-means = La última imagen de la película.
editor-image-logo = Logotipo
editor-image-logo-means = Va sobre la película.
editor-placement = Dónde se ve el producto
editor-placement-throughout = En todas partes
editor-placement-end = Al final
editor-placement-means = Gratis. Vale para todas las escenas sin hacer.
editor-logo-treatment = Tratamiento
editor-logo-position = Posición
editor-logo-seconds = Segundos
editor-logo-means = Con las palabras de Hubfluencer, que no da una lista. Lo que quede vacío sigue igual.

## Clips

editor-clips-drop = Suelta aquí tus clips o elígelos
editor-clips-drop-now = Suelta para añadir los clips
editor-clips-choose = Elegir clips
editor-clips-caps = MP4, MOV, WebM o MKV, de hasta 500 MB y 5 minutos cada uno. Subirlos es gratis.
editor-clips-none = Todavía no hay clips.
editor-clips-look = Mirar otra vez
editor-clip-sheet = Subir clips
editor-clip-leave = No subir
editor-clip-send = { $count ->
    [0] Subir
    [one] Subir el clip
   *[other] Subir { $count } clips
}
editor-clip-file-remove = Quitar { $name }
editor-clip-description = Producto en el clip (opcional)
editor-clip-description-example = Botella blanca con tapón de madera
editor-fit = Cómo llena el cuadro
editor-fit-blur = sobre desenfoque
editor-fit-cover = recortado al cuadro
editor-fit-blur-choice = Sobre desenfoque
editor-fit-cover-choice = Recortado al cuadro
editor-fit-blur-means = Se ve toda la imagen, sobre una copia desenfocada.
editor-fit-cover-means = Llena el cuadro; lo que no cabe se corta.
editor-method = Cómo se envía
editor-method-auto = Automático
editor-method-single = De una pieza
editor-method-parts = Por partes
editor-method-auto-means = Por partes desde 50 MB; por debajo, de una pieza.
editor-method-single-means = Rápido con clips pequeños. Si se corta la línea, empieza de nuevo.
editor-method-parts-means = Si se corta la línea, sigue donde se quedó.
editor-checksum = Enviar una suma de control para que Hubfluencer compare (solo de una pieza)
editor-clip-in-parts = por partes
editor-clip-waiting = Esperando su turno
editor-clip-paused = En pausa: { $sent } de { $total } MB. Sigue donde se quedó.
editor-clip-processing = Enviado. Hubfluencer lo está preparando…
editor-clip-ready = Listo para colocar
editor-clip-failed = No se puede usar
editor-clip-cancelled = Cancelado. No ha quedado nada.
editor-clip-shown-in = Se ve en { $scenes }
editor-clip-pause = Pausar
editor-clip-resume = Seguir
editor-clip-cancel = Cancelar
editor-clip-place = Añadir como escena
editor-clip-into = En una escena…

## Render and film

editor-render = Renderizar
editor-render-again = Renderizar otra vez
editor-render-nothing = Aún no hay nada que renderizar: el anuncio no tiene escenas.
editor-render-busy = Hubfluencer trabaja en este anuncio. Se podrá renderizar cuando termine.
editor-render-free = Todas las escenas están hechas: renderizar es gratis.
editor-render-charges = { $scenes ->
    [one] Falta { $scenes } escena por hacer. El render la hace antes, por { $credits } créditos.
   *[other] Faltan { $scenes } escenas por hacer. El render las hace antes, por { $credits } créditos.
}
editor-film-none = Aquí aparece la película terminada.
editor-film-rendering = Se está renderizando la película…
editor-film-failed = El render falló y Hubfluencer no dio ningún motivo.
editor-film-failed-because = El render falló. Hubfluencer dice: «{ $detail }»
