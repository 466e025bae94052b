# Lo que rechaza Hubfluencer, o lo que aquí se comprueba antes por él.

refusal-hub-absent = En esta ejecución no hay Hubfluencer junto a Riffkit. HUBFLUENCER_BASE_URL dice dónde está.
refusal-token-needed = Hubfluencer necesita tu token. Pégalo una vez y esto seguirá.
refusal-token-unusable = Esto no puede ser un token: está vacío o tiene espacios u otros signos que ningún token lleva. Cópialo otra vez, entero.
refusal-token-refused = Hubfluencer no conoce este token: se revocó, caducó o es de otro sitio. Pon otro.
refusal-scope-missing = Tu token no puede hacer esto: le falta «{ $scope }». Crea uno con ese permiso en la web de Hubfluencer y pégalo aquí.
refusal-scope-missing-plain = Tu token no puede hacer esto. Crea uno con más permisos en la web de Hubfluencer y pégalo aquí.
refusal-not-enough-credits = Esto cuesta { $needed } créditos y quedan { $available }: faltan { $short }. No se cobró nada.
refusal-not-enough-credits-plain = No hay créditos suficientes para esto. No se cobró nada.
refusal-assists-used-up = Ya no quedan ayudas por hoy. { $cost ->
    [one] Con un crédito consigues { $batch } más,
   *[other] Con { $cost } créditos consigues { $batch } más,
 } o puedes escribirlo tú. Mañana vuelven a empezar.
refusal-assists-used-up-plain = Ya no quedan ayudas por hoy. Compra unas cuantas más o escríbelo tú. Mañana vuelven a empezar.
refusal-already-running = Ya se está haciendo. No se envió ni se cobró otra vez.
refusal-autopilot-active = El piloto automático tiene la línea de tiempo. Espera a que termine y sigue.
refusal-batch-active = Se están haciendo escenas. Espera a que terminen y sigue.
refusal-not-finished-yet = Tal como está ahora no se puede hacer. Míralo de nuevo e inténtalo cuando esté terminado.
refusal-prompt-rejected = Hubfluencer no hace esto: el texto va contra sus normas ({ $category }). No se cobró nada. Cambia el texto.
refusal-prompt-rejected-plain = Hubfluencer no hace esto: el texto va contra sus normas. No se cobró nada. Cambia el texto.
refusal-screening-down = Hubfluencer no puede revisar el texto ahora mismo, así que no hace nada. No se cobró nada. Inténtalo dentro de un momento.
refusal-upload-quota = No hay sitio para este clip: se usan { $used } de { $limit } MB y { $reserved } MB están de camino, así que quedan { $remaining } MB. Borra en la web de Hubfluencer los clips que ya no necesites.
refusal-upload-quota-plain = No hay sitio para este clip. Borra en la web de Hubfluencer los clips que ya no necesites.
refusal-footage-not-ready = Este clip aún se está preparando. Se podrá colocar cuando esté listo.
refusal-brief-too-short = La descripción necesita al menos 10 caracteres.
refusal-scene-count-invalid = Hubfluencer no acepta ese número de escenas. Elige otro.
refusal-project-limit = Una cuenta sin créditos puede tener 100 proyectos. Compra créditos o borra algunos en la web de Hubfluencer.
refusal-placement-unsupported = Con el modelo de vídeo de este proyecto, el producto no puede quedar solo para el final. Elige «todo el vídeo».
refusal-carousel-locked = Este carrusel se está haciendo o ya está hecho, así que { $field } se queda como está. Cambia el texto de la publicación, los hashtags, el texto de una diapositiva o el aspecto.
refusal-carousel-locked-plain = Este carrusel se está haciendo o ya está hecho. Cambia el texto de la publicación, los hashtags, el texto de una diapositiva o el aspecto.
refusal-field-invalid = { $fault ->
    [too-short] { $field } necesita { $least ->
        [one] al menos un carácter.
       *[other] al menos { $least } caracteres.
    }
    [too-long] { $field } admite como mucho { $most } caracteres: { $over ->
        [one] sobra uno.
       *[other] sobran { $over }.
    }
    [missing] Falta { $field }, completo.
    [out-of-range] { $field } puede ir de { $least } a { $most }.
    [fixed] { $field } se queda como al principio. Para cambiarlo, empieza otro.
   *[other] Hubfluencer no acepta { $field } así: { $detail }
 }
