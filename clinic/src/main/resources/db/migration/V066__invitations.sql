-- What people are written about grows with the program; the program alone knows the list.
alter table message drop constraint message_cause_check;
alter table message add constraint message_cause_check check (cause ~ '^[a-z-]+$');

-- A link that opens one errand of one person: the intake, consent, what comes after a session. What stands in the link is derived from
-- the invitation under a key of the installation and kept nowhere; here is its hash.
create table invitation (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  invitation_id uuid not null,
  entry         bigint generated always as identity,
  errand        text not null check (errand in ('intake', 'consent', 'after')),
  about         uuid not null,
  token_sha256  text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at       timestamptz not null,
  made_by       text not null,
  expires_at    timestamptz not null check (expires_at > made_at),
  primary key (clinic_id, invitation_id),
  unique (token_sha256),
  unique (clinic_id, patient_id, invitation_id),
  foreign key (clinic_id, patient_id) references patient
);
create index invitation_by_patient on invitation (clinic_id, patient_id, errand, entry);
call protect_patient_table('invitation');
call make_append_only('invitation');

-- That it is over before its time: the errand is done, or somebody of the clinic took the link back.
create table invitation_end (
  clinic_id     uuid not null,
  patient_id    uuid not null,
  invitation_id uuid not null,
  how           text not null check (how in ('done', 'taken-back')),
  ended_at      timestamptz not null,
  ended_by      text not null,
  primary key (clinic_id, invitation_id),
  foreign key (clinic_id, patient_id, invitation_id) references invitation (clinic_id, patient_id, invitation_id)
);
call protect_patient_table('invitation_end');
call make_append_only('invitation_end');

-- Whoever follows a link is not signed in: no clinic is known beforehand. This runs as the owner of the tables and gives exactly whose link
-- it is.
create policy owner_follows_invitations on invitation for select to current_user using (true);

create function invitation_by_link(hash text)
returns table (clinic_id uuid, patient_id uuid, invitation_id uuid, clinic_name text, time_zone text, jurisdiction text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select i.clinic_id, i.patient_id, i.invitation_id, c.name, c.time_zone, c.jurisdiction
   from invitation i join clinic c on c.clinic_id = i.clinic_id
   where i.token_sha256 = hash $$;

revoke all on function invitation_by_link from public;
grant execute on function invitation_by_link to ${app_role};
