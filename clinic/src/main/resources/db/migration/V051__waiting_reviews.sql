-- What a person's page reads of all their sessions at once.
create index zone_record_by_patient on zone_record (clinic_id, patient_id, session_id, entry);
create index zone_left_out_by_patient on zone_left_out (clinic_id, patient_id, session_id);
create index session_adjunct_by_patient on session_adjunct (clinic_id, patient_id, session_id);
create index session_after_by_patient on session_after (clinic_id, patient_id, session_id);

-- Departures that wait for their review, and no others; whose they are does not stand here, so that they are counted on every page without
-- opening a record. Kept by the database as in V050. Rank 0 is over a limit, 1 a reaction, 2 what is left.
create table waiting_review (
  clinic_id   uuid not null,
  session_id  uuid not null,
  entry       integer not null,
  rank        smallint not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, session_id, entry),
  foreign key (clinic_id, session_id, entry) references zone_record
);
create index waiting_review_by_rank on waiting_review (clinic_id, rank, recorded_at, session_id, entry);

create function review_rank(gravity text) returns smallint language sql immutable as
$$ select case gravity when 'over-limit' then 0 when 'reaction' then 1 else 2 end::smallint $$;

create function waiting_review_begins() returns trigger language plpgsql as
$$ begin
     insert into waiting_review (clinic_id, session_id, entry, rank, recorded_at)
       select clinic_id, session_id, entry, review_rank(gravity), recorded_at from added where deviation is not null;
     return null;
   end $$;
create trigger waiting_follows after insert on zone_record referencing new table as added
  for each statement execute function waiting_review_begins();

create function waiting_review_ends() returns trigger language plpgsql as
$$ begin
     delete from waiting_review w using added a
       where w.clinic_id = a.clinic_id and w.session_id = a.session_id and w.entry = a.entry;
     return null;
   end $$;
create trigger waiting_follows after insert on deviation_review referencing new table as added
  for each statement execute function waiting_review_ends();

alter table zone_record no force row level security;
alter table deviation_review no force row level security;
insert into waiting_review (clinic_id, session_id, entry, rank, recorded_at)
  select z.clinic_id, z.session_id, z.entry, review_rank(z.gravity), z.recorded_at
  from zone_record z
  where z.deviation is not null
    and not exists (select from deviation_review r
                    where (r.clinic_id, r.session_id, r.entry) = (z.clinic_id, z.session_id, z.entry));
alter table zone_record force row level security;
alter table deviation_review force row level security;

call protect_clinic_table('waiting_review');
grant delete on waiting_review to ${app_role};
