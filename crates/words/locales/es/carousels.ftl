# Los carruseles de Hubfluencer: una petición, varias láminas con texto, un pie y etiquetas.

## La lista

carousels-subtitle = Una petición, una serie de láminas para publicar.
carousels-list = Tus carruseles
carousels-empty = Aún no hay carruseles
carousels-empty-how = Di qué deben contar las láminas. Cada una cuesta un crédito; cambiar después el texto y el estilo es gratis.
carousels-signed-out = Los carruseles necesitan un token de Hubfluencer
carousels-signed-out-how = Con un token escribes aquí una petición y recibes láminas con texto, un pie y etiquetas.

## El resumen

carousel-new = Nuevo carrusel
carousel-new-means = Solo hace falta la petición. Todo lo demás tiene un buen valor de partida.
carousel-brief = Resumen
carousel-prompt = ¿Qué deben contar las láminas?
carousel-prompt-example = Cinco razones por las que la leche de avena espuma mejor en frío, para quien hace café en casa
carousel-prompt-means = Al menos 10 caracteres antes de crearlo. Un borrador puede esperar sin ellos.
carousel-slides = Láminas
carousel-slides-less = Una lámina menos
carousel-slides-more = Una lámina más
carousel-slides-cost = { $count ->
    [one] { $count } crédito, uno por lámina
   *[other] { $count } créditos, uno por lámina
}
carousel-language = Idioma del texto
carousel-language-means = Ocho idiomas de alfabeto latino.
carousel-look = Estilo
carousel-mode = Tipo
carousel-mode-creative = Creativo
carousel-mode-creative-line = Cuenta una historia.
carousel-mode-ad-driven = Anuncio
carousel-mode-ad-driven-line = Da datos y ventajas de un producto.
carousel-template = Plantilla
carousel-template-boldstatement = Frase rotunda
carousel-template-editorialstory = Historia editorial
carousel-template-scrapbook = Álbum de recortes
carousel-template-featuregrid = Cuadro de ventajas
carousel-template-offercard = Tarjeta de oferta
carousel-template-comparison = Comparación
carousel-ratio = Formato
carousel-accent = Color de acento
carousel-accent-hex = O su número
carousel-position = Dónde va el texto
carousel-position-own = Como en la plantilla
carousel-position-top = Arriba
carousel-position-middle = En medio
carousel-position-bottom = Abajo
carousel-position-placed = Una vez elegido un lugar, Hubfluencer no vuelve al de la plantilla.
carousel-logo = Logotipo
carousel-logo-means = Aparece en todas las láminas.
carousel-logo-after = El logotipo se añade tras guardar el borrador.

## La creación

carousel-generate = Crear el carrusel
carousel-generate-again = Crearlo de nuevo
carousel-making = Cómo va
carousel-status-draft = Borrador
carousel-status-processing = Creándose
carousel-status-completed = Listo
carousel-status-failed = Fallido
carousel-slides-done = { $done } de { $all } láminas listas
carousel-failed = El carrusel no se pudo crear, y sus créditos han vuelto. Cambia el resumen si quieres y créalo de nuevo.
carousel-locked = El resumen se revisó al enviarlo y ahora está bloqueado. El texto y el estilo se cambian arriba, gratis. Crearlo de nuevo se cobra otra vez y sustituye las láminas.
carousel-locked-making = Mientras se crea, el resumen queda bloqueado.

## Láminas

carousel-slides-label = Láminas
slide-status-pending = En espera
slide-status-processing = Creándose
slide-status-completed = Lista
slide-status-failed = Fallida
slide-not-saved = Sin guardar
slide-choose = Lámina { $number }: { $state }
slide-title = Lámina { $number } de { $of }
slide-alt = Lámina: { $headline }
slide-edit = Cambiar el texto
slide-edit-means = La imagen de fondo se queda. Cambiar el texto es gratis.
slide-locked = El texto y el estilo se pueden cambiar cuando todas las láminas estén listas.
slide-failed = Esta lámina no se pudo dibujar. Cambia su texto para que se dibuje otra vez.
slide-kicker = Línea superior
slide-headline = Titular
slide-body = Texto
slide-save = Guardar esta lámina, gratis
slide-drop = Descartar
slide-done = Hecho

## Otro estilo

restyle = Otro estilo
restyle-means = Todas las láminas se dibujan de nuevo sobre las mismas imágenes.
restyle-logo = Volver a poner el logotipo guardado
restyle-logo-means = Añadirlo o cambiarlo redibuja todas las láminas, gratis.
restyle-apply = Dibujar de nuevo todas las láminas

## El texto para publicar

carousel-post = Para publicar con él
carousel-caption = Pie
carousel-hashtags-example = #café
carousel-save = Guardar todas las láminas
carousel-save-means = Imágenes numeradas, con el pie y las etiquetas en un archivo al lado.
carousel-remove-title = ¿Eliminar este carrusel?
carousel-remove-means = También se elimina en Hubfluencer, para siempre. Los archivos que guardaste se quedan donde están.
