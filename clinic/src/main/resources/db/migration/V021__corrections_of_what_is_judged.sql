-- A correction of the date of birth or of the sex of somebody who is judged by it: what stood there, what stands there now, who did it
-- and why. The newest screening counts for what stood there.
create table patient_correction (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  version      integer not null check (version >= 2),
  birth_before date not null,
  birth_after  date not null,
  sex_before   text not null check (sex_before in ('female', 'male', 'other')),
  sex_after    text not null check (sex_after in ('female', 'male', 'other')),
  reason       text not null check (reason <> ''),
  corrected_at timestamptz not null,
  corrected_by text not null,
  primary key (clinic_id, patient_id, version),
  foreign key (clinic_id, patient_id) references patient,
  check ((birth_before, sex_before) <> (birth_after, sex_after))
);
call protect_patient_table('patient_correction');
call make_append_only('patient_correction');
