-- A text is written in one language or more, and what was signed is one of them. Texts from before are English.
alter table consent drop constraint consent_clinic_id_purpose_version_fkey;
alter table consent_text drop constraint consent_text_pkey;
alter table consent_text add column language text not null default 'en' check (language in ('en', 'es'));
alter table consent_text add column published_by text not null default '';
alter table consent_text add primary key (clinic_id, purpose, version, language);
alter table consent add column language text not null default 'en';
alter table consent add foreign key (clinic_id, purpose, version, language) references consent_text;

-- What stood beside the text for this one person, word for word; where it was signed, and the drawn signature as lines in a box of
-- 1000 by 400. Rows from before were signed in the clinic and typed.
alter table consent add column particulars text not null default '';
alter table consent add column signed_where text not null default 'clinic' check (signed_where in ('clinic', 'own-link'));
alter table consent add column invitation_id uuid;
alter table consent add column strokes text check (length(strokes) <= 20000 and strokes ~ '^[0-9]+,[0-9]+([ ;][0-9]+,[0-9]+)*$');
alter table consent add constraint consent_has_a_witness_in_the_clinic
  check ((signed_where = 'own-link') = (witness = '')
     and (signed_where = 'own-link') = (invitation_id is not null)) not valid;

-- Consent to a treatment that was signed without a witness is confirmed in the room before the needle.
create table consent_confirmation (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  consent_id   uuid not null,
  meaning      text not null check (meaning <> ''),
  account_id   uuid not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (clinic_id, consent_id),
  foreign key (clinic_id, patient_id, consent_id) references consent (clinic_id, patient_id, consent_id)
);
call protect_patient_table('consent_confirmation');
call make_append_only('consent_confirmation');

-- What somebody asks before they sign, and what they were answered.
create table consent_question (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  question_id   uuid not null,
  purpose       text not null,
  words         text not null check (words <> '' and length(words) <= 2000),
  language      text not null,
  invitation_id uuid not null,
  asked_at      timestamptz not null,
  primary key (clinic_id, question_id),
  unique (clinic_id, patient_id, question_id),
  foreign key (clinic_id, patient_id) references patient
);
create index consent_question_by_patient on consent_question (clinic_id, patient_id, asked_at);
call protect_patient_table('consent_question');
call make_append_only('consent_question');

create table consent_answer (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  question_id uuid not null,
  words       text not null check (words <> ''),
  account_id  uuid not null,
  answered_by text not null,
  answered_at timestamptz not null,
  primary key (clinic_id, question_id),
  foreign key (clinic_id, patient_id, question_id) references consent_question (clinic_id, patient_id, question_id)
);
call protect_patient_table('consent_answer');
call make_append_only('consent_answer');

-- Who waits, as in V050: who asked and was not answered, and who agreed to a text that was changed since.
create table waiting_question (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  question_id uuid not null,
  purpose     text not null,
  asked_at    timestamptz not null,
  primary key (clinic_id, question_id),
  foreign key (clinic_id, patient_id, question_id) references consent_question (clinic_id, patient_id, question_id)
);
create index waiting_question_by_time on waiting_question (clinic_id, asked_at);

create table waiting_consent (
  clinic_id  uuid not null,
  patient_id uuid not null,
  purpose    text not null,
  version    integer not null,
  primary key (clinic_id, patient_id, purpose),
  foreign key (clinic_id, patient_id) references patient
);
create index waiting_consent_by_purpose on waiting_consent (clinic_id, purpose, patient_id);

create function waiting_question_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_question (clinic_id, patient_id, question_id, purpose, asked_at)
       select clinic_id, patient_id, question_id, purpose, asked_at from added;
     return null;
   end $$;
create trigger waiting_follows after insert on consent_question referencing new table as added
  for each statement execute function waiting_question_begins();

create function waiting_question_ends() returns trigger language plpgsql as
$$ begin
     delete from waiting_question w using added a where w.clinic_id = a.clinic_id and w.question_id = a.question_id;
     return null;
   end $$;
create trigger waiting_follows after insert on consent_answer referencing new table as added
  for each statement execute function waiting_question_ends();

-- For a purpose, the newest version that somebody signed and did not withdraw is older than the newest text.
create function waiting_consent_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_consent w using added a where w.clinic_id = a.clinic_id and w.patient_id = a.patient_id;
     insert into waiting_consent (clinic_id, patient_id, purpose, version)
       select c.clinic_id, c.patient_id, c.purpose, max(c.version)
       from (select distinct clinic_id, patient_id from added) a
         join consent c on c.clinic_id = a.clinic_id and c.patient_id = a.patient_id
       where not exists (select from consent_withdrawal x where x.clinic_id = c.clinic_id and x.consent_id = c.consent_id)
       group by c.clinic_id, c.patient_id, c.purpose
       having max(c.version) < (select max(t.version) from consent_text t
                                where t.clinic_id = c.clinic_id and t.purpose = c.purpose);
     return null;
   end $$;
create trigger waiting_follows after insert on consent referencing new table as added
  for each statement execute function waiting_consent_follows();
create trigger waiting_follows after insert on consent_withdrawal referencing new table as added
  for each statement execute function waiting_consent_follows();

-- Whoever publishes has entered in the trail that all records are read; without that nobody is seen here.
create function waiting_consent_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_consent (clinic_id, patient_id, purpose, version)
       select c.clinic_id, c.patient_id, c.purpose, max(c.version)
       from (select clinic_id, purpose, max(version) as version from added group by clinic_id, purpose) a
         join consent c on c.clinic_id = a.clinic_id and c.purpose = a.purpose
       where not exists (select from consent_withdrawal x where x.clinic_id = c.clinic_id and x.consent_id = c.consent_id)
       group by c.clinic_id, c.patient_id, c.purpose, a.version
       having max(c.version) < a.version
     on conflict (clinic_id, patient_id, purpose) do nothing;
     return null;
   end $$;
create trigger waiting_follows after insert on consent_text referencing new table as added
  for each statement execute function waiting_consent_begins();

-- Who agreed to an older text before this was kept. The owner is let past the protection for these statements.
alter table consent no force row level security;
alter table consent_withdrawal no force row level security;
alter table consent_text no force row level security;
insert into waiting_consent (clinic_id, patient_id, purpose, version)
  select c.clinic_id, c.patient_id, c.purpose, max(c.version)
  from consent c
  where not exists (select from consent_withdrawal x where x.clinic_id = c.clinic_id and x.consent_id = c.consent_id)
  group by c.clinic_id, c.patient_id, c.purpose
  having max(c.version) < (select max(t.version) from consent_text t where t.clinic_id = c.clinic_id and t.purpose = c.purpose);
alter table consent force row level security;
alter table consent_withdrawal force row level security;
alter table consent_text force row level security;

call protect_patient_table('waiting_question');
call protect_patient_table('waiting_consent');
grant delete on waiting_question, waiting_consent to ${app_role};
