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
usage-limit-order = Tu límite por pedido: { $limit }
usage-limit-step = Tu límite por paso: { $limit }
usage-limit-day = Tu límite al día: { $used } de { $limit } gastados desde este equipo
usage-limit-month = Tu límite al mes: { $used } de { $limit } gastados desde este equipo
usage-limit-change = Cambiar los límites
