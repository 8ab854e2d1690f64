-- Who somebody is at a sign-on service (OpenID Connect): issuer and subject. The newest entry of a pair counts; each says who made it and why.
create table sign_on_link (
  clinic_id  uuid not null,
  account_id uuid not null,
  entry      bigint generated always as identity,
  issuer     text not null check (issuer <> ''),
  subject    text not null check (subject <> ''),
  linked     boolean not null,
  reason     text not null check (reason <> ''),
  noted_at   timestamptz not null,
  noted_by   text not null,
  noted_account uuid not null,
  primary key (clinic_id, account_id, entry),
  foreign key (clinic_id, account_id) references account (clinic_id, account_id)
);
create index sign_on_link_by_subject on sign_on_link (issuer, subject, entry desc);
call protect_clinic_table('sign_on_link');
call make_append_only('sign_on_link');

-- Before sign-in no clinic is known; and one subject opens one account, whichever clinic that is of. These run as the owner of the tables.
create policy owner_signs_in on sign_on_link for select to current_user using (true);

create function account_for_subject(wanted_issuer text, wanted_subject text)
returns table (clinic_id uuid, account_id uuid, username text, name text, roles text[], profession text, clinic_name text, time_zone text,
               jurisdiction text)
security definer set search_path = ${flyway:defaultSchema}, pg_temp stable language sql as
$$ select a.clinic_id, a.account_id, a.username, a.name, a.roles, a.profession, c.name, c.time_zone, c.jurisdiction
   from (select l.clinic_id, l.account_id, l.linked from sign_on_link l
         where l.issuer = wanted_issuer and l.subject = wanted_subject order by l.entry desc limit 1) newest
   join account a on a.clinic_id = newest.clinic_id and a.account_id = newest.account_id
   join clinic c on c.clinic_id = a.clinic_id
   where newest.linked and a.active $$;

-- Whether a subject is linked to any account, shut ones too; holds off whoever else links it until the transaction ends.
create function subject_is_linked(wanted_issuer text, wanted_subject text) returns boolean
security definer set search_path = ${flyway:defaultSchema}, pg_temp language plpgsql as
$$ begin
     perform pg_advisory_xact_lock(hashtextextended(wanted_issuer || chr(10) || wanted_subject, 34));
     return coalesce((select l.linked from sign_on_link l where l.issuer = wanted_issuer and l.subject = wanted_subject
                      order by l.entry desc limit 1), false);
   end $$;

revoke all on function account_for_subject, subject_is_linked from public;
grant execute on function account_for_subject, subject_is_linked to ${app_role};
