-- A planned zone that was not treated, and why. It is about the zone as it stood then: after its newest entry, or after none. What is
-- charted later is newer, and counts.
create table zone_left_out (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  session_id    uuid not null,
  zone          text not null,
  after_entry   integer not null check (after_entry >= 0),
  why           text check (why in ('skin', 'comfort', 'decided', 'setting', 'device', 'entry', 'other')),
  reason        text not null check (reason <> ''),
  left_out_at   timestamptz not null,
  left_out_by   text not null,
  left_out_account uuid not null,
  primary key (clinic_id, session_id, zone, after_entry),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('zone_left_out');
call make_append_only('zone_left_out');
