-- Consent to a treatment is to exactly the course that was shown, known by its hash. Rows from before have none and count no more:
-- the person reads the course and signs again.
alter table course add constraint course_and_hash unique (clinic_id, course_id, sha256);
alter table consent add column course_sha256 text;
alter table consent add constraint consent_is_to_what_was_shown
  foreign key (clinic_id, course_id, course_sha256) references course (clinic_id, course_id, sha256);
alter table consent add constraint consent_to_treatment_names_its_course
  check (case when purpose = 'treatment' then course_id is not null and course_sha256 is not null
              else course_id is null and course_sha256 is null end) not valid;

-- A refusal that a course was planned without, within the rule's limits: who asked for that and why. It counts only when it is signed.
create table course_set_aside (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  course_id    uuid not null,
  rule         text not null,
  reason       text not null check (reason <> ''),
  account_id   uuid not null,
  set_aside_by text not null,
  set_aside_on date not null,
  primary key (clinic_id, course_id, rule),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id)
);
call protect_patient_table('course_set_aside');
call make_append_only('course_set_aside');

-- What one clinician cannot take on alone waits for a second, who is somebody else: the key of the first signature is repeated here so
-- that the database can tell them apart.
alter table course_acceptance add column second_needed boolean not null default false;
alter table course_signature add constraint signature_and_signer unique (clinic_id, course_id, account_id);
create table course_second_signature (
  clinic_id        uuid not null,
  patient_id       uuid not null,
  course_id        uuid not null,
  sha256           text not null,
  meaning          text not null,
  reason           text not null check (reason <> ''),
  first_account_id uuid not null,
  account_id       uuid not null,
  signer           text not null,
  signed_at        timestamptz not null,
  primary key (clinic_id, course_id),
  constraint two_people check (account_id <> first_account_id),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id),
  foreign key (clinic_id, course_id, sha256) references course (clinic_id, course_id, sha256),
  foreign key (clinic_id, course_id, first_account_id) references course_signature (clinic_id, course_id, account_id)
);
call protect_patient_table('course_second_signature');
call make_append_only('course_second_signature');

-- A departure from the plan opens a review, which somebody who supervises ends under their name.
create table deviation_review (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  session_id  uuid not null,
  entry       integer not null,
  deviation   text not null,
  meaning     text not null,
  note        text not null check (note <> ''),
  account_id  uuid not null,
  signer      text not null,
  reviewed_at timestamptz not null,
  primary key (clinic_id, session_id, entry),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id),
  foreign key (clinic_id, session_id, entry) references zone_record
);
call protect_patient_table('deviation_review');
call make_append_only('deviation_review');

-- That there is something to review, without whose it is: no patient stands here, so that it can be counted on every page without
-- opening anybody's record.
create table review_step (
  clinic_id  uuid not null,
  session_id uuid not null,
  entry      integer not null,
  step       text not null check (step in ('opened', 'reviewed')),
  at         timestamptz not null,
  primary key (clinic_id, session_id, entry, step),
  foreign key (clinic_id, session_id, entry) references zone_record
);
call protect_clinic_table('review_step');
call make_append_only('review_step');

-- Departures from before have a review to come too. The owner is let past the protection for this one statement.
alter table zone_record no force row level security;
alter table review_step no force row level security;
insert into review_step (clinic_id, session_id, entry, step, at)
  select clinic_id, session_id, entry, 'opened', recorded_at from zone_record where deviation is not null;
alter table zone_record force row level security;
alter table review_step force row level security;
