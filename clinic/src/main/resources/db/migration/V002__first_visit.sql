-- What one first visit needs. What was done is never edited: answers, screenings, courses, signatures, consents, sessions and photos are
-- appended. Rows of a patient carry patient_id, and their protection asks whether that record was opened.

create table patient (
  clinic_id    uuid not null references clinic,
  patient_id   uuid not null,
  given_name   text not null check (given_name <> ''),
  family_name  text not null check (family_name <> ''),
  birth_date   date not null,
  sex          text not null check (sex in ('female', 'male', 'other')),
  phone        text,
  email        text,
  registered_at timestamptz not null,
  version      integer not null default 1,
  primary key (clinic_id, patient_id)
);
create index patient_by_name on patient (clinic_id, lower(family_name) text_pattern_ops, lower(given_name) text_pattern_ops);
call protect_patient_table('patient');

-- A revision is a whole set of answers in the form of the command line's request file. Two people who save on top of the same revision
-- cannot both succeed.
create table intake (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  revision    integer not null check (revision >= 1),
  request     text not null,
  answered_at timestamptz not null,
  answered_by text not null,
  primary key (clinic_id, patient_id, revision),
  foreign key (clinic_id, patient_id) references patient
);
call protect_patient_table('intake');
call make_append_only('intake');

create table screening (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  screening_id uuid not null,
  revision     integer not null,
  on_date      date not null,
  verdict      text not null,
  answer       text not null,
  knowledge    text not null,
  made_at      timestamptz not null,
  made_by      text not null,
  primary key (clinic_id, screening_id),
  unique (clinic_id, patient_id, screening_id),
  foreign key (clinic_id, patient_id, revision) references intake
);
create index screening_by_patient on screening (clinic_id, patient_id, made_at);
call protect_patient_table('screening');
call make_append_only('screening');

create table course (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  course_id    uuid not null,
  screening_id uuid not null,
  request      text not null,
  answer       text not null,
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  drafted_at   timestamptz not null,
  drafted_by   text not null,
  primary key (clinic_id, course_id),
  unique (clinic_id, patient_id, course_id),
  foreign key (clinic_id, patient_id, screening_id) references screening (clinic_id, patient_id, screening_id)
);
create index course_by_patient on course (clinic_id, patient_id, drafted_at);
call protect_patient_table('course');
call make_append_only('course');

-- A signature binds a person, a time, a meaning and the hash of exactly what was shown. The primary key lets a course be signed once.
create table course_signature (
  clinic_id  uuid not null,
  patient_id uuid not null,
  course_id  uuid not null,
  sha256     text not null,
  meaning    text not null,
  account_id uuid not null,
  signer     text not null,
  signed_at  timestamptz not null,
  primary key (clinic_id, course_id),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id)
);
call protect_patient_table('course_signature');
call make_append_only('course_signature');

-- What the signer took upon themselves: a sign-off that a rule asks for, or an override within the rule's limits, each with its reason.
create table course_acceptance (
  clinic_id  uuid not null,
  patient_id uuid not null,
  course_id  uuid not null,
  rule       text not null,
  kind       text not null check (kind in ('sign-off', 'override')),
  -- What exactly was taken on: the same rule found later in another zone, of another kind or for longer is not covered.
  finding    text not null,
  zones      text[] not null,
  until      date,
  reason     text not null check (reason <> ''),
  account_id uuid not null,
  signer     text not null,
  signed_at  timestamptz not null,
  primary key (clinic_id, course_id, rule),
  foreign key (clinic_id, course_id) references course_signature
);
call protect_patient_table('course_acceptance');
call make_append_only('course_acceptance');

create table consent_text (
  clinic_id uuid not null references clinic,
  purpose   text not null,
  version   integer not null,
  title     text not null,
  body      text not null,
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  in_force  timestamptz not null,
  primary key (clinic_id, purpose, version)
);
call protect_clinic_table('consent_text');
call make_append_only('consent_text');

create table consent (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  consent_id  uuid not null,
  purpose     text not null,
  version     integer not null,
  sha256      text not null,
  course_id   uuid,
  signed_name text not null check (signed_name <> ''),
  witness     text not null,
  given_at    timestamptz not null,
  primary key (clinic_id, consent_id),
  unique (clinic_id, patient_id, consent_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id),
  foreign key (clinic_id, purpose, version) references consent_text
);
call protect_patient_table('consent');
call make_append_only('consent');

