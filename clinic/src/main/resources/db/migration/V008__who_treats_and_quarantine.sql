-- The profession of whoever signs in, for the law of the place: an intake begins with it, and another can be chosen there.
alter table account add column profession text check (profession in ('physician', 'nurse', 'aesthetician'));

drop function account_for_sign_in(text);
create function account_for_sign_in(wanted text)
returns table (clinic_id uuid, account_id uuid, name text, password_hash text, roles text[], profession text, clinic_name text,
               time_zone text, jurisdiction text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select a.clinic_id, a.account_id, a.name, a.password_hash, a.roles, a.profession, c.name, c.time_zone, c.jurisdiction
   from account a join clinic c on c.clinic_id = a.clinic_id
   where a.username = lower(wanted) and a.active $$;

drop function set_up_clinic(uuid, text, text, text, timestamptz, uuid, text, text, text, text[]);
create function set_up_clinic(clinic uuid, clinic_name text, place text, zone text, at timestamptz,
                              account uuid, username text, person text, hash text, person_roles text[],
                              person_profession text) returns void
security definer set search_path = ${flyway:defaultSchema}, pg_temp language plpgsql as
$$ begin
     insert into clinic (clinic_id, name, jurisdiction, time_zone, created_at) values (clinic, clinic_name, place, zone, at);
     insert into account (clinic_id, account_id, username, name, password_hash, roles, profession)
     values (clinic, account, username, person, hash, person_roles, person_profession);
   end $$;

revoke all on function account_for_sign_in, set_up_clinic from public;
grant execute on function account_for_sign_in, set_up_clinic to ${app_role};

-- Why a unit was put aside when it was received. It is in the books, so that nobody takes it from the shelf, and is never used.
alter table unit add column quarantine text check (quarantine <> '');
