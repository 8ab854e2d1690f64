-- A link by which a person fetches the copy of their own record, beside those for the intake, consent, what comes after a session and
-- appointments.
alter table invitation drop constraint invitation_errand_check;
alter table invitation add constraint invitation_errand_check
  check (errand in ('intake', 'consent', 'after', 'appointment', 'copy'));

-- That a copy was given, entered before its first byte: by whom of the clinic, or by the person's own link.
create table copy_given (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  copy_id       uuid not null,
  entry         bigint generated always as identity,
  invitation_id uuid,
  language      text not null check (language in ('en', 'es')),
  given_at      timestamptz not null,
  given_by      text not null,
  account_id    uuid not null,
  primary key (clinic_id, copy_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, patient_id, invitation_id) references invitation (clinic_id, patient_id, invitation_id)
);
create index copy_given_by_patient on copy_given (clinic_id, patient_id, entry);
call protect_patient_table('copy_given');
call make_append_only('copy_given');

-- That a date of birth was wrong behind a link. What was said is not kept. There are three, whoever asks how often at the same moment.
create table copy_try (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  invitation_id uuid not null,
  number        integer not null check (number between 1 and 3),
  tried_at      timestamptz not null,
  primary key (clinic_id, invitation_id, number),
  foreign key (clinic_id, patient_id, invitation_id) references invitation (clinic_id, patient_id, invitation_id)
);
create index copy_try_by_patient on copy_try (clinic_id, patient_id);
call protect_patient_table('copy_try');
call make_append_only('copy_try');

-- That somebody of the clinic has seen that a link ended by it.
create table copy_try_seen (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  invitation_id uuid not null,
  seen_at       timestamptz not null,
  seen_by       text not null,
  account_id    uuid not null,
  primary key (clinic_id, invitation_id),
  foreign key (clinic_id, patient_id, invitation_id) references invitation (clinic_id, patient_id, invitation_id)
);
create index copy_try_seen_by_patient on copy_try_seen (clinic_id, patient_id);
call protect_patient_table('copy_try_seen');
call make_append_only('copy_try_seen');

-- Links that ended by it and that nobody has seen: a row while it is so (see V050).
create table waiting_copy (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  invitation_id uuid not null,
  ended_at      timestamptz not null,
  primary key (clinic_id, invitation_id),
  foreign key (clinic_id, patient_id, invitation_id) references invitation (clinic_id, patient_id, invitation_id)
);
create index waiting_copy_by_time on waiting_copy (clinic_id, ended_at);
create index waiting_copy_by_patient on waiting_copy (clinic_id, patient_id);
call protect_patient_table('waiting_copy');
grant delete on waiting_copy to ${app_role};

create function waiting_copy_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_copy (clinic_id, patient_id, invitation_id, ended_at)
       select clinic_id, patient_id, invitation_id, tried_at from added where number = 3;
     return null;
   end $$;
create trigger waiting_follows after insert on copy_try referencing new table as added
  for each statement execute function waiting_copy_begins();

create function waiting_copy_ends() returns trigger language plpgsql as
$$ begin
     delete from waiting_copy w using added a where w.clinic_id = a.clinic_id and w.invitation_id = a.invitation_id;
     return null;
   end $$;
create trigger waiting_follows after insert on copy_try_seen referencing new table as added
  for each statement execute function waiting_copy_ends();
