-- What was changed about somebody who can sign in: what stood there, what stands there now, who did it and why.
create table account_change (
  clinic_id       uuid not null,
  account_id      uuid not null,
  entry           bigint generated always as identity,
  what            text not null check (what in ('roles', 'profession', 'sign-in')),
  before          text not null,
  after           text not null,
  reason          text not null check (reason <> ''),
  changed_at      timestamptz not null,
  changed_by      text not null,
  changed_account uuid not null,
  primary key (clinic_id, account_id, entry),
  foreign key (clinic_id, account_id) references account (clinic_id, account_id),
  check (before <> after),
  -- Nobody shuts themselves out or gives themselves rights.
  check (what = 'profession' or changed_account <> account_id)
);
call protect_clinic_table('account_change');
call make_append_only('account_change');

-- How deep, where and with what somebody may treat: the newest counts, none is no limit of their own. Empty zones or devices are all of them.
create table account_scope (
  clinic_id   uuid not null,
  account_id  uuid not null,
  entry       bigint generated always as identity,
  deepest_um  integer check (deepest_um between 50 and 5000),
  zones       text[] not null,
  devices     text[] not null,
  reason      text not null check (reason <> ''),
  set_at      timestamptz not null,
  set_by      text not null,
  set_account uuid not null check (set_account <> account_id),
  primary key (clinic_id, account_id, entry),
  foreign key (clinic_id, account_id) references account (clinic_id, account_id)
);
call protect_clinic_table('account_scope');
call make_append_only('account_scope');
