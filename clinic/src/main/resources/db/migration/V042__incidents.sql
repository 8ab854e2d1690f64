-- What went wrong with staff or devices: with a session or without. It is the clinic's register, so it names no patient; which session it
-- was stands apart, behind the opened record.
create table incident (
  clinic_id        uuid not null references clinic,
  incident_id      uuid not null,
  kind             text not null check (kind in ('blood-exposure', 'shared-unit', 'broken-needle', 'burn', 'anaesthetic-toxicity', 'other')),
  affected         text not null check (affected in ('staff', 'patient', 'both', 'nobody')),
  happened         text not null check (happened <> ''),
  done             text not null check (done <> ''),
  unit             text check (unit <> ''),
  zone             text check (zone <> ''),
  happened_at      timestamptz not null,
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  recorded_account uuid not null,
  entry            bigint generated always as identity,
  primary key (clinic_id, incident_id),
  unique (clinic_id, incident_id, recorded_account)
);
call protect_clinic_table('incident');
call make_append_only('incident');

create table incident_session (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  session_id  uuid not null,
  incident_id uuid not null,
  primary key (clinic_id, incident_id),
  foreign key (clinic_id, incident_id) references incident,
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('incident_session');
call make_append_only('incident_session');

-- Looked at by somebody else than whoever wrote it down.
create table incident_review (
  clinic_id        uuid not null,
  incident_id      uuid not null,
  recorded_account uuid not null,
  meaning          text not null,
  note             text not null check (note <> ''),
  account_id       uuid not null check (account_id <> recorded_account),
  signer           text not null,
  reviewed_at      timestamptz not null,
  primary key (clinic_id, incident_id),
  foreign key (clinic_id, incident_id, recorded_account) references incident (clinic_id, incident_id, recorded_account)
);
call protect_clinic_table('incident_review');
call make_append_only('incident_review');

-- What the clinic itself does in such a case, in its own words. The newest version counts; each stays.
create table incident_protocol (
  clinic_id  uuid not null references clinic,
  kind       text not null check (kind in ('blood-exposure', 'shared-unit', 'broken-needle', 'burn', 'anaesthetic-toxicity', 'other')),
  version    integer not null check (version >= 1),
  words      text not null check (words <> ''),
  written_at timestamptz not null,
  written_by text not null,
  account_id uuid not null,
  primary key (clinic_id, kind, version)
);
call protect_clinic_table('incident_protocol');
call make_append_only('incident_protocol');
