-- Erasing. What was done is never edited, and there is one way alone in which rows of a record go: as a class of the record, with an entry in the
-- ledger of erasures written first and in the same transaction. The ledger names the record by the identifier that the trail keeps, and nobody.

-- For how long the clinic keeps each class, and by what law. The newest of a class counts; where there is none, nothing of it is erased.
create table retention_rule (
  clinic_id  uuid not null references clinic,
  entry      bigint generated always as identity,
  class      text not null check (class in ('treatment', 'photos', 'messages', 'appointments')),
  years      integer not null check (years between 0 and 100),
  until_age  integer check (until_age between 1 and 100),
  law        text not null check (law <> ''),
  stated_at  timestamptz not null,
  stated_by  text not null,
  account_id uuid not null,
  primary key (clinic_id, entry)
);
call protect_clinic_table('retention_rule');
call make_append_only('retention_rule');

-- Somebody says that nothing of a record goes, for as long as a case is open.
create table legal_hold (
  clinic_id  uuid not null,
  patient_id uuid not null,
  hold_id    uuid not null,
  reason     text not null check (reason <> ''),
  placed_at  timestamptz not null,
  placed_by  text not null,
  account_id uuid not null,
  primary key (clinic_id, hold_id),
  unique (clinic_id, patient_id, hold_id),
  foreign key (clinic_id, patient_id) references patient
);
create index legal_hold_by_patient on legal_hold (clinic_id, patient_id);
call protect_patient_table('legal_hold');
call make_append_only('legal_hold');

create table legal_hold_lifted (
  clinic_id  uuid not null,
  patient_id uuid not null,
  hold_id    uuid not null,
  reason     text not null check (reason <> ''),
  lifted_at  timestamptz not null,
  lifted_by  text not null,
  account_id uuid not null,
  primary key (clinic_id, hold_id),
  foreign key (clinic_id, patient_id, hold_id) references legal_hold (clinic_id, patient_id, hold_id)
);
call protect_patient_table('legal_hold_lifted');
call make_append_only('legal_hold_lifted');