refusal-field-invalid-plain = Hubfluencer no acepta así uno de estos campos. Cámbialo.
refusal-footage-too-large = { $file } ocupa { $megabytes } MB; Hubfluencer acepta clips de hasta 500 MB. Expórtalo más pequeño.
refusal-footage-too-large-plain = Hubfluencer acepta clips de hasta 500 MB. Expórtalo más pequeño.
refusal-footage-too-long = { $file } dura { $seconds } s; Hubfluencer acepta clips de hasta 5 minutos. Recórtalo.
refusal-footage-too-long-plain = Hubfluencer acepta clips de hasta 5 minutos. Recórtalo.
refusal-footage-kind-unknown = { $file } no es por dentro MP4, MOV, WebM ni MKV, diga lo que diga su nombre. Elige otro.
refusal-footage-kind-unknown-plain = Esto no es por dentro MP4, MOV, WebM ni MKV, diga lo que diga su nombre. Elige otro.
refusal-hub-image-kind-unknown = { $file } no es por dentro JPG ni PNG, diga lo que diga su nombre. Elige otro.
refusal-hub-image-kind-unknown-plain = Esto no es por dentro JPG ni PNG, diga lo que diga su nombre. Elige otro.
refusal-hub-image-too-large = { $file } ocupa { $megabytes } MB; Hubfluencer acepta imágenes de hasta 20 MB. Elige una más pequeña.
refusal-hub-image-too-large-plain = Hubfluencer acepta imágenes de hasta 20 MB. Elige una más pequeña.
refusal-storage-refused = El almacenamiento no aceptó una parte del archivo ({ $detail }). Lo que ya aceptó se conserva; al seguir se envía el resto.
refusal-storage-refused-plain = El almacenamiento no aceptó una parte del archivo. Lo que ya aceptó se conserva; al seguir se envía el resto.
refusal-footage-failed = Hubfluencer no puede usar este clip: «{ $detail }» Elige otro.
refusal-footage-failed-plain = Hubfluencer no puede usar este clip. Elige otro.
refusal-step-void = Esto ha cambiado desde que miraste su precio, así que no se envió nada. Míralo otra vez.
refusal-step-under-way = Este mismo paso ya está en marcha. No se envió otra vez.

# Frases que nombran el servicio, cuando es Hubfluencer.
refusal-hub-offline = No se puede llegar a Hubfluencer, o su respuesta se perdió por el camino. Revisa tu conexión e inténtalo de nuevo.
refusal-hub-bad-answer = La respuesta no vino de Hubfluencer; puede que la página de acceso de la red esté en medio. Abre cualquier página web para comprobarlo e inténtalo de nuevo.
refusal-hub-service-failed = Hubfluencer tiene ahora un problema propio. Espera unos minutos e inténtalo de nuevo.
refusal-hub-rate-limited = { $seconds ->
    [one] Hubfluencer pide una pequeña pausa. Inténtalo de nuevo en { $seconds } segundo.
   *[other] Hubfluencer pide una pequeña pausa. Inténtalo de nuevo en { $seconds } segundos.
}
refusal-hub-rate-limited-plain = Hubfluencer pide una pequeña pausa. Inténtalo de nuevo en un minuto.
refusal-hub-service-refused = Hubfluencer no lo aceptó y no se cobró nada. Dice: «{ $detail }»
refusal-hub-service-refused-plain = Hubfluencer no lo aceptó ni dio un motivo; no se cobró nada.
refusal-hub-forbidden = Tu cuenta de Hubfluencer no puede hacer esto. Hubfluencer dice: «{ $detail }»
refusal-hub-forbidden-plain = Tu cuenta de Hubfluencer no puede hacer esto.
refusal-hub-not-found = Hubfluencer ya no tiene esto. Puede que se borrara allí.
refusal-hub-too-large-for-service = A Hubfluencer le parece demasiado grande. Elige otro más pequeño.
refusal-hub-in-doubt = Esto salió, pero no llegó respuesta: puede que Hubfluencer lo haya aceptado. Mira tu saldo y el proyecto antes de intentarlo otra vez.
refusal-hub-not-sent = Esto se detuvo antes de salir. Hubfluencer no aceptó nada.

next-give-token = Poner un token
next-open-hubfluencer = Abrir Hubfluencer
next-unlock-assists = Más ayudas
next-look-now = Mirar ahora
refusal-hub-over-limit = { $period ->
    [day] Con esto llegas hoy a { $would_be ->
        [one] { $would_be } crédito
       *[other] { $would_be } créditos
    }. Tu límite al día es de { $limit }.
    [month] Con esto llegas este mes a { $would_be ->
        [one] { $would_be } crédito
       *[other] { $would_be } créditos
    }. Tu límite al mes es de { $limit }.
   *[order] Esto cuesta { $would_be ->
        [one] { $would_be } crédito
       *[other] { $would_be } créditos
    }. Tu límite por paso es de { $limit }.
}
refusal-hub-over-limit-plain = Esto supera un límite que has puesto.
