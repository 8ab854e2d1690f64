-- Who waits, and nobody else: a row stands here while it is true and is gone afterwards, so that the page of the day reads what waits and
-- not the whole history. They are derived from the records, which are never edited, by the triggers below and in the same transaction;
-- whatever way a record comes in, the rows follow. A test compares them with the slow question to the records.
create table waiting_signature (
  clinic_id  uuid not null,
  patient_id uuid not null,
  course_id  uuid not null,
  drafted_at timestamptz not null,
  second     boolean not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id)
);
create index waiting_signature_by_time on waiting_signature (clinic_id, drafted_at);

create table waiting_deferral (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  screening_id uuid not null,
  until_date   date not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id, screening_id) references screening (clinic_id, patient_id, screening_id)
);
create index waiting_deferral_by_day on waiting_deferral (clinic_id, until_date);

create table waiting_session (
  clinic_id  uuid not null,
  patient_id uuid not null,
  course_id  uuid not null,
  session_id uuid not null,
  due_on     date not null,
  primary key (clinic_id, course_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
create index waiting_session_by_day on waiting_session (clinic_id, due_on);
create index waiting_session_by_patient on waiting_session (clinic_id, patient_id);

create table waiting_close (
  clinic_id  uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  started_at timestamptz not null,
  started_by text not null,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
create index waiting_close_by_time on waiting_close (clinic_id, started_at);

-- The newest course of a person waits while it is not signed, or while a second signature is asked for and missing.
create function waiting_signature_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_signature w using added a where w.clinic_id = a.clinic_id and w.patient_id = a.patient_id;
     insert into waiting_signature (clinic_id, patient_id, course_id, drafted_at, second)
       select n.clinic_id, n.patient_id, n.course_id, n.drafted_at, s.course_id is not null
       from (select distinct clinic_id, patient_id from added) a
         cross join lateral (select * from course c where c.clinic_id = a.clinic_id and c.patient_id = a.patient_id
                             order by c.drafted_at desc, c.entry desc limit 1) n
         left join course_signature s on s.clinic_id = n.clinic_id and s.course_id = n.course_id
       where s.course_id is null
         or exists (select from course_acceptance x where x.clinic_id = n.clinic_id and x.course_id = n.course_id and x.second_needed)
           and not exists (select from course_second_signature t where t.clinic_id = n.clinic_id and t.course_id = n.course_id);
     return null;
   end $$;
create trigger waiting_follows after insert on course referencing new table as added
  for each statement execute function waiting_signature_follows();
create trigger waiting_follows after insert on course_signature referencing new table as added
  for each statement execute function waiting_signature_follows();
create trigger waiting_follows after insert on course_acceptance referencing new table as added
  for each statement execute function waiting_signature_follows();
create trigger waiting_follows after insert on course_second_signature referencing new table as added
  for each statement execute function waiting_signature_follows();

-- A deferral lasts until somebody is screened again.
create function waiting_deferral_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_deferral w using added a where w.clinic_id = a.clinic_id and w.patient_id = a.patient_id;
     insert into waiting_deferral (clinic_id, patient_id, screening_id, until_date)
       select n.clinic_id, n.patient_id, n.screening_id, n.until_date
       from (select distinct clinic_id, patient_id from added) a
         cross join lateral (select * from screening s where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id
                             order by s.made_at desc, s.entry desc limit 1) n
       where n.verdict = 'defer' and n.until_date is not null;
     return null;
   end $$;
create trigger waiting_follows after insert on screening referencing new table as added
  for each statement execute function waiting_deferral_follows();

-- The next session of a course is waited for until a later one begins.
create function waiting_session_follows() returns trigger language plpgsql as
$$ begin
     insert into waiting_session (clinic_id, patient_id, course_id, session_id, due_on)
       select a.clinic_id, a.patient_id, a.course_id, a.session_id, a.due_on
       from added a join session s on s.clinic_id = a.clinic_id and s.session_id = a.session_id
       where not exists (select from session later
                         where later.clinic_id = a.clinic_id and later.course_id = a.course_id and later.entry > s.entry)
     on conflict (clinic_id, course_id) do update set session_id = excluded.session_id, due_on = excluded.due_on;
     return null;
   end $$;
create trigger waiting_follows after insert on next_session referencing new table as added
  for each statement execute function waiting_session_follows();

-- A session waits from its start until it is closed.
create function waiting_close_begins() returns trigger language plpgsql as
$$ begin
     delete from waiting_session w using added a where w.clinic_id = a.clinic_id and w.course_id = a.course_id;
     insert into waiting_close (clinic_id, patient_id, session_id, started_at, started_by)
       select clinic_id, patient_id, session_id, started_at, started_by from added;
     return null;
   end $$;
create trigger waiting_follows after insert on session referencing new table as added
  for each statement execute function waiting_close_begins();

create function waiting_close_ends() returns trigger language plpgsql as
$$ begin
     delete from waiting_close w using added a where w.clinic_id = a.clinic_id and w.session_id = a.session_id;
     return null;
   end $$;
create trigger waiting_follows after insert on session_close referencing new table as added
  for each statement execute function waiting_close_ends();

-- What waited before. The owner is let past the protection for these statements.
alter table course no force row level security;
alter table course_signature no force row level security;
alter table course_acceptance no force row level security;
alter table course_second_signature no force row level security;
alter table screening no force row level security;
alter table session no force row level security;
alter table session_close no force row level security;
alter table next_session no force row level security;
insert into waiting_signature (clinic_id, patient_id, course_id, drafted_at, second)
  select n.clinic_id, n.patient_id, n.course_id, n.drafted_at, s.course_id is not null
  from (select distinct on (clinic_id, patient_id) * from course order by clinic_id, patient_id, drafted_at desc, entry desc) n
    left join course_signature s on s.clinic_id = n.clinic_id and s.course_id = n.course_id
  where s.course_id is null
    or exists (select from course_acceptance x where x.clinic_id = n.clinic_id and x.course_id = n.course_id and x.second_needed)
      and not exists (select from course_second_signature t where t.clinic_id = n.clinic_id and t.course_id = n.course_id);
insert into waiting_deferral (clinic_id, patient_id, screening_id, until_date)
  select n.clinic_id, n.patient_id, n.screening_id, n.until_date
  from (select distinct on (clinic_id, patient_id) * from screening order by clinic_id, patient_id, made_at desc, entry desc) n
  where n.verdict = 'defer' and n.until_date is not null;
insert into waiting_session (clinic_id, patient_id, course_id, session_id, due_on)
  select n.clinic_id, n.patient_id, n.course_id, n.session_id, n.due_on
  from next_session n join session s on s.clinic_id = n.clinic_id and s.session_id = n.session_id
  where not exists (select from session later
                    where later.clinic_id = n.clinic_id and later.course_id = n.course_id and later.entry > s.entry);
insert into waiting_close (clinic_id, patient_id, session_id, started_at, started_by)
  select s.clinic_id, s.patient_id, s.session_id, s.started_at, s.started_by
  from session s
  where not exists (select from session_close c where c.clinic_id = s.clinic_id and c.session_id = s.session_id);
alter table course force row level security;
alter table course_signature force row level security;
alter table course_acceptance force row level security;
alter table course_second_signature force row level security;
alter table screening force row level security;
alter table session force row level security;
alter table session_close force row level security;
alter table next_session force row level security;

call protect_patient_table('waiting_signature');
call protect_patient_table('waiting_deferral');
call protect_patient_table('waiting_session');
call protect_patient_table('waiting_close');
grant delete on waiting_signature, waiting_deferral, waiting_session, waiting_close to ${app_role};

drop index screening_deferred;
drop index course_by_time;
drop index session_by_time;
drop index next_session_due;
