# Plantillas y personajes.

## Characters

character-gender-female = Mujer
character-gender-male = Hombre
character-age-young = joven
character-age-middle = mediana edad
character-age-senior = mayor
character-in-review = Aún no puede actuar: Riffkit está revisando su avatar.
character-failed = No puede actuar: su avatar no pasó la revisión de Riffkit.
character-no-avatar = Aún no puede actuar: aprueba un avatar en los ajustes de Riffkit.

## The picker of characters

characters-pick = ¿Quién sale?
characters-pick-how = Elige a nadie, a uno o a varios. Varios son varios vídeos: uno con cada quien.
characters-auto = Automático
characters-auto-means = Una persona generada por IA
characters-describe = Describe a quién quieres
characters-describe-example = una mujer joven y tranquila que sabe de cosmética
characters-fit = { $count ->
    [0] Nadie encaja con esas palabras. Puedes elegir entre todos.
    [one] Encaja { $count }, y va primero.
   *[other] Encajan { $count }, y van primero.
}
characters-because = Encaja: { $words }
characters-loading = Leyendo los personajes de Riffkit…
characters-none = Riffkit aún no tiene personajes para ti. Automático siempre funciona.
characters-signed-out = Inicia sesión para ver tus personajes.
characters-count-auto = Un vídeo, con una persona generada por IA.
characters-count-one = Un vídeo, con { $name }.
characters-count = { $count } vídeos, uno con cada quien: { $names }.

## The page of characters

characters-subtitle = Caras que pueden actuar en tus riffs.
characters-total = { $count ->
    [one] { $count } personaje
   *[other] { $count } personajes
}
characters-signed-out-how = Los guarda Riffkit, con sus imágenes y su forma de ser.
characters-empty = Aún no hay personajes
characters-elsewhere = Los personajes se crean, y sus avatares se aprueban, en los ajustes de Riffkit. Aquí solo se eligen.
characters-kept = No se pudieron leer de nuevo. Estos son los últimos que se conocen.
characters-none-chosen = Nadie elegido: actúa una persona generada por IA.
characters-to-riff = Ir al riff
character-videos = { $count ->
    [one] en { $count } vídeo
   *[other] en { $count } vídeos
}
character-more = Mostrar todo
character-less = Mostrar menos
character-use = Usar en un riff
character-in-riff = En tu riff
character-take-out = Quitar

## The list of templates

templates-subtitle = Fórmulas ya analizadas. Elige una y haz tu riff.
templates-count = { $count ->
    [one] { $count } plantilla; primero, las de Riffkit.
   *[other] { $count } plantillas; primero, las de Riffkit.
}
templates-search = Buscar plantillas
templates-tags = Solo con estas etiquetas
templates-tag-add = Otra etiqueta
templates-status = Qué plantillas
templates-status-analysed = Listas para usar
templates-status-collected = Sin analizar
templates-status-archived = Archivadas
templates-sort = Orden
templates-sort-used = Las más usadas
templates-sort-newest = Las más nuevas
templates-sort-oldest = Las más antiguas
templates-loading = Leyendo las plantillas de Riffkit…
templates-signed-out = Inicia sesión para ver las plantillas
templates-signed-out-how = Las guarda Riffkit: las suyas y las que salen de tus riffs.
templates-empty = Aún no hay plantillas
templates-empty-how = Lo que uses de un clip o un enlace se analiza y desde entonces aparece aquí como plantilla.
templates-none-match = Ninguna plantilla encaja
templates-none-match-how = Prueba con menos palabras, menos etiquetas u otra lista.
templates-clear = Mostrar todo lo que está listo
template-open = Abrir { $name }
template-public = De Riffkit
template-stale = Análisis antiguo
template-segments = { $count ->
    [one] { $count } parte
   *[other] { $count } partes
}

## One template

template-one = Plantilla
template-riff = Hacer un riff
template-narrative = Qué ocurre
template-no-narrative = Riffkit no escribió nada sobre ella.
template-time = Segundo a segundo
template-loading = Leyendo lo que se extrajo…
template-from = Origen
template-from-riffkit = Riffkit
template-from-you = Tus propios riffs
template-used = Uso
template-parts = Fórmula
template-length = Duración
template-language = Idioma
template-speaking = Voz
template-made = Añadida
template-source = Fuente
template-source-elsewhere = En la web
template-copy-link = Copiar enlace
template-tags = Etiquetas

## What was extracted from a source

extraction-timeline = Lo que se dice y se ve, en el tiempo
extraction-list = Lo que se dice y se ve, por orden
extraction-none = Riffkit no contó nada de lo que se dice o se ve.
extraction-point = Señala un momento para leerlo, o recórrelos con las flechas.
extraction-on-camera = A cámara
extraction-voiceover = Voz en off
extraction-silent = Sin voz
extraction-person = Personas
extraction-subtitle = Subtítulos
extraction-product = Producto
extraction-said = «{ $words }»
extraction-moment = { $time }, { $lane }: { $words }
