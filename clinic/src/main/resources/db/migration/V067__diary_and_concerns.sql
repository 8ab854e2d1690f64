-- What a person writes at home after a session, and who of the clinic answers when it cannot wait.

-- One looking-in: it begins with its first answer. Each answer is kept as it is given; a later one to the same question amends it.
create table diary_entry (
  clinic_id  uuid not null,
  patient_id uuid not null,
  entry_id   uuid not null,
  session_id uuid not null,
  begun_at   timestamptz not null,
  begun_by   text not null,
  primary key (clinic_id, entry_id),
  unique (clinic_id, patient_id, entry_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
create index diary_entry_by_session on diary_entry (clinic_id, patient_id, session_id, begun_at);
call protect_patient_table('diary_entry');
call make_append_only('diary_entry');

create table diary_answer (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  entry_id    uuid not null,
  nth         bigint generated always as identity,
  question    text not null check (question in ('pain', 'redness', 'swelling', 'weeping', 'fever', 'other')),
  answer      text not null check (answer ~ '^[a-z0-9:-]+$'),
  words       text not null default '' check (length(words) <= 2000),
  answered_at timestamptz not null,
  primary key (clinic_id, entry_id, nth),
  foreign key (clinic_id, patient_id, entry_id) references diary_entry (clinic_id, patient_id, entry_id)
);
call protect_patient_table('diary_answer');
call make_append_only('diary_answer');

-- A sign that somebody of the clinic has to answer. One entry raises each sign once.
create table concern (
  clinic_id  uuid not null,
  patient_id uuid not null,
  concern_id uuid not null,
  entry_id   uuid not null,
  session_id uuid not null,
  sign       text not null check (sign ~ '^[a-z-]+$'),
  call       text not null check (call in ('emergency', 'clinician-today', 'clinician')),
  minutes    integer not null check (minutes >= 0),
  raised_at  timestamptz not null,
  primary key (clinic_id, concern_id),
  unique (clinic_id, entry_id, sign),
  unique (clinic_id, patient_id, concern_id),
  foreign key (clinic_id, patient_id, entry_id) references diary_entry (clinic_id, patient_id, entry_id)
);
create index concern_by_patient on concern (clinic_id, patient_id, raised_at);
call protect_patient_table('concern');
call make_append_only('concern');

-- That somebody took it on: escalation rests. Who takes it on later is written too.
create table concern_taken (
  clinic_id  uuid not null,
  patient_id uuid not null,
  concern_id uuid not null,
  nth        bigint generated always as identity,
  taken_at   timestamptz not null,
  taken_by   text not null,
  account_id uuid not null,
  primary key (clinic_id, concern_id, nth),
  foreign key (clinic_id, patient_id, concern_id) references concern (clinic_id, patient_id, concern_id)
);
call protect_patient_table('concern_taken');
call make_append_only('concern_taken');

-- What came of it: only that ends it.
create table concern_closed (
  clinic_id  uuid not null,
  patient_id uuid not null,
  concern_id uuid not null,
  outcome    text not null check (outcome in ('spoke', 'seen', 'sent-on', 'error')),
  words      text not null check (words <> ''),
  closed_at  timestamptz not null,
  closed_by  text not null,
  account_id uuid not null,
  primary key (clinic_id, concern_id),
  foreign key (clinic_id, patient_id, concern_id) references concern (clinic_id, patient_id, concern_id)
);
call protect_patient_table('concern_closed');
call make_append_only('concern_closed');

-- Every step of its escalation, with whom it was laid before. No sign stands here, so that the clock works without opening a record.
create table concern_step (
  clinic_id  uuid not null,
  concern_id uuid not null,
  step       integer not null check (step >= 0),
  roles      text[] not null,
  people     integer not null check (people >= 0),
  stepped_at timestamptz not null,
  primary key (clinic_id, concern_id, step),
  foreign key (clinic_id, concern_id) references concern
);
call protect_clinic_table('concern_step');
call make_append_only('concern_step');

-- What is open, derived from the records by the triggers below, and where its clock stands.
create table waiting_concern (
  clinic_id  uuid not null,
  concern_id uuid not null,
  patient_id uuid not null,
  call       text not null,
  minutes    integer not null,
  raised_at  timestamptz not null,
  next_step  integer not null default 0,
  next_at    timestamptz not null,
  taken      boolean not null default false,
  primary key (clinic_id, concern_id),
  foreign key (clinic_id, patient_id, concern_id) references concern (clinic_id, patient_id, concern_id)
);
create index waiting_concern_by_clock on waiting_concern (clinic_id, next_at);
create index waiting_concern_by_patient on waiting_concern (clinic_id, patient_id);

create function waiting_concern_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_concern (clinic_id, concern_id, patient_id, call, minutes, raised_at, next_at)
       select clinic_id, concern_id, patient_id, call, minutes, raised_at, raised_at from added;
     return null;
   end $$;
create trigger waiting_follows after insert on concern referencing new table as added
  for each statement execute function waiting_concern_begins();

create function waiting_concern_ends() returns trigger language plpgsql as
$$ begin
     delete from waiting_concern w using added a where w.clinic_id = a.clinic_id and w.concern_id = a.concern_id;
     return null;
   end $$;
create trigger waiting_follows after insert on concern_closed referencing new table as added
  for each statement execute function waiting_concern_ends();

call protect_clinic_table('waiting_concern');
grant delete on waiting_concern to ${app_role};

-- Where somebody of the staff is reached when a sign cannot wait, as they said it themselves. The newest of a channel counts; an empty
-- address takes it back.
create table staff_reach (
  clinic_id  uuid not null,
  account_id uuid not null,
  entry      bigint generated always as identity,
  channel    text not null check (channel in ('email', 'sms')),
  address    text not null,
  said_at    timestamptz not null,
  primary key (clinic_id, account_id, entry),
  foreign key (clinic_id, account_id) references account
);
call protect_clinic_table('staff_reach');
call make_append_only('staff_reach');

-- That somebody of the staff is told, by one channel, at one step. It names nobody else and no sign.
create table staff_alert (
  clinic_id    uuid not null,
  alert_id     uuid not null,
  concern_id   uuid not null,
  step         integer not null,
  account_id   uuid not null,
  channel      text not null check (channel in ('email', 'sms')),
  address      text not null check (address <> ''),
  state        text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  failures     integer not null default 0,
  due_at       timestamptz not null,
  leased_until timestamptz,
  primary key (clinic_id, alert_id),
  unique (clinic_id, concern_id, step, account_id, channel),
  foreign key (clinic_id, concern_id, step) references concern_step (clinic_id, concern_id, step)
);
create index staff_alert_due on staff_alert (clinic_id, due_at) where state = 'waiting';
call protect_clinic_table('staff_alert');