-- A person asks that something be erased. It stands until all of it was, or until they take it back.
create table erasure_request (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  request_id  uuid not null,
  classes     text[] not null check (cardinality(classes) > 0),
  asked_on    date not null,
  asked_by    text not null check (asked_by in ('person', 'representative')),
  known_by    text not null check (known_by <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  account_id  uuid not null,
  primary key (clinic_id, request_id),
  unique (clinic_id, patient_id, request_id),
  foreign key (clinic_id, patient_id) references patient
);
create index erasure_request_by_patient on erasure_request (clinic_id, patient_id);
call protect_patient_table('erasure_request');
call make_append_only('erasure_request');

create table erasure_request_end (
  clinic_id  uuid not null,
  patient_id uuid not null,
  request_id uuid not null,
  outcome    text not null check (outcome in ('erased', 'taken-back')),
  words      text not null,
  ended_at   timestamptz not null,
  ended_by   text not null,
  account_id uuid not null,
  primary key (clinic_id, request_id),
  foreign key (clinic_id, patient_id, request_id) references erasure_request (clinic_id, patient_id, request_id)
);
call protect_patient_table('erasure_request_end');
call make_append_only('erasure_request_end');

-- The ledger. It holds no row of a patient: "record" is the identifier alone, which the trail keeps too.
create table erasure (
  clinic_id   uuid not null references clinic,
  erasure_id  uuid not null,
  record      uuid not null,
  class       text not null check (class in ('treatment', 'photos', 'messages', 'appointments')),
  basis       text not null check (basis <> ''),
  erased_at   timestamptz not null,
  erased_by   text not null,
  account_id  uuid not null,
  again       boolean not null,
  written_by  xid8 not null default pg_current_xact_id(),
  primary key (clinic_id, erasure_id)
);
create index erasure_by_transaction on erasure (clinic_id, written_by);
call protect_clinic_table('erasure');
call make_append_only('erasure');
revoke insert on erasure from ${app_role};

-- How many rows of which table went.
create table erasure_count (
  clinic_id  uuid not null,
  erasure_id uuid not null,
  of_table   text not null,
  rows       bigint not null check (rows > 0),
  primary key (clinic_id, erasure_id, of_table),
  foreign key (clinic_id, erasure_id) references erasure
);
call protect_clinic_table('erasure_count');
call make_append_only('erasure_count');
revoke insert on erasure_count from ${app_role};

-- Files that go with it, by names that tell nothing without the key of the installation; and that they are gone.
create table erasure_file (
  clinic_id  uuid not null,
  erasure_id uuid not null,
  file       text not null check (file <> ''),
  primary key (clinic_id, erasure_id, file),
  foreign key (clinic_id, erasure_id) references erasure
);
call protect_clinic_table('erasure_file');
call make_append_only('erasure_file');

create table erasure_file_gone (
  clinic_id  uuid not null,
  erasure_id uuid not null,
  file       text not null,
  gone_at    timestamptz not null,
  primary key (clinic_id, erasure_id, file),
  foreign key (clinic_id, erasure_id, file) references erasure_file
);
call protect_clinic_table('erasure_file_gone');
call make_append_only('erasure_file_gone');

-- Every table of which rows belong to a record: those with patient_id ("own"), and those that refer to one of them. It is asked of the catalogue,
-- so that a new table is never forgotten.
create function tables_of_records() returns table (name text, own boolean) stable language sql as
$$ with recursive own as (
     select c.oid from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'patient_id' and not a.attisdropped
     where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind = 'r' and c.relname <> 'audit_entry'),
   part as (
     select oid from own
     union
     select f.conrelid from pg_constraint f join part on f.confrelid = part.oid where f.contype = 'f')
   select c.relname::text, c.oid in (select oid from own) from part join pg_class c on c.oid = part.oid $$;

-- Which class a table belongs to. Whatever is not named goes with the treatment, and so with the whole record.
create function class_of_record(name text) returns text immutable language sql as
$$ select case
     when name in ('photo', 'photo_capture', 'small_photo', 'measurement', 'photo_use', 'photo_use_end', 'waiting_photo_use') then 'photos'
     when name in ('message', 'message_acknowledgement', 'message_call', 'message_watch', 'message_settled', 'message_taken_back',
                   'delivery', 'delivery_attempt', 'delivery_end', 'invitation', 'invitation_end') then 'messages'
     when name in ('appointment', 'appointment_override', 'appointment_end', 'held') then 'appointments'
     else 'treatment' end $$;

-- Whether a row of a table, called by an alias, belongs to the record $2 of the clinic $1: a condition for a where clause.
create function belongs_to_record(name text, alias text) returns text stable language plpgsql as
$$ declare
     up record;
     above text := alias || 'x';
   begin
     if (select t.own from tables_of_records() t where t.name = belongs_to_record.name) then
       return format('%1$I.clinic_id = $1 and %1$I.patient_id = $2', alias);
     end if;
     select p.relname::text as parent,
            (select string_agg(format('%I.%I = %I.%I', above, pa.attname, alias, ca.attname), ' and ')
             from unnest(f.conkey, f.confkey) as k (child, parent)
               join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
               join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent) as same
       into up
       from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
       where f.contype = 'f' and c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relname = belongs_to_record.name
         and f.confrelid <> f.conrelid and p.relname in (select t.name from tables_of_records() t)
       order by p.relname limit 1;
     return format('exists (select from %I %I where %s and %s)', up.parent, above, up.same, belongs_to_record(up.parent, above));
   end $$;

-- The guard of what was done lets a row go only in the transaction that wrote the erasure of its record into the ledger.
create or replace function refuse_change() returns trigger language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as
$$ declare
     whose text;
   begin
     if tg_op = 'DELETE' and tg_level = 'ROW' then
       whose := to_jsonb(old) ->> 'patient_id';
       if tg_table_name <> 'audit_entry'
          and exists (select from erasure e where e.clinic_id = old.clinic_id and e.written_by = pg_current_xact_id()
                        and (whose is null or e.record = whose::uuid))
          and (whose is not null or tg_table_name in (select t.name from tables_of_records() t)) then
         return old;
       end if;
     end if;
     raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
   end $$;

-- Erases a class of a record that is open: the entry of the ledger first, then the rows, those that refer before those that are referred to.
-- With the treatment goes all that is left. A legal hold stops it, except for what was erased before and came back with a backup.
create function erase_record(new_erasure uuid, whose uuid, of_class text, why text, happened timestamptz, once_more boolean)
  returns void language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as
$$ declare
     remaining text[];
     next text;
     gone bigint;
   begin
     if current_clinic() is null or not patient_opened(whose) or current_setting('app.patients', true) = '*' then
       raise exception 'a record is opened by itself before it is erased' using errcode = 'insufficient_privilege';
     end if;
     if not once_more and exists (select from legal_hold h where h.clinic_id = current_clinic() and h.patient_id = whose
                                    and not exists (select from legal_hold_lifted l
                                                    where l.clinic_id = h.clinic_id and l.hold_id = h.hold_id)) then
       raise exception 'a legal hold stands on this record' using errcode = 'insufficient_privilege';
     end if;
     insert into erasure (clinic_id, erasure_id, record, class, basis, erased_at, erased_by, account_id, again)
     values (current_clinic(), new_erasure, whose, of_class, why, happened, current_setting('app.account_name', true), current_account(),
             once_more);
     select array_agg(t.name order by t.name) into remaining from tables_of_records() t
       where of_class = 'treatment' or class_of_record(t.name) = of_class;
     while cardinality(remaining) > 0 loop
       select r into next from unnest(remaining) r
         where not exists (select from pg_constraint f
                           where f.contype = 'f' and f.confrelid = r::regclass and f.conrelid <> f.confrelid
                             and f.conrelid = any (remaining::regclass[]::oid[]))
         order by r limit 1;
       if next is null then
         raise exception 'tables refer to one another in a circle: %', remaining;
       end if;
       execute format('delete from %I t where %s', next, belongs_to_record(next, 't')) using current_clinic(), whose;
       get diagnostics gone = row_count;
       if gone > 0 then
         insert into erasure_count (clinic_id, erasure_id, of_table, rows) values (current_clinic(), new_erasure, next, gone);
       end if;
       remaining := array_remove(remaining, next);
     end loop;
   end $$;
revoke execute on function erase_record(uuid, uuid, text, text, timestamptz, boolean) from public;
grant execute on function erase_record(uuid, uuid, text, text, timestamptz, boolean) to ${app_role};
