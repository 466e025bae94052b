# Productos, sus imágenes y la dirección creativa.

## Lists

list-more = { $list }, { $next }
list-last = { $list } y { $next }
picker-cancel = Cancelar
picker-take = Usar esto

## The Products page

products-count = { $count ->
    [one] { $count } producto
   *[other] { $count } productos
}
products-search = Buscar productos
products-more = Mostrar { $count } más
products-loading = Leyendo la lista de Riffkit…
products-signed-out = Tus productos están en Riffkit
products-signed-out-how = Inicia sesión para verlos y crear otros.
products-empty = Todavía no hay productos
products-empty-how = Un producto da al reel sus datos y sus imágenes. Crea uno aquí o prepáralo mientras planeas un riff.
products-none-match = Ningún producto con esas palabras
products-none-match-how = Se buscó en nombres, descripciones y público.
products-clear = Borrar la búsqueda
products-kept = Esta es la lista tal como se leyó la última vez.
products-elsewhere = Para cambiar o borrar un producto, usa el sitio de Riffkit.
products-open-service = Abrir Riffkit
products-pick = ¿Qué producto?
products-pick-how = Sin producto, el reel solo lleva la emoción del original: bueno para crecer y para enseñar.
products-none-means = No se nombra ningún producto ni se vende nada.

## One product

product-new = Producto nuevo
product-use = Usar en un riff
product-facts = Sobre este producto
product-audience-of = Para quién es
product-gone = Riffkit ya no tiene este producto en su lista.
product-no-images = Sin imágenes
product-no-images-how = Sin imágenes, el vídeo solo puede hablar de él. Añade algunas para que se vea.
product-image-total = { $count ->
    [one] { $count } imagen
   *[other] { $count } imágenes
}
product-image-unnamed = Sin nombre
product-image-unnamed-means = Sin nombre no se puede pedir en una dirección creativa.
product-image-pending = Se está escribiendo su descripción…
product-image-use = Cuándo usarla: { $text }
product-image-is-locked = Se muestra tal cual
product-image-is-mutable = Riffkit puede editarla

## The sheet of a new product

product-sheet-new = Producto nuevo
product-sheet-add = Añadir imágenes
product-sheet-stage-means = Todavía no se escribe nada en Riffkit. Eso ocurre cuando confirmes el riff.
product-sheet-create-means = «Crear producto» lo escribe en Riffkit enseguida y luego envía sus imágenes una tras otra.
product-sheet-add-means = Se envían a Riffkit enseguida, una tras otra.
product-name = Nombre
product-name-example = Oat Shot
product-description = Descripción
product-description-example = Qué es y qué hace, con datos: el vídeo solo los toma de aquí.
product-audience = Para quién es (opcional)
product-audience-example = Gente que prepara café en su escritorio
product-images = Imágenes
product-image-count = { $count } de { $cap }
product-image-add = Elegir imágenes…
product-image-kinds = O suéltalas aquí. JPG, PNG o WebP, hasta 50 MB cada una.
product-image-url = Dirección pública de una imagen
product-image-url-example = https://… de una imagen
product-image-url-add = Añadir
product-image-name = Nombre de la imagen
product-image-name-example = frente de la botella
product-image-description = Qué muestra (opcional)
product-image-description-example = Si queda vacío, lo escribe Riffkit
product-image-more = Más
product-image-usage = Cuándo usarla
product-image-usage-example = en el giro
product-image-id = Id propio
product-image-id-example = Si queda vacío, lo crea Riffkit
product-image-mutable = Riffkit puede editar esta imagen
product-image-remove = Quitar { $name }
product-images-left-out = { $count ->
    [one] { $count } archivo quedó fuera: un producto tiene { $cap } imágenes como máximo.
   *[other] { $count } archivos quedaron fuera: un producto tiene { $cap } imágenes como máximo.
}
product-clear = Vaciar
product-close = Cerrar
product-stage = Preparar
product-waits = El producto está preparado. Espera un original.
product-create = Crear producto
product-add-images = Añadir imágenes

## The writing of a product

work-writing = Creando { $name }.
work-sending = Enviando imágenes de { $name }: { $done } de { $all } ya están.
work-paused = { $name } está en pausa: { $done } de { $all } imágenes ya están.
work-failed = { $name } se detuvo: { $done } de { $all } imágenes ya están. Lo que ya está no se envía otra vez.
work-done = { $name } está en Riffkit, con { $done } de { $all } imágenes.
work-done-plain = { $name } está en Riffkit.
work-cancelled = { $name }: se dejó el resto. { $done } de { $all } imágenes ya están.
work-pause = Pausar
work-resume = Continuar
work-cancel = Dejar el resto
work-image-waiting = En espera
work-image-fetched = Riffkit la descarga
work-image-sending = { $sent } de { $total }
work-image-done = Ya está
work-image-failed = Sin enviar

## The creative direction

aid-weight-on-camera = En pantalla, el peso está en lo que se ve: un rasgo visual × lo que ocurre en la imagen.
aid-weight-off-camera = Fuera de pantalla, el peso está en lo que se dice: lo que hace por la gente × la voz y los subtítulos.
aid-weight-no-product = Sin producto, este texto es el único tema: tu enfoque × la emoción del original.
aid-good-on-camera = Dice algo: «El gesto de escanear el envase × el giro del 0:04 → de “lo creía seguro” a “un escaneo enseña lo que lleva”».
aid-good-off-camera = Dice algo: «Los recibos que nadie quiere ordenar × el suspiro del gancho → “quiero esta app esta noche”».
aid-good-no-product = Dice algo: «Mi tercer pan fallido × el “¿espera, qué?” del 0:03 → de “no valgo para esto” a “todos empezamos así”».
aid-beats = Momentos de la plantilla:
aid-features = De la descripción:
aid-all = Mostrar todo
aid-beat-said = { $clock } «{ $text }»
aid-beat-seen = { $clock } { $text }
aid-no-template = Cuando el original es una plantilla, aquí se proponen sus momentos. De un original nuevo, escribe el momento como lo recuerdas.
aid-put = Poner en la dirección
aid-undo = Deshacer
aid-chips = { $count ->
    [0] Imágenes que puedes nombrar.
    [one] Imágenes que puedes nombrar; { $count } coincide.
   *[other] Imágenes que puedes nombrar; { $count } coinciden.
}
aid-empty-product = «{ $text }» vale para cualquier producto. Nombra el rasgo concreto.
aid-empty-template = «{ $text }» vale para cualquier plantilla. Nombra el momento.
aid-empty-account = «{ $text }» ya se sabe por el personaje. Di qué es especial esta vez.
aid-empty-word = «{ $text }» no dice casi nada. Di qué se ve o se siente.
aid-lacks-parts = Con tres partes tiene más fuerza: momento × rasgo → el cambio en quien lo ve.
