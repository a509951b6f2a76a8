"""What a report makes of judged results: the year's plan, ranking of units, units that are late, corrective actions."""
