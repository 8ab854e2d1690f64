-- Booking: practitioner, room and handpiece are held together, and none of them, nor the person, twice at a time. That is the work of the
-- database: the exclusion constraints below compare by equality and by overlap at once, for which this extension is needed. It is part of
-- PostgreSQL and may be made by the owner of the database.
create extension if not exists btree_gist;

create table room (
  clinic_id uuid not null references clinic,
  room_id   uuid not null,
  name      text not null check (name <> ''),
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (clinic_id, room_id)
);
call protect_clinic_table('room');
call make_append_only('room');

create table room_closing (
  clinic_id uuid not null,
  room_id   uuid not null,
  closed_at timestamptz not null,
  closed_by text not null,
  primary key (clinic_id, room_id),
  foreign key (clinic_id, room_id) references room
);
call protect_clinic_table('room_closing');
call make_append_only('room_closing');

-- When somebody works, a week at a time. The newest of an account counts; one without times means that they do not work.
create table working_week (
  clinic_id  uuid not null,
  week_id    uuid not null,
  account_id uuid not null,
  entry      bigint generated always as identity,
  said_at    timestamptz not null,
  said_by    text not null,
  primary key (clinic_id, week_id),
  foreign key (clinic_id, account_id) references account
);
call protect_clinic_table('working_week');
call make_append_only('working_week');

create table working_time (
  clinic_id uuid not null,
  week_id   uuid not null,
  weekday   integer not null check (weekday between 1 and 7),
  from_time time not null,
  to_time   time not null check (to_time > from_time),
  primary key (clinic_id, week_id, weekday, from_time),
  foreign key (clinic_id, week_id) references working_week
);
call protect_clinic_table('working_time');
call make_append_only('working_time');

-- A day on which somebody does not work although their week says so. The newest word about a day counts.
create table day_off (
  clinic_id  uuid not null,
  entry      bigint generated always as identity,
  account_id uuid not null,
  on_day     date not null,
  is_off     boolean not null,
  said_at    timestamptz not null,
  said_by    text not null,
  primary key (clinic_id, entry),
  foreign key (clinic_id, account_id) references account
);
create index day_off_by_day on day_off (clinic_id, account_id, on_day, entry);
call protect_clinic_table('day_off');
call make_append_only('day_off');

create table appointment_length (
  clinic_id uuid not null references clinic,
  entry     bigint generated always as identity,
  kind      text not null check (kind in ('consultation', 'review', 'session')),
  minutes   integer not null check (minutes between 5 and 480),
  said_at   timestamptz not null,
  said_by   text not null,
  primary key (clinic_id, entry)
);
call protect_clinic_table('appointment_length');
call make_append_only('appointment_length');

-- That a time was taken. It is never edited: one that is moved ends, and another begins.
create table appointment (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  appointment_id uuid not null,
  kind          text not null check (kind in ('consultation', 'review', 'session')),
  practitioner  uuid not null,
  room_id       uuid not null,
  handpiece_id  uuid,
  course_id     uuid,
  from_at       timestamptz not null,
  to_at         timestamptz not null check (to_at > from_at),
  moved_from    uuid,
  entry         bigint generated always as identity,
  taken_at      timestamptz not null,
  taken_by      text not null,
  taken_account uuid not null,
  check ((kind = 'session') = (course_id is not null)),
  check (kind = 'session' or handpiece_id is null),
  primary key (clinic_id, appointment_id),
  unique (clinic_id, patient_id, appointment_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, practitioner) references account,
  foreign key (clinic_id, room_id) references room,
  foreign key (clinic_id, handpiece_id) references handpiece,
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id),
  foreign key (clinic_id, patient_id, moved_from) references appointment (clinic_id, patient_id, appointment_id)
);
create index appointment_by_patient on appointment (clinic_id, patient_id, from_at);
call protect_patient_table('appointment');
call make_append_only('appointment');

-- That a rule which stood against it was set aside when it was taken: by whom, and why.
create table appointment_override (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  appointment_id uuid not null,
  rule           text not null check (rule in ('interval', 'deferral')),
  reason         text not null check (reason <> ''),
  account_id     uuid not null,
  signer         text not null,
  signed_at      timestamptz not null,
  primary key (clinic_id, appointment_id, rule),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id)
);
call protect_patient_table('appointment_override');
call make_append_only('appointment_override');

