# Saldo y uso, planes, equipo, actividad y versión del contrato.
