-- Who is asked how it went: a month after the last session whether all is well, and three and six months after it what came of it. What came
-- of asking is written down; who does not want to be asked is not.
create table follow_up_note (
  clinic_id  uuid not null,
  patient_id uuid not null,
  entry      bigint generated always as identity,
  session_id uuid not null,
  what       text not null check (what in ('safety', 'outcome-3', 'outcome-6')),
  outcome    text not null check (outcome in ('reached', 'no-answer', 'wrong-number', 'asked-to-call-back', 'opted-out')),
  note       text not null,
  noted_at   timestamptz not null,
  noted_by   text not null,
  account_id uuid not null,
  primary key (clinic_id, patient_id, entry),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_patient_table('follow_up_note');
call make_append_only('follow_up_note');

-- That it was tried to write to somebody: once a day at most, and written twice at most. No word of it stands here, so that whoever has been
-- written to is not opened again.
create table follow_up_asked (
  clinic_id  uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  what       text not null check (what in ('safety', 'outcome-3', 'outcome-6')),
  tried_on   date not null,
  written    boolean not null,
  primary key (clinic_id, session_id, what, tried_on),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
call protect_clinic_table('follow_up_asked');
call make_append_only('follow_up_asked');

-- Who waits to be asked, and nobody else. Kept by the database as in V050; it holds days, and nothing of what was done.
create table waiting_follow_up (
  clinic_id  uuid not null,
  patient_id uuid not null,
  what       text not null,
  session_id uuid not null,
  due_on     date not null,
  primary key (clinic_id, patient_id, what),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id)
);
create index waiting_follow_up_by_day on waiting_follow_up (clinic_id, due_on);
create index waiting_follow_up_by_session on waiting_follow_up (clinic_id, session_id, what);

-- What is still to be asked of a person: after their newest session, where that is closed and something was needled in it. Months are of the
-- calendar at the clinic's place; a month after the 31st is the last day of a shorter month. Days before and after the day on which it is due
-- within which an answer counts are ours: a check a month later is little use much later, and a result may be looked at at the next visit.
create function follow_ups_open(whose_clinic uuid, whose uuid) returns table (what text, session_id uuid, due_on date)
stable language sql as
$$ select k.what, s.session_id, d.due_on
   from (select * from session n where n.clinic_id = whose_clinic and n.patient_id = whose order by n.entry desc limit 1) s
     join clinic c on c.clinic_id = s.clinic_id
     join session_close e on e.clinic_id = s.clinic_id and e.session_id = s.session_id
     cross join (values ('safety', 1, 7, 28), ('outcome-3', 3, 21, 42), ('outcome-6', 6, 42, 84)) as k (what, months, early, late)
     cross join lateral (select ((s.started_at at time zone c.time_zone)::date + make_interval(months => k.months))::date as due_on) d
   where exists (select from zone_record z where z.clinic_id = s.clinic_id and z.session_id = s.session_id
                 and not exists (select from zone_left_out l where l.clinic_id = z.clinic_id and l.session_id = z.session_id
                                   and l.zone = z.zone and l.after_entry >= z.entry))
     and not exists (select from follow_up_note n where n.clinic_id = s.clinic_id and n.patient_id = s.patient_id
                     and (n.outcome = 'opted-out' or n.outcome = 'reached' and n.session_id = s.session_id and n.what = k.what))
     and not (exists (select from scale_score q where q.clinic_id = s.clinic_id and q.patient_id = s.patient_id and q.total is not null
                      and q.scored_on between d.due_on - k.early and d.due_on + k.late)
              and (k.what = 'safety'
                   or exists (select from photo p where p.clinic_id = s.clinic_id and p.patient_id = s.patient_id
                              and p.taken_on between d.due_on - k.early and d.due_on + k.late))) $$;

create function waiting_follow_up_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_follow_up w using (select distinct clinic_id, patient_id from added) a
       where w.clinic_id = a.clinic_id and w.patient_id = a.patient_id;
     insert into waiting_follow_up (clinic_id, patient_id, what, session_id, due_on)
       select a.clinic_id, a.patient_id, f.what, f.session_id, f.due_on
       from (select distinct clinic_id, patient_id from added) a
         cross join lateral follow_ups_open(a.clinic_id, a.patient_id) f;
     return null;
   end $$;
create trigger follow_up_follows after insert on session referencing new table as added
  for each statement execute function waiting_follow_up_follows();
create trigger follow_up_follows after insert on session_close referencing new table as added
  for each statement execute function waiting_follow_up_follows();
create trigger follow_up_follows after insert on zone_record referencing new table as added
  for each statement execute function waiting_follow_up_follows();
create trigger follow_up_follows after insert on zone_left_out referencing new table as added
  for each statement execute function waiting_follow_up_follows();
create trigger follow_up_follows after insert on scale_score referencing new table as added
  for each statement execute function waiting_follow_up_follows();
create trigger follow_up_follows after insert on photo referencing new table as added
  for each statement execute function waiting_follow_up_follows();
create trigger follow_up_follows after insert on follow_up_note referencing new table as added
  for each statement execute function waiting_follow_up_follows();

-- Who waits already. The owner is let past the protection for this statement.
alter table session no force row level security;
alter table session_close no force row level security;
alter table zone_record no force row level security;
alter table zone_left_out no force row level security;
alter table scale_score no force row level security;
alter table photo no force row level security;
alter table follow_up_note no force row level security;
insert into waiting_follow_up (clinic_id, patient_id, what, session_id, due_on)
  select a.clinic_id, a.patient_id, f.what, f.session_id, f.due_on
  from (select distinct clinic_id, patient_id from session) a
    cross join lateral follow_ups_open(a.clinic_id, a.patient_id) f;
alter table session force row level security;
alter table session_close force row level security;
alter table zone_record force row level security;
alter table zone_left_out force row level security;
alter table scale_score force row level security;
alter table photo force row level security;
alter table follow_up_note force row level security;

call protect_clinic_table('waiting_follow_up');
grant delete on waiting_follow_up to ${app_role};
