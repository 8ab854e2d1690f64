-- A sign that is told again, where an emergency is called for, and alerts that nobody needs any more.

-- A sign that was told again after it was closed is a concern of its own.
alter table concern drop constraint concern_clinic_id_entry_id_sign_key;
alter table concern add column told integer not null default 1 check (told >= 1);
alter table concern add unique (clinic_id, entry_id, sign, told);

-- The same sign once more in the same entry, while it is open.
create table concern_told_again (
  clinic_id  uuid not null,
  patient_id uuid not null,
  concern_id uuid not null,
  nth        bigint generated always as identity,
  told_at    timestamptz not null,
  primary key (clinic_id, concern_id, nth),
  foreign key (clinic_id, patient_id, concern_id) references concern (clinic_id, patient_id, concern_id)
);
call protect_patient_table('concern_told_again');
call make_append_only('concern_told_again');

-- The clock goes through the ladder again where something is told after somebody took it on: rung is where on the ladder, since is from when
-- it counts, taker is who took it on, and is told first where the clock was woken. Steps are numbered on.
alter table waiting_concern add column rung integer not null default 0;
alter table waiting_concern add column since timestamptz;
alter table waiting_concern add column taker uuid;
alter table waiting_concern add column woken boolean not null default false;
alter table waiting_concern no force row level security;
update waiting_concern set rung = next_step, since = raised_at;
alter table waiting_concern force row level security;
alter table waiting_concern alter column since set not null;

create or replace function waiting_concern_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_concern (clinic_id, concern_id, patient_id, call, minutes, raised_at, next_at, since)
       select clinic_id, concern_id, patient_id, call, minutes, raised_at, raised_at, raised_at from added;
     return null;
   end $$;

create function waiting_concern_wakes() returns trigger language plpgsql as
$$ begin
     update waiting_concern w set taken = false, woken = true, rung = 0, since = a.told_at, next_at = a.told_at
       from added a where w.clinic_id = a.clinic_id and w.concern_id = a.concern_id and w.taken;
     return null;
   end $$;
create trigger waiting_follows after insert on concern_told_again referencing new table as added
  for each statement execute function waiting_concern_wakes();

-- Over: somebody took it on, or it was closed, before the alert went out.
alter table staff_alert drop constraint staff_alert_state_check;
alter table staff_alert add constraint staff_alert_state_check check (state in ('waiting', 'sent', 'dead', 'over'));

-- The number for emergencies at the clinic's place, as the clinic states it; empty where it has stated none.
alter table clinic_reach add column emergency text not null default '' check (emergency ~ '^([+0-9][0-9 ]{1,18}[0-9])?$');
