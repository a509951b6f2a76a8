"""Results of many units' dossiers rolled up into those of the office above them."""
