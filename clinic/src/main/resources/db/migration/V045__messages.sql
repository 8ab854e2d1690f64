-- Messages to people. What is said, to whom and by which channel is written in the transaction of what causes it; a worker sends it later.

-- How people reach the clinic, in its own words: it stands behind every link. The newest counts.
create table clinic_reach (
  clinic_id uuid not null references clinic,
  entry     bigint generated always as identity,
  words     text not null check (words <> ''),
  said_at   timestamptz not null,
  said_by   text not null,
  primary key (clinic_id, entry)
);
call protect_clinic_table('clinic_reach');
call make_append_only('clinic_reach');

-- That a person may be written to by a channel, at one address, or may not any more. The newest of a channel counts, and only for the
-- address that it names: a new number or a new address is asked about anew.
create table contact_consent (
  clinic_id  uuid not null,
  patient_id uuid not null,
  entry      bigint generated always as identity,
  channel    text not null check (channel in ('email', 'sms')),
  address    text not null check (address <> ''),
  may        boolean not null,
  noted_at   timestamptz not null,
  noted_by   text not null,
  primary key (clinic_id, patient_id, entry),
  foreign key (clinic_id, patient_id) references patient
);
call protect_patient_table('contact_consent');
call make_append_only('contact_consent');

-- One message a person and cause: the last key gives a repeated cause one message. The words stand behind the link and never in an e-mail
-- or a text message. Of the link only the hash is kept.
create table message (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  message_id   uuid not null,
  cause        text not null check (cause in ('recall')),
  about        uuid not null,
  words        text not null check (words <> ''),
  email        text,
  mobile       text,
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  expires_at   timestamptz not null,
  written_at   timestamptz not null,
  written_by   text not null,
  primary key (clinic_id, message_id),
  unique (token_sha256),
  unique (clinic_id, cause, about, patient_id),
  unique (clinic_id, patient_id, message_id),
  foreign key (clinic_id, patient_id) references patient
);
call protect_patient_table('message');
call make_append_only('message');

-- Where a message stands on one channel. No address and no word of it stands here, so that the worker finds what is due without opening
-- anybody's record. `failures` counts since the last time somebody asked to try again, `attempts` all.
create table delivery (
  clinic_id    uuid not null,
  message_id   uuid not null,
  channel      text not null check (channel in ('email', 'sms')),
  patient_id   uuid not null,
  state        text not null check (state in ('waiting', 'sent', 'dead', 'withdrawn')),
  attempts     integer not null default 0,
  failures     integer not null default 0,
  due_at       timestamptz not null,
  leased_until timestamptz,
  primary key (clinic_id, message_id, channel),
  foreign key (clinic_id, patient_id, message_id) references message (clinic_id, patient_id, message_id)
);
create index delivery_due on delivery (clinic_id, due_at) where state = 'waiting';
call protect_clinic_table('delivery');

-- Every attempt is written down before it is made, and its end after: one without an end was cut off, and nobody knows whether the
-- message went out.
create table delivery_attempt (
  clinic_id  uuid not null,
  message_id uuid not null,
  channel    text not null,
  attempt    integer not null check (attempt >= 1),
  began_at   timestamptz not null,
  primary key (clinic_id, message_id, channel, attempt),
  foreign key (clinic_id, message_id, channel) references delivery
);
call protect_clinic_table('delivery_attempt');
call make_append_only('delivery_attempt');

create table delivery_end (
  clinic_id  uuid not null,
  message_id uuid not null,
  channel    text not null,
  attempt    integer not null,
  outcome    text not null check (outcome in ('sent', 'failed', 'refused', 'unknown')),
  why        text not null,
  ended_at   timestamptz not null,
  primary key (clinic_id, message_id, channel, attempt),
  foreign key (clinic_id, message_id, channel, attempt) references delivery_attempt
);
call protect_clinic_table('delivery_end');
call make_append_only('delivery_end');

-- That the person read what stands behind their link, and said so.
create table message_acknowledgement (
  clinic_id       uuid not null,
  patient_id      uuid not null,
  message_id      uuid not null,
  acknowledged_at timestamptz not null,
  primary key (clinic_id, message_id),
  foreign key (clinic_id, patient_id, message_id) references message (clinic_id, patient_id, message_id)
);
call protect_patient_table('message_acknowledgement');
call make_append_only('message_acknowledgement');

-- That somebody of the clinic called about a message, and what came of it.
create table message_call (
  clinic_id  uuid not null,
  patient_id uuid not null,
  message_id uuid not null,
  entry      bigint generated always as identity,
  outcome    text not null check (outcome in ('told', 'no-answer', 'wrong-number', 'asked-to-call-back')),
  note       text not null,
  called_at  timestamptz not null,
  called_by  text not null,
  primary key (clinic_id, message_id, entry),
  foreign key (clinic_id, patient_id, message_id) references message (clinic_id, patient_id, message_id)
);
call protect_patient_table('message_call');
call make_append_only('message_call');

-- What somebody of the clinic has to call about is counted on every page, without opening anybody's record: from when a message needs a
-- call, unless it is settled. Who has no channel is called at once, who was written to when they have not said in time that they read it.
create table message_watch (
  clinic_id  uuid not null,
  message_id uuid not null,
  patient_id uuid not null,
  call_from  timestamptz not null,
  primary key (clinic_id, message_id),
  foreign key (clinic_id, patient_id, message_id) references message (clinic_id, patient_id, message_id)
);
call protect_clinic_table('message_watch');
call make_append_only('message_watch');

create table message_settled (
  clinic_id  uuid not null,
  message_id uuid not null,
  settled_at timestamptz not null,
  primary key (clinic_id, message_id),
  foreign key (clinic_id, message_id) references message_watch
);
call protect_clinic_table('message_settled');
call make_append_only('message_settled');

-- Whoever follows a link is not signed in, and the worker works for each clinic in turn: of both, no clinic is known beforehand. These two
-- run as the owner of the tables and give exactly that.
create policy owner_follows_links on message for select to current_user using (true);

create function message_by_link(hash text)
returns table (clinic_id uuid, patient_id uuid, message_id uuid, clinic_name text, time_zone text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select m.clinic_id, m.patient_id, m.message_id, c.name, c.time_zone
   from message m join clinic c on c.clinic_id = m.clinic_id
   where m.token_sha256 = hash $$;

create function clinics_to_write_for()
returns table (clinic_id uuid, name text, time_zone text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select clinic_id, name, time_zone from clinic $$;

revoke all on function message_by_link, clinics_to_write_for from public;
grant execute on function message_by_link, clinics_to_write_for to ${app_role};
