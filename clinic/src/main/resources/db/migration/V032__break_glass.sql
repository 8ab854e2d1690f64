-- A record that somebody opened in an emergency, who does not read records otherwise: who, whose, why, and until when. It says why a record
-- was opened and nothing of what stands in it.
create table emergency_access (
  clinic_id    uuid not null,
  access_id    uuid not null,
  patient_id   uuid not null,
  account_id   uuid not null,
  account_name text not null,
  why          text not null check (why in ('help-now', 'reaction', 'asked', 'other')),
  reason       text not null check (reason <> ''),
  opened_at    timestamptz not null,
  until        timestamptz not null check (until > opened_at and until <= opened_at + interval '30 minutes'),
  primary key (clinic_id, access_id),
  unique (clinic_id, access_id, account_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, account_id) references account (clinic_id, account_id)
);
create index emergency_access_by_account on emergency_access (clinic_id, account_id, until);
call protect_clinic_table('emergency_access');
call make_append_only('emergency_access');

-- Each is looked at by somebody else.
create table emergency_review (
  clinic_id      uuid not null,
  access_id      uuid not null,
  opened_account uuid not null,
  justified      boolean not null,
  note           text not null check (note <> ''),
  account_id     uuid not null check (account_id <> opened_account),
  reviewer       text not null,
  reviewed_at    timestamptz not null,
  primary key (clinic_id, access_id),
  foreign key (clinic_id, access_id, opened_account) references emergency_access (clinic_id, access_id, account_id)
);
call protect_clinic_table('emergency_review');
call make_append_only('emergency_review');

alter table audit_entry drop constraint audit_entry_act_check;
alter table audit_entry add constraint audit_entry_act_check
  check (act in ('create', 'read', 'change', 'search', 'sign-in', 'sign-out', 'refused', 'emergency'));
