-- Who is asking, and whose record is open, are settings of the transaction. Row-level security reads them, so that whatever the code
-- forgets, no clinic sees another's rows, and no row of a patient is seen or written before the audit trail says who opened the record.

create function current_clinic() returns uuid stable parallel safe language sql as
$$ select nullif(current_setting('app.clinic', true), '')::uuid $$;

create function current_account() returns uuid stable parallel safe language sql as
$$ select nullif(current_setting('app.account', true), '')::uuid $$;

create function patient_opened(patient uuid) returns boolean stable parallel safe language sql as
$$ select coalesce(
     current_setting('app.patients', true) = '*'
     or patient::text = any (string_to_array(current_setting('app.patients', true), ',')), false) $$;

-- One row a clinic. Its own clinic_id is its key, so that every table leads with clinic_id.
create table clinic (
  clinic_id    uuid primary key,
  name         text not null check (name <> ''),
  jurisdiction text,
  time_zone    text not null,
  created_at   timestamptz not null
);

create table account (
  clinic_id     uuid not null references clinic,
  account_id    uuid not null,
  username      text not null check (username = lower(username) and username <> ''),
  name          text not null check (name <> ''),
  password_hash text not null,
  roles         text[] not null,
  active        boolean not null default true,
  version       integer not null default 1,
  primary key (clinic_id, account_id),
  unique (username)
);

-- Append-only: the application may insert and read, and a trigger refuses the rest even to the owner.
create table audit_entry (
  clinic_id    uuid not null references clinic,
  entry        bigint generated always as identity,
  recorded_at  timestamptz not null default clock_timestamp(),
  account_id   uuid not null,
  account_name text not null,
  act          text not null check (act in ('create', 'read', 'change', 'search', 'sign-in', 'sign-out', 'refused')),
  patient_id   uuid,
  what         text not null,
  primary key (clinic_id, entry)
);
create index audit_entry_by_patient on audit_entry (clinic_id, patient_id, entry);

-- A repeated request has one effect: its key is inserted in the transaction of the effect.
create table request_key (
  clinic_id  uuid not null references clinic,
  key        uuid not null,
  account_id uuid not null,
  body_hash  text not null,
  location   text,
  made_at    timestamptz not null default clock_timestamp(),
  primary key (clinic_id, key)
);

create function refuse_change() returns trigger language plpgsql as
$$ begin
     raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
   end $$;

-- The three shapes of protection. Every table gets exactly one; the program refuses to start when one has none.

create procedure protect_clinic_table(name text) language plpgsql as
$$ begin
     execute format('alter table %I enable row level security', name);
     execute format('alter table %I force row level security', name);
     execute format('create policy own_clinic on %I using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', name);
     execute format('grant select, insert, update on %I to ${app_role}', name);
   end $$;

create procedure protect_patient_table(name text) language plpgsql as
$$ begin
     execute format('alter table %I enable row level security', name);
     execute format('alter table %I force row level security', name);
     execute format('create policy opened_record on %I using (clinic_id = current_clinic() and patient_opened(patient_id)) '
                    'with check (clinic_id = current_clinic() and patient_opened(patient_id))', name);
     execute format('grant select, insert, update on %I to ${app_role}', name);
   end $$;

create procedure make_append_only(name text) language plpgsql as
$$ begin
     execute format('revoke update, delete, truncate on %I from ${app_role}', name);
     execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
     execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
   end $$;

call protect_clinic_table('clinic');
call protect_clinic_table('account');
call protect_clinic_table('audit_entry');
call make_append_only('audit_entry');
call protect_clinic_table('request_key');

grant usage on schema ${flyway:defaultSchema} to ${app_role};

-- Opening a record writes the audit entry and makes the patient's rows visible, both for this transaction only.
create function open_record(patient uuid, act text, what text) returns void language plpgsql as
$$ begin
     -- One page reads many parts of a record: the first reading of a transaction is entered, not each part.
     if act = 'read' and patient_opened(patient) and current_setting('app.patients', true) <> '*' then
       return;
     end if;
     insert into audit_entry (clinic_id, account_id, account_name, act, patient_id, what)
     values (current_clinic(), current_account(), current_setting('app.account_name', true), act, patient, what);
     if patient is null then
       perform set_config('app.patients', '*', true);
     elsif current_setting('app.patients', true) is distinct from '*' then
       perform set_config('app.patients', concat_ws(',', nullif(current_setting('app.patients', true), ''), patient::text), true);
     end if;
   end $$;

-- Before sign-in no clinic is known. These few functions run as the owner of the tables and give exactly what signing in and setting
-- up need; the policies below let that owner, who never signs in at run time, see just these tables.
create policy owner_signs_in on account for select to current_user using (true);
create policy owner_counts on clinic to current_user using (true) with check (true);
create policy owner_sets_up on account for insert to current_user with check (true);

create function account_for_sign_in(wanted text)
returns table (clinic_id uuid, account_id uuid, name text, password_hash text, roles text[], clinic_name text, time_zone text,
               jurisdiction text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select a.clinic_id, a.account_id, a.name, a.password_hash, a.roles, c.name, c.time_zone, c.jurisdiction
   from account a join clinic c on c.clinic_id = a.clinic_id
   where a.username = lower(wanted) and a.active $$;

create function any_clinic() returns boolean
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select exists (select from clinic) $$;

create function set_up_clinic(clinic uuid, clinic_name text, place text, zone text, at timestamptz,
                              account uuid, username text, person text, hash text, person_roles text[]) returns void
security definer set search_path = ${flyway:defaultSchema}, pg_temp language plpgsql as
$$ begin
     insert into clinic (clinic_id, name, jurisdiction, time_zone, created_at) values (clinic, clinic_name, place, zone, at);
     insert into account (clinic_id, account_id, username, name, password_hash, roles)
     values (clinic, account, username, person, hash, person_roles);
   end $$;

revoke all on function account_for_sign_in, any_clinic, set_up_clinic from public;
grant execute on function account_for_sign_in, any_clinic, set_up_clinic to ${app_role};
