-- Something that a person suffered, after a session as far as is known: opened once, with what stood in the record at that moment; judged in
-- revisions, each of them whole; looked at by somebody else.
create table adverse_event (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  event_id       uuid not null,
  entry          bigint generated always as identity,
  source         text not null check (source in ('by-hand', 'diary')),
  diary_entry    text check (diary_entry <> ''),
  session_id     uuid,
  session_number integer,
  treated_at     timestamptz,
  treated_by     text,
  opened_at      timestamptz not null,
  opened_by      text not null,
  opened_account uuid not null,
  check ((source = 'diary') = (diary_entry is not null)),
  check ((session_id is null) = (treated_at is null) and (session_id is null) = (session_number is null)
    and (session_id is null) = (treated_by is null)),
  primary key (clinic_id, event_id),
  unique (clinic_id, patient_id, event_id),
  -- One entry of a diary opens one event, however often it is asked for.
  unique (clinic_id, diary_entry),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
create index adverse_event_by_patient on adverse_event (clinic_id, patient_id, entry);
call protect_patient_table('adverse_event');
call make_append_only('adverse_event');

-- What had been done to which zone, as it stood when the event was opened.
create table adverse_event_zone (
  clinic_id  uuid not null,
  patient_id uuid not null,
  event_id   uuid not null,
  place      integer not null check (place >= 1),
  zone       text not null check (zone <> ''),
  depth_um   integer not null,
  done       text not null check (done <> ''),
  primary key (clinic_id, event_id, place),
  foreign key (clinic_id, patient_id, event_id) references adverse_event (clinic_id, patient_id, event_id)
);
call protect_patient_table('adverse_event_zone');
call make_append_only('adverse_event_zone');

-- What had touched the person in that session, as it stood when the event was opened.
create table adverse_event_product (
  clinic_id  uuid not null,
  patient_id uuid not null,
  event_id   uuid not null,
  place      integer not null check (place >= 1),
  kind       text not null check (kind in ('device', 'cartridge', 'handpiece', 'anaesthetic', 'topical', 'beside', 'applied')),
  name       text not null check (name <> ''),
  lot        text check (lot <> ''),
  serial     text check (serial <> ''),
  gtin       text check (gtin <> ''),
  expiry     date,
  note       text check (note <> ''),
  primary key (clinic_id, event_id, place),
  foreign key (clinic_id, patient_id, event_id) references adverse_event (clinic_id, patient_id, event_id)
);
call protect_patient_table('adverse_event_product');
call make_append_only('adverse_event_product');

-- How it is judged. A later revision takes the place of an earlier one and says why; all stay.
create table adverse_event_revision (
  clinic_id        uuid not null,
  patient_id       uuid not null,
  event_id         uuid not null,
  revision         integer not null check (revision >= 1),
  kind             text not null check (kind <> ''),
  kind_words       text not null check (kind_words <> ''),
  onset            date,
  description      text not null check (description <> ''),
  grade            integer check (grade between 1 and 5),
  serious          text[],
  done             text check (done <> ''),
  outcome          text not null check (outcome in
                     ('open', 'recovering', 'resolved', 'resolved-with-sequelae', 'not-resolved', 'fatal', 'unknown')),
  resolved_on      date,
  reason           text check (reason <> ''),
  knowledge        text not null check (knowledge <> ''),
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  recorded_account uuid not null,
  check ((revision = 1) = (reason is null)),
  check ((outcome in ('resolved', 'resolved-with-sequelae')) = (resolved_on is not null)),
  check ((outcome = 'fatal') = (grade is not null and grade = 5)),
  primary key (clinic_id, event_id, revision),
  unique (clinic_id, patient_id, event_id, revision, recorded_account),
  foreign key (clinic_id, patient_id, event_id) references adverse_event (clinic_id, patient_id, event_id)
);
call protect_patient_table('adverse_event_revision');
call make_append_only('adverse_event_revision');

-- What a report asks beyond that: the newest of a field counts. Not applicable has its reason.
create table adverse_event_field (
  clinic_id        uuid not null,
  patient_id       uuid not null,
  event_id         uuid not null,
  entry            bigint generated always as identity,
  field            text not null check (field <> ''),
  applicable       boolean not null,
  words            text not null check (words <> ''),
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  recorded_account uuid not null,
  primary key (clinic_id, event_id, entry),
  foreign key (clinic_id, patient_id, event_id) references adverse_event (clinic_id, patient_id, event_id)
);
call protect_patient_table('adverse_event_field');
call make_append_only('adverse_event_field');

-- Treatment may go on although it is not over: of one revision, and of no later one.
create table adverse_event_go_on (
  clinic_id  uuid not null,
  patient_id uuid not null,
  event_id   uuid not null,
  revision   integer not null,
  reason     text not null check (reason <> ''),
  meaning    text not null,
  account_id uuid not null,
  signer     text not null,
  signed_at  timestamptz not null,
  primary key (clinic_id, event_id, revision),
  foreign key (clinic_id, event_id, revision) references adverse_event_revision
);
call protect_patient_table('adverse_event_go_on');
call make_append_only('adverse_event_go_on');

-- Looked at, as it stood in one revision, by somebody else than whoever wrote that.
create table adverse_event_review (
  clinic_id        uuid not null,
  patient_id       uuid not null,
  event_id         uuid not null,
  revision         integer not null,
  recorded_account uuid not null,
  note             text not null check (note <> ''),
  meaning          text not null,
  account_id       uuid not null check (account_id <> recorded_account),
  signer           text not null,
  reviewed_at      timestamptz not null,
  primary key (clinic_id, event_id, revision),
  foreign key (clinic_id, patient_id, event_id, revision, recorded_account)
    references adverse_event_revision (clinic_id, patient_id, event_id, revision, recorded_account)
);
call protect_patient_table('adverse_event_review');
call make_append_only('adverse_event_review');

-- Which events stand or wait to be looked at, and no others; whose they are does not stand here, so that they are counted on every page
-- without opening a record. Kept by the database as in V050.
create table waiting_adverse (
  clinic_id  uuid not null,
  event_id   uuid not null,
  opened_at  timestamptz not null,
  stands     boolean not null,
  unreviewed boolean not null,
  primary key (clinic_id, event_id),
  foreign key (clinic_id, event_id) references adverse_event
);
create index waiting_adverse_by_time on waiting_adverse (clinic_id, opened_at);

create function waiting_adverse_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_adverse w using added a where w.clinic_id = a.clinic_id and w.event_id = a.event_id;
     insert into waiting_adverse (clinic_id, event_id, opened_at, stands, unreviewed)
       select clinic_id, event_id, opened_at, stands, unreviewed
       from (select e.clinic_id, e.event_id, e.opened_at,
               n.outcome not in ('resolved', 'resolved-with-sequelae')
                 and not exists (select from adverse_event_go_on g
                                 where (g.clinic_id, g.event_id, g.revision) = (n.clinic_id, n.event_id, n.revision)) as stands,
               not exists (select from adverse_event_review v
                           where (v.clinic_id, v.event_id, v.revision) = (n.clinic_id, n.event_id, n.revision)) as unreviewed
             from (select distinct clinic_id, event_id from added) a
               join adverse_event e on e.clinic_id = a.clinic_id and e.event_id = a.event_id
               cross join lateral (select * from adverse_event_revision r where r.clinic_id = a.clinic_id and r.event_id = a.event_id
                                   order by r.revision desc limit 1) n) waits
       where stands or unreviewed;
     return null;
   end $$;
create trigger waiting_follows after insert on adverse_event_revision referencing new table as added
  for each statement execute function waiting_adverse_follows();
create trigger waiting_follows after insert on adverse_event_go_on referencing new table as added
  for each statement execute function waiting_adverse_follows();
create trigger waiting_follows after insert on adverse_event_review referencing new table as added
  for each statement execute function waiting_adverse_follows();

call protect_clinic_table('waiting_adverse');
grant delete on waiting_adverse to ${app_role};
