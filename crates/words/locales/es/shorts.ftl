# Los cortos de Hubfluencer: un resumen, un vídeo vertical de 12 o 14 segundos.

## La lista

shorts-subtitle = Un resumen, un vídeo vertical.
shorts-list = Tus cortos
shorts-empty = Aún no hay cortos
shorts-empty-how = Di en una o dos frases qué hace tu producto y para quién. Saldrán doce segundos de vídeo con tu título y música.
shorts-signed-out = Los cortos necesitan un token de Hubfluencer
shorts-signed-out-how = Con un token escribes aquí un resumen, eliges un estilo y recibes un vídeo vertical terminado.

## El resumen

short-new = Nuevo corto
short-new-means = Solo hace falta el resumen. Todo lo demás tiene un buen valor de partida.
short-untitled = Sin título
short-brief = Resumen
short-prompt = ¿De qué trata?
short-prompt-example = Oat Shot hace espuma con una sacudida, sin máquina. Para quien toma café en su mesa de trabajo.
short-prompt-means = Nombra el producto, qué hace y para quién: al menos 10 caracteres; dos frases van bien.
short-words = Texto en pantalla
short-headline = Título
short-headline-example = Espuma con una sacudida
short-subheadline = Segunda línea
short-subheadline-example = Sin máquina. Sin manchas.
short-position = Dónde va el texto
short-position-top = Arriba
short-position-center = En medio
short-position-bottom = Abajo
short-animation = Cómo aparece
short-animation-reveal = Descubrir
short-animation-typewriter = Máquina de escribir
short-animation-fade-in = Fundido
short-animation-pop = Golpe
short-animation-bounce = Rebote
short-font = Tipografía
short-miniature-headline = Tu título
short-beats = Líneas intermedias
short-look = Estilo
short-look-open = Que elija
short-look-kinetic-creator = Creador dinámico
short-look-premium-editorial = Editorial cuidado
short-look-cinematic-product = Producto de cine
short-look-ugc-realism = Móvil cotidiano
short-look-startup-explainer = Explicación de startup
short-look-luxury-minimal = Lujo minimalista
short-format = Historia
short-format-auto = Automática
short-format-auto-line = La que mejor encaje con tu resumen.
short-format-problem-solution = Problema y solución
short-format-problem-solution-line = Una molestia que todos conocen y cómo salir de ella.
short-format-mistake-fix = Error y arreglo
short-format-mistake-fix-line = Lo que casi todos hacen mal y cómo se hace bien.
short-format-myth-vs-reality = Mito y realidad
short-format-myth-vs-reality-line = Lo que se cree frente a lo que es.
short-format-before-after = Antes y después
short-format-before-after-line = La misma escena dos veces; tu producto es la diferencia.
short-format-proof-demo = Prueba
short-format-proof-demo-line = Se ve funcionar, sin cortes.
short-format-product-reveal = Revelación
short-format-product-reveal-line = Primero la curiosidad, al final el producto.
short-sound = Música
short-vibe = Música
short-vibe-upbeat = Animada
short-vibe-cinematic = De cine
short-vibe-minimal = Mínima
short-vibe-luxury = Lujosa
short-vibe-playful = Juguetona
short-vibe-jazz = Jazz
short-vibe-own = O con tus palabras
short-vibe-example = Lo-fi cálido de ritmo lento
short-instruments = Instrumentos
short-instruments-example = piano, cuerdas
short-more = Más
short-theme = Género
short-theme-means = Un ajuste antiguo. Solo cuenta si no se ha elegido un estilo.

## Imágenes

short-images = Imágenes
short-images-after = La imagen del producto y la tarjeta final se añaden tras guardar el borrador.
short-product = Imagen del producto
short-product-means = Se integra en el vídeo.
short-poster = Tarjeta final
short-poster-means = Una imagen fija que cierra el vídeo. Con ella el corto dura 14 s en lugar de 12.

## La creación

short-save-draft = Guardar borrador
short-assist = Escribirlo por mí
short-generate = Crear el corto
short-generate-again = Crearlo de nuevo
short-making = Cómo va
short-stage-draft = Borrador
short-stage-rendering = Renderizando
short-stage-ready = Listo
short-stage-failed = Fallido
short-failed = El corto no se pudo crear. Cambia el resumen si quieres y créalo de nuevo.
short-locked = Mientras se crea, el resumen queda bloqueado.

## El resultado

short-result = El corto terminado
short-ready = Tu corto está listo
short-change = Cambiarlo y crearlo de nuevo
short-change-means = Lo que cambies aquí vale para la próxima creación, que se cobra de nuevo y sustituye este vídeo. Lo guardado se queda.
short-remove-title = ¿Quitar este corto de tu lista?
short-remove-means = Solo desaparece de esta lista. Sigue en Hubfluencer, y los archivos que guardaste se quedan donde están.
