-- Which anaesthetic nobody has taken off, and nothing else: a row stands here while it is on, and is gone when it is off. It is derived from
-- the records, which are never edited, by the triggers below and in the same transaction (as in V050).
create table waiting_numbing (
  clinic_id  uuid not null,
  patient_id uuid not null,
  numbing_id uuid not null,
  on_at      timestamptz not null,
  off_by     timestamptz,
  primary key (clinic_id, numbing_id),
  foreign key (clinic_id, numbing_id) references numbing
);
create index waiting_numbing_by_time on waiting_numbing (clinic_id, off_by);
create index waiting_numbing_by_patient on waiting_numbing (clinic_id, patient_id);

create function waiting_numbing_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_numbing (clinic_id, patient_id, numbing_id, on_at, off_by)
       select clinic_id, patient_id, numbing_id, on_at, on_at + make_interval(mins => most_minutes) from added;
     return null;
   end $$;
create trigger waiting_follows after insert on numbing referencing new table as added
  for each statement execute function waiting_numbing_begins();

create function waiting_numbing_ends() returns trigger language plpgsql as
$$ begin
     delete from waiting_numbing w using added a where w.clinic_id = a.clinic_id and w.numbing_id = a.numbing_id;
     return null;
   end $$;
create trigger waiting_follows after insert on numbing_off referencing new table as added
  for each statement execute function waiting_numbing_ends();

-- What is on already. The owner is let past the protection for this statement.
alter table numbing no force row level security;
alter table numbing_off no force row level security;
insert into waiting_numbing (clinic_id, patient_id, numbing_id, on_at, off_by)
  select n.clinic_id, n.patient_id, n.numbing_id, n.on_at, n.on_at + make_interval(mins => n.most_minutes)
  from numbing n
  where not exists (select from numbing_off o where o.clinic_id = n.clinic_id and o.numbing_id = n.numbing_id);
alter table numbing force row level security;
alter table numbing_off force row level security;

call protect_patient_table('waiting_numbing');
grant delete on waiting_numbing to ${app_role};
