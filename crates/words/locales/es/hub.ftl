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

hub-purchase-asking-again = { $step } La respuesta se perdió por el camino. Se pide otra vez con el mismo número, así que nada se paga dos veces.
hub-purchase-next = Próximo intento en { $span }.
hub-purchase-ask-now = Preguntar ahora
hub-purchase-in-doubt = { $step } Salió, pero no hubo respuesta, y no es seguro volver a pedirlo. Mira si se aceptó antes de encargarlo de nuevo.
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
