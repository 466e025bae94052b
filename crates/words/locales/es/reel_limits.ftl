# Límites propios, el sí aparte para superar uno, y hasta cuándo se puede hacer algo.
cli-value-limit = LÍMITE
cli-help-hub-over-limit = Acepta superar un límite que hayas puesto
cli-help-limits = Muestra o fija lo máximo que se puede gastar sin un sí aparte
cli-help-limits-service = El servicio: riffkit cuenta en segundos de vídeo, hubfluencer en créditos enteros
cli-help-limits-order = Lo máximo por pedido, reintento o paso de pago; off para quitar el límite
cli-help-limits-day = Lo máximo en un día; off para quitar el límite
cli-help-limits-month = Lo máximo en un mes; off para quitar el límite
cli-examples-limits =
    Ejemplos:
      reel limits riffkit --day 120 --month 900
      reel limits hubfluencer --order 15
      reel limits riffkit --day off
cli-limits-order = Por pedido
cli-limits-day = Hoy
cli-limits-month = Este mes
cli-limits-at-most = como mucho { $limit }
cli-limits-none = sin límite
cli-over-limit-ask = ¿Superarlo esta vez? [s/N]
cli-over-limit-how = Añade --over-limit para superarlo esta vez, o cámbialo con `reel limits`.
cli-queue-retry-until = Se puede reintentar durante { $left } más: reel retry { $task }
cli-login-until = El enlace sirve durante { $left }.
