-- What was given beside the needle: plasma, a topical, a mask, light.
create table session_adjunct (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  session_id    uuid not null,
  number        integer not null check (number >= 1),
  kind          text not null check (kind in ('prp', 'topical', 'mask', 'light', 'other')),
  product       text not null check (product <> ''),
  millilitres   numeric(6, 2) check (millilitres > 0),
  lot           text check (lot <> ''),
  noted_at      timestamptz not null,
  noted_by      text not null,
  noted_account uuid not null,
  primary key (clinic_id, session_id, number),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('session_adjunct');
call make_append_only('session_adjunct');

-- What the skin showed at the end, what was applied, and what the person was given to take home. A later entry amends the earlier one.
create table session_after (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  session_id    uuid not null,
  entry         integer not null check (entry >= 1),
  erythema      integer check (erythema between 0 and 3),
  oedema        integer check (oedema between 0 and 3),
  bleeding      integer check (bleeding between 0 and 3),
  wheal         integer check (wheal between 0 and 3),
  applied       text check (applied <> ''),
  aftercare     text check (aftercare in ('sheet', 'told', 'both', 'neither')),
  note          text check (note <> ''),
  noted_at      timestamptz not null,
  noted_by      text not null,
  noted_account uuid not null,
  check (erythema is not null or oedema is not null or bleeding is not null or wheal is not null or applied is not null
    or aftercare is not null or note is not null),
  primary key (clinic_id, session_id, entry),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('session_after');
call make_append_only('session_after');
