-- The questions were sent to somebody: on top of which answers, and with what a practitioner sets and no patient is asked.
create table intake_asked (
  clinic_id  uuid not null,
  patient_id uuid not null,
  asked_id   uuid not null,
  on_top_of  integer not null check (on_top_of >= 0),
  device     text not null check (device <> ''),
  operator   text not null check (operator in ('physician', 'nurse', 'aesthetician')),
  premises   text check (premises in ('permitted', 'other')),
  asked_at   timestamptz not null,
  asked_by   text not null,
  primary key (clinic_id, asked_id),
  unique (clinic_id, patient_id, asked_id),
  foreign key (clinic_id, patient_id) references patient
);
create index intake_asked_by_patient on intake_asked (clinic_id, patient_id, asked_at);
call protect_patient_table('intake_asked');
call make_append_only('intake_asked');

-- What was answered so far, a page at a time. The newest of a page counts; it is no intake until it is sent as a whole.
create table intake_draft (
  clinic_id  uuid not null,
  patient_id uuid not null,
  asked_id   uuid not null,
  sheet      text not null check (sheet <> ''),
  fields     text not null,
  saved_at   timestamptz not null,
  entry      bigint generated always as identity,
  primary key (clinic_id, asked_id, entry),
  foreign key (clinic_id, patient_id, asked_id) references intake_asked (clinic_id, patient_id, asked_id)
);
call protect_patient_table('intake_draft');
call make_append_only('intake_draft');

-- The answers were sent and became a revision of the intake; once for each asking.
create table intake_by_link (
  clinic_id  uuid not null,
  patient_id uuid not null,
  asked_id   uuid not null,
  revision   integer not null,
  call_first boolean not null,
  sent_at    timestamptz not null,
  primary key (clinic_id, asked_id),
  foreign key (clinic_id, patient_id, asked_id) references intake_asked (clinic_id, patient_id, asked_id),
  foreign key (clinic_id, patient_id, revision) references intake
);
call protect_patient_table('intake_by_link');
call make_append_only('intake_by_link');

-- Who treats has looked at them.
create table intake_looked_at (
  clinic_id  uuid not null,
  patient_id uuid not null,
  asked_id   uuid not null,
  looked_at  timestamptz not null,
  looked_by  text not null,
  account_id uuid not null,
  primary key (clinic_id, asked_id),
  foreign key (clinic_id, asked_id) references intake_by_link (clinic_id, asked_id)
);
call protect_patient_table('intake_looked_at');
call make_append_only('intake_looked_at');
