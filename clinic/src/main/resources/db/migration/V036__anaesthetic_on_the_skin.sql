-- A topical anaesthetic that was put on before a session: what, how much, where and when. The session has its identifier already, and
-- may never begin; what it was judged by is kept as it was then.
create table numbing (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  numbing_id    uuid not null,
  course_id     uuid not null,
  session_id    uuid not null,
  unit_id       uuid not null,
  product       text not null,
  strength      text not null,
  grams         numeric(6, 2) not null check (grams > 0),
  area_cm2      numeric(7, 1) not null check (area_cm2 > 0),
  zones         text[] not null check (cardinality(zones) > 0),
  least_minutes integer,
  most_minutes  integer,
  labels        text[] not null,
  on_at         timestamptz not null,
  on_by         text not null,
  on_account    uuid not null,
  primary key (clinic_id, numbing_id),
  unique (clinic_id, unit_id),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id),
  foreign key (clinic_id, unit_id) references unit
);
create index numbing_by_patient on numbing (clinic_id, patient_id, on_at);
call protect_patient_table('numbing');
call make_append_only('numbing');

-- It is off: wiped off completely, by somebody, at a time.
create table numbing_off (
  clinic_id  uuid not null,
  patient_id uuid not null,
  numbing_id uuid not null,
  off_at     timestamptz not null,
  off_by     text not null,
  primary key (clinic_id, numbing_id),
  foreign key (clinic_id, numbing_id) references numbing
);
call protect_patient_table('numbing_off');
call make_append_only('numbing_off');

-- Somebody goes on while it is on, under their name and with a reason.
create table numbing_override (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  numbing_id    uuid not null,
  reason        text not null check (reason <> ''),
  account_id    uuid not null,
  signer        text not null,
  overridden_at timestamptz not null,
  primary key (clinic_id, numbing_id),
  foreign key (clinic_id, numbing_id) references numbing
);
call protect_patient_table('numbing_override');
call make_append_only('numbing_override');
