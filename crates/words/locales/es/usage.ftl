# Saldo y uso, planes, equipo, actividad, versión del contrato.
# El saldo se dice en segundos de vídeo, nunca en créditos ni en dinero.

page-usage = Uso
page-activity = Actividad

## Lo que queda

usage-read = Leído { $ago }
usage-refresh = Leer de nuevo
usage-open-service = Abrir Riffkit
usage-again = Reintentar
usage-loading = Leyendo tu saldo…
usage-signed-out = Inicia sesión para ver tu saldo
usage-signed-out-how = Lo que queda, lo usado y tu plan los guarda Riffkit. Lo que guardaste en este equipo sigue aquí.
usage-unknown = –
usage-balance = Saldo
usage-left-means = de vídeo por pedir
usage-shared = El saldo es del dueño de tu equipo y todos lo comparten. El cupo diario es solo tuyo.
usage-held = Reservado
usage-today = Usado hoy
usage-allowance = Cupo diario
usage-allowance-left = Te quedan { $left } s de los { $limit } s de hoy.
usage-allowance-gone = Ya usaste tus { $limit } s de hoy. Mañana tendrás otros.
usage-allowance-none = Sin cupo diario.
usage-batches = De dónde viene
usage-batch-kind = Tipo
usage-batch-left = Queda
usage-batch-expires = Caduca
usage-batch-other = Otro
plan-until = hasta el { $day }
usage-batch-never = nunca
usage-missing-balance = No se pudo leer lo que queda.
usage-missing-allowance = No se pudo leer tu cupo diario.
usage-missing-plan = No se pudo leer tu plan. Los segundos se calculan con la tasa habitual.
usage-missing-summary = No se pudo leer el total de este período.
usage-missing-history = No se pudieron leer los días.

## Lo usado

usage-used = Usado
usage-period = Período
usage-period-today = Hoy
usage-period-week = 7 días
usage-period-month = 30 días
usage-period-quarter = 90 días
usage-sum-means = de vídeo en este período
usage-chart = Uso por día del { $from } al { $to }: { $total } s en total; el día de más uso fue el { $day }, con { $most } s.
usage-chart-none = En estos días no se usó nada.
usage-day = { $day }: { $seconds } s
usage-by-day = Uso por día
usage-as-table = Ver los días en una tabla
usage-column-day = Día
usage-lacks-days = Riffkit no detalla todos los días de este período, por eso las barras suman menos que el total.

## Planes

plan-title = Plan
plan-name = Tu plan
plan-none = Sin plan
plan-status = Estado
plan-status-active = Activo
plan-status-trial = En prueba
plan-status-unpaid = Pago pendiente
plan-status-ended = Terminado
plan-period = Pagado
plan-period-note = Lo que quede al final no se acumula.
plan-from-to = del { $from } al { $to }
plan-next = Después
plan-ends = Termina
plan-no-payments = Aquí Riffkit no acepta pagos.
plan-offers = Planes
plan-no-offers = Aquí Riffkit no ofrece planes.
plan-how = Los planes se compran y se cambian en las páginas de Riffkit. Un plan mayor cuenta enseguida y solo se cobra lo que resta del período actual.
plan-seconds = { $seconds ->
    [one] { $seconds } segundo de vídeo
   *[other] { $seconds } segundos de vídeo
}
plan-videos = { $count ->
    [one] alrededor de { $count } vídeo
   *[other] alrededor de { $count } vídeos
}
plan-current = Tu plan
plan-not-now = Aquí no se puede comprar

## El equipo

team-title = Equipo
team-alone = Trabajas por tu cuenta. En un equipo, aquí verás a sus miembros y cuánto envió cada quien.
team-shared = Todos usan el saldo del dueño del equipo.
team-shared-left = { $seconds ->
    [one] Todos usan el saldo del dueño del equipo: queda { $seconds } segundo de vídeo.
   *[other] Todos usan el saldo del dueño del equipo: quedan { $seconds } segundos de vídeo.
}
team-member = Miembro
team-you = (tú)
team-role = Rol
team-role-owner = Dueño
team-role-admin = Administrador
team-role-member = Miembro
team-allowance = Por día
team-no-limit = sin límite
team-submitted = Riffs enviados
team-tasks = Tareas
team-see-tasks = Ver tareas
team-see-tasks-of = Ver las tareas de { $email }

## Segundos que faltan

top-up-title = Faltan segundos
top-up-needed = Necesarios
top-up-left = Quedan
top-up-short = Faltan
top-up-open = Abrir la página de recarga
top-up-leads-to = La página está en { $host }.
top-up-close = Ahora no

## Actividad

activity-why = Lo que Riffkit hizo y su contrato no dice. Casi nada de esto requiere que actúes; sirve a quien desarrolla Reelwright o Riffkit.
activity-copy = Copiar diagnóstico
activity-clear = Vaciar la lista
activity-cleared = La lista quedó vacía.
activity-empty = Nada fuera de lo normal
activity-empty-how = Si Riffkit responde algo que su contrato no dice, queda anotado aquí.
activity-loading = Leyendo la lista…
activity-status = Una respuesta que el contrato no contempla: { $status }
activity-status-word = Una respuesta que el contrato no contempla: { $status } ({ $word })
activity-field = Un campo que no debería estar: { $field }
activity-failed = Una tarea volvió a fallar tras dos reintentos
activity-fell = Tu saldo bajó de { $from } s a { $to } s en un minuto, sin pedidos desde este equipo. En un equipo, el pedido de otra persona hace eso; si no, revisa tu cuenta.
activity-times = { $count ->
    [one] una vez
   *[other] { $count } veces
}
activity-noticed = Riffkit hizo algo fuera de lo normal
activity-see = Ver
activity-settings = Actividad
activity-settings-note = { $count ->
    [0] No se observó nada fuera de lo normal.
    [one] Se observó { $count } cosa fuera de lo normal.
   *[other] Se observaron { $count } cosas fuera de lo normal.
}
activity-open = Abrir la lista

## La versión del contrato

version-contract = Contrato de Riffkit
version-same = { $built }, la publicada
version-moved = Esta versión se hizo para { $built }; Riffkit publica { $published }. Todo sigue funcionando lo mejor posible; busca un Reelwright más nuevo.
version-unknown = { $built }; aún no se sabe cuál está publicada
