# Límites de gasto de la propia persona, y el sí de más para superarlos.
settings-limits = Límites de gasto
settings-limits-means = Un límite no rechaza nada: antes de superarlo se te pide un sí de más. Cuenta lo que se gasta desde este equipo.
limits-of-riffkit = Riffkit, en segundos de vídeo
limits-of-hubfluencer = Hubfluencer, en créditos
limits-order = Un pedido
limits-step = Un paso
limits-day = Al día
limits-month = Al mes
limits-none = Sin límite
limits-seconds = s
limits-credits = créditos
limits-today = { $used } hoy
limits-this-month = { $used } este mes
limits-fault = Escribe un número entero, o déjalo vacío para no poner límite.
limits-credits-of = { $count ->
    [one] { $count } crédito
   *[other] { $count } créditos
}
limits-agree = { $period ->
    [day] Superar por esta vez mi límite de { $limit } al día
    [month] Superar por esta vez mi límite de { $limit } al mes
   *[order] Superar por esta vez mi límite de { $limit }
}
limits-agree-all = Superar por esta vez estos límites míos
usage-limits = Tus límites, para lo que se gasta desde este equipo
usage-limit-order = Un pedido
usage-limit-step = Un paso
usage-limit-day = Hoy
usage-limit-month = Este mes
usage-limit-most = { $limit } como mucho
usage-limit-used = { $used } de { $limit }
usage-limit-change = Cambiar los límites
