-- A closed wave whose answers come from elsewhere may bring its notes. As with answers: this role writes them and never
-- reads them back.
grant insert on sealed_note to bearing_app;