create table appointment_end (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  appointment_id uuid not null,
  how            text not null check (how in ('cancelled', 'moved')),
  reason         text not null,
  ended_at       timestamptz not null,
  ended_by       text not null,
  ended_account  uuid not null,
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id)
);
call protect_patient_table('appointment_end');
call make_append_only('appointment_end');

-- What is held, and nothing that has ended: a row stands here from the moment at which an appointment is taken until it is cancelled or
-- moved. The triggers keep it, so that whatever way a record comes in, nobody and nothing is booked twice. No name stands here, so that a
-- calendar is read without opening anybody's record.
create table held (
  clinic_id      uuid not null,
  appointment_id uuid not null,
  patient_id     uuid not null,
  kind           text not null,
  practitioner   uuid not null,
  room_id        uuid not null,
  handpiece_id   uuid,
  from_at        timestamptz not null,
  to_at          timestamptz not null,
  during         tstzrange not null generated always as (tstzrange(from_at, to_at)) stored,
  taken_at       timestamptz not null,
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id),
  constraint held_person exclude using gist (clinic_id with =, patient_id with =, during with &&),
  constraint held_practitioner exclude using gist (clinic_id with =, practitioner with =, during with &&),
  constraint held_room exclude using gist (clinic_id with =, room_id with =, during with &&),
  constraint held_handpiece exclude using gist (clinic_id with =, handpiece_id with =, during with &&) where (handpiece_id is not null)
);
-- Under row-level security an index serves comparisons that leak nothing: those of moments, not of ranges.
create index held_by_time on held (clinic_id, to_at);
call protect_clinic_table('held');
grant delete on held to ${app_role};

create function held_begins() returns trigger language plpgsql as
$$ begin
     insert into held (clinic_id, appointment_id, patient_id, kind, practitioner, room_id, handpiece_id, from_at, to_at, taken_at)
       select clinic_id, appointment_id, patient_id, kind, practitioner, room_id, handpiece_id, from_at, to_at, taken_at from added;
     return null;
   end $$;
create trigger held_follows after insert on appointment referencing new table as added
  for each statement execute function held_begins();

create function held_ends() returns trigger language plpgsql as
$$ begin
     delete from held h using added a where h.clinic_id = a.clinic_id and h.appointment_id = a.appointment_id;
     return null;
   end $$;
create trigger held_follows after insert on appointment_end referencing new table as added
  for each statement execute function held_ends();

-- The secret address of a calendar: of one account, or of the whole clinic where none is named. The newest counts, so that a new one ends
-- the old. Of the address only the hash is kept.
create table calendar_feed (
  clinic_id    uuid not null references clinic,
  feed_id      uuid not null,
  account_id   uuid,
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  entry        bigint generated always as identity,
  made_at      timestamptz not null,
  made_by      text not null,
  primary key (clinic_id, feed_id),
  unique (token_sha256),
  foreign key (clinic_id, account_id) references account
);
call protect_clinic_table('calendar_feed');
call make_append_only('calendar_feed');

-- A calendar program is not signed in. This runs as the owner of the tables and gives exactly whose calendar an address is; of somebody who
-- can sign in no more it is nobody's.
create policy owner_follows_feeds on calendar_feed for select to current_user using (true);

create function calendar_by_link(hash text)
returns table (clinic_id uuid, account_id uuid, clinic_name text, time_zone text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select f.clinic_id, f.account_id, c.name, c.time_zone
   from calendar_feed f join clinic c on c.clinic_id = f.clinic_id
   where f.token_sha256 = hash
     and not exists (select from calendar_feed n
                     where n.clinic_id = f.clinic_id and n.account_id is not distinct from f.account_id and n.entry > f.entry)
     and (f.account_id is null
          or exists (select from account a where a.clinic_id = f.clinic_id and a.account_id = f.account_id and a.active)) $$;
revoke all on function calendar_by_link from public;
grant execute on function calendar_by_link to ${app_role};
