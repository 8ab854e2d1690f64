-- Passkeys beside passwords. A passkey is somebody's for ever or removed; nothing of it is edited. The public key alone stands here.
create table passkey (
  clinic_id       uuid not null,
  account_id      uuid not null,
  passkey_id      uuid not null,
  name            text not null check (name <> ''),
  -- As the authenticator names it, in base64url: it says nothing of whom it belongs to.
  credential      text not null check (credential ~ '^[A-Za-z0-9_-]+$'),
  -- Identifier of the kind of authenticator, credential and public key, as the authenticator attested them.
  attested        bytea not null,
  backup_eligible boolean not null,
  counter         bigint not null check (counter >= 0),
  added_at        timestamptz not null,
  primary key (clinic_id, passkey_id),
  unique (credential),
  unique (clinic_id, account_id, passkey_id),
  foreign key (clinic_id, account_id) references account (clinic_id, account_id)
);
call protect_clinic_table('passkey');
call make_append_only('passkey');

-- Each time it opened something, with the counter that the authenticator signed: the newest is what the next has to exceed.
create table passkey_use (
  clinic_id  uuid not null,
  passkey_id uuid not null,
  entry      bigint generated always as identity,
  counter    bigint not null check (counter >= 0),
  used_at    timestamptz not null,
  primary key (clinic_id, passkey_id, entry),
  foreign key (clinic_id, passkey_id) references passkey
);
call protect_clinic_table('passkey_use');
call make_append_only('passkey_use');

create table passkey_removal (
  clinic_id       uuid not null,
  passkey_id      uuid not null,
  reason          text not null check (reason <> ''),
  removed_at      timestamptz not null,
  removed_by      text not null,
  removed_account uuid not null,
  primary key (clinic_id, passkey_id),
  foreign key (clinic_id, passkey_id) references passkey
);
call protect_clinic_table('passkey_removal');
call make_append_only('passkey_removal');

-- Before sign-in no clinic is known: this runs as the owner of the tables and says whose passkey it is. Whether it was removed is looked at
-- afterwards, in that clinic.
create policy owner_signs_in on passkey for select to current_user using (true);

create function account_for_passkey(wanted text)
returns table (clinic_id uuid, account_id uuid, username text, name text, roles text[], profession text, clinic_name text, time_zone text,
               jurisdiction text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select a.clinic_id, a.account_id, a.username, a.name, a.roles, a.profession, c.name, c.time_zone, c.jurisdiction
   from passkey p
   join account a on a.clinic_id = p.clinic_id and a.account_id = p.account_id
   join clinic c on c.clinic_id = a.clinic_id
   where p.credential = wanted and a.active $$;

revoke all on function account_for_passkey from public;
grant execute on function account_for_passkey to ${app_role};