create table consent_withdrawal (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  consent_id   uuid not null,
  withdrawn_at timestamptz not null,
  noted_by     text not null,
  primary key (clinic_id, consent_id),
  foreign key (clinic_id, patient_id, consent_id) references consent (clinic_id, patient_id, consent_id)
);
call protect_patient_table('consent_withdrawal');
call make_append_only('consent_withdrawal');

-- A unit is its serial where the code has one. Without a serial a lot is a counted stock, and each use declares which unit of it.
create table unit (
  clinic_id   uuid not null references clinic,
  unit_id     uuid not null,
  device      text not null,
  gtin        text,
  lot         text not null check (lot <> ''),
  serial      text not null check (serial <> ''),
  expiry      date not null,
  received_at timestamptz not null,
  received_by text not null,
  primary key (clinic_id, unit_id),
  unique (clinic_id, device, lot, serial)
);
call protect_clinic_table('unit');
call make_append_only('unit');

create table lot_recall (
  clinic_id   uuid not null references clinic,
  device      text not null,
  lot         text not null,
  reason      text not null,
  recalled_at timestamptz not null,
  recalled_by text not null,
  primary key (clinic_id, device, lot)
);
call protect_clinic_table('lot_recall');
call make_append_only('lot_recall');

create table session (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  session_id   uuid not null,
  course_id    uuid not null,
  number       integer not null check (number >= 1),
  screening_id uuid not null,
  started_at   timestamptz not null,
  started_by   text not null,
  primary key (clinic_id, session_id),
  unique (clinic_id, patient_id, session_id),
  unique (clinic_id, course_id, number),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id),
  foreign key (clinic_id, patient_id, screening_id) references screening (clinic_id, patient_id, screening_id)
);
call protect_patient_table('session');
call make_append_only('session');

-- One unit, one session: the key refuses a second use, whoever asks and however many ask at once. No patient stands here, so that
-- stock can be checked without opening anybody's record.
create table unit_use (
  clinic_id  uuid not null,
  unit_id    uuid not null,
  session_id uuid not null,
  used_at    timestamptz not null,
  used_by    text not null,
  primary key (clinic_id, unit_id),
  foreign key (clinic_id, unit_id) references unit
);
create index unit_use_by_session on unit_use (clinic_id, session_id);
call protect_clinic_table('unit_use');
call make_append_only('unit_use');

-- What was done to a zone. A later entry for the same zone amends the earlier one, which stays.
create table zone_record (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  session_id  uuid not null,
  entry       integer not null check (entry >= 1),
  zone        text not null,
  depth_um    integer not null check (depth_um between 0 and 5000),
  passes      integer not null check (passes between 1 and 100),
  directions  integer not null check (directions between 1 and 16),
  glide_mm_s  numeric(6, 2),
  endpoint    text not null,
  pain        integer check (pain between 0 and 10),
  deviation   text,
  reason      text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (clinic_id, session_id, entry),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('zone_record');
call make_append_only('zone_record');

create table session_close (
  clinic_id  uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  note       text not null,
  account_id uuid not null,
  signer     text not null,
  closed_at  timestamptz not null,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('session_close');
call make_append_only('session_close');

-- The picture itself lies encrypted beside the database under the hash of its content.
create table photo (
  clinic_id  uuid not null,
  patient_id uuid not null,
  photo_id   uuid not null,
  session_id uuid,
  view       text not null,
  taken_on   date not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  width_px   integer not null,
  height_px  integer not null,
  mm_per_px  numeric(8, 5),
  stored_at  timestamptz not null,
  stored_by  text not null,
  primary key (clinic_id, photo_id),
  unique (clinic_id, patient_id, photo_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
create index photo_by_patient on photo (clinic_id, patient_id, taken_on);
call protect_patient_table('photo');
call make_append_only('photo');

create table measurement (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  measurement_id uuid not null,
  baseline_id    uuid not null,
  followup_id    uuid,
  answer         text not null,
  measured_at    timestamptz not null,
  measured_by    text not null,
  primary key (clinic_id, measurement_id),
  foreign key (clinic_id, patient_id, baseline_id) references photo (clinic_id, patient_id, photo_id),
  foreign key (clinic_id, patient_id, followup_id) references photo (clinic_id, patient_id, photo_id)
);
create index measurement_by_patient on measurement (clinic_id, patient_id, measured_at);
call protect_patient_table('measurement');
call make_append_only('measurement');
