-- How long the head touched a zone, in whole seconds, where somebody took the time: what the delivered dose is computed from.
alter table zone_record add column on_skin_s integer check (on_skin_s > 0);
