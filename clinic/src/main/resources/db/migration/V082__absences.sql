-- Said of an appointment after it began: that nobody came, or that this was wrong. The newest word counts.
create table appointment_missed (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  appointment_id uuid not null,
  entry          bigint generated always as identity,
  missed         boolean not null,
  said_at        timestamptz not null,
  said_by        text not null,
  said_account   uuid not null,
  primary key (clinic_id, appointment_id, entry),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id)
);
call protect_patient_table('appointment_missed');
call make_append_only('appointment_missed');

-- Said by a person's own link: that they cannot come. By the desk: that they come after all.
create table appointment_notice (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  appointment_id uuid not null,
  entry          bigint generated always as identity,
  cannot_come    boolean not null,
  said_at        timestamptz not null,
  said_by        text not null,
  said_account   uuid not null,
  primary key (clinic_id, appointment_id, entry),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id)
);
call protect_patient_table('appointment_notice');
call make_append_only('appointment_notice');

-- Why nobody calls any more about an appointment to which somebody did not come.
create table appointment_settled (
  clinic_id      uuid not null,
  patient_id     uuid not null,
  appointment_id uuid not null,
  entry          bigint generated always as identity,
  why            text not null check (why <> ''),
  said_at        timestamptz not null,
  said_by        text not null,
  said_account   uuid not null,
  primary key (clinic_id, appointment_id, entry),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id)
);
call protect_patient_table('appointment_settled');
call make_append_only('appointment_settled');

-- How long before its time a person gives an appointment up by their own link, so that it is free again. The newest counts.
create table giving_up_ahead (
  clinic_id uuid not null references clinic,
  entry     bigint generated always as identity,
  hours     integer not null check (hours between 0 and 720),
  said_at   timestamptz not null,
  said_by   text not null,
  primary key (clinic_id, entry)
);
call protect_clinic_table('giving_up_ahead');
call make_append_only('giving_up_ahead');

-- Whose absence waits for somebody: to be called and booked anew, or, while they only said that they cannot come, to be decided about. A row
-- stands here while that is true, as in V050; no name stands here.
create table waiting_absence (
  clinic_id      uuid not null,
  appointment_id uuid not null,
  patient_id     uuid not null,
  what           text not null check (what in ('missed', 'cannot-come', 'given-up')),
  kind           text not null,
  from_at        timestamptz not null,
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, patient_id, appointment_id) references appointment (clinic_id, patient_id, appointment_id)
);
create index waiting_absence_by_patient on waiting_absence (clinic_id, patient_id);
create index waiting_absence_by_time on waiting_absence (clinic_id, from_at);

-- On what is held: whether its person said that they cannot come, and whether it is written down that nobody came.
alter table held add column cannot_come boolean not null default false;
alter table held add column missed boolean not null default false;

-- Booked anew is who has another time of that kind, taken since that one began or was given up, and not cancelled; one that was moved goes on
-- as the one to which it was moved. A session that was begun since is as good.
create function absences_open(whose_clinic uuid, whose uuid) returns table (appointment_id uuid, what text, kind text, from_at timestamptz)
stable language sql as
$$ with recursive chain as (
     select a.appointment_id, a.kind, a.taken_at from appointment a
     where a.clinic_id = whose_clinic and a.patient_id = whose and a.moved_from is null
     union all
     select n.appointment_id, c.kind, c.taken_at
     from chain c join appointment n on n.clinic_id = whose_clinic and n.patient_id = whose and n.moved_from = c.appointment_id
   ), absent as (
     select a.appointment_id, w.what, a.kind, a.from_at, w.since, w.anew_from
     from appointment a
       left join appointment_end e on e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id
       left join lateral (select * from appointment_missed x where x.clinic_id = a.clinic_id and x.patient_id = a.patient_id
                            and x.appointment_id = a.appointment_id order by x.entry desc limit 1) m on true
       left join lateral (select * from appointment_notice x where x.clinic_id = a.clinic_id and x.patient_id = a.patient_id
                            and x.appointment_id = a.appointment_id order by x.entry desc limit 1) n on true
       cross join lateral (
         select case when m.missed and e.how is null then 'missed'
                     when n.cannot_come and e.how is null then 'cannot-come'
                     when n.cannot_come and e.how = 'cancelled' then 'given-up' end as what,
           case when m.missed and e.how is null then m.said_at else n.said_at end as since,
           case when m.missed and e.how is null then a.from_at else n.said_at end as anew_from) w
     where a.clinic_id = whose_clinic and a.patient_id = whose and w.what is not null
   )
   select b.appointment_id, b.what, b.kind, b.from_at from absent b
   where not exists (select from appointment_settled s where s.clinic_id = whose_clinic and s.patient_id = whose
                       and s.appointment_id = b.appointment_id and s.said_at >= b.since)
     and not (b.what <> 'cannot-come'
       and exists (select from chain c where c.kind = b.kind and c.taken_at >= b.anew_from and c.appointment_id <> b.appointment_id
                       and not exists (select from appointment_end e where e.clinic_id = whose_clinic and e.patient_id = whose
                                         and e.appointment_id = c.appointment_id)))
     and not (b.kind = 'session'
              and exists (select from session s where s.clinic_id = whose_clinic and s.patient_id = whose and s.started_at >= b.from_at)) $$;

create function waiting_absence_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_absence w using (select distinct clinic_id, patient_id from added) a
       where w.clinic_id = a.clinic_id and w.patient_id = a.patient_id;
     insert into waiting_absence (clinic_id, appointment_id, patient_id, what, kind, from_at)
       select a.clinic_id, o.appointment_id, a.patient_id, o.what, o.kind, o.from_at
       from (select distinct clinic_id, patient_id from added) a
         cross join lateral absences_open(a.clinic_id, a.patient_id) o
       where exists (select from appointment_missed m where m.clinic_id = a.clinic_id and m.patient_id = a.patient_id)
          or exists (select from appointment_notice n where n.clinic_id = a.clinic_id and n.patient_id = a.patient_id);
     return null;
   end $$;
create trigger absence_follows after insert on appointment_missed referencing new table as added
  for each statement execute function waiting_absence_follows();
create trigger absence_follows after insert on appointment_notice referencing new table as added
  for each statement execute function waiting_absence_follows();
create trigger absence_follows after insert on appointment_settled referencing new table as added
  for each statement execute function waiting_absence_follows();
create trigger absence_follows after insert on appointment referencing new table as added
  for each statement execute function waiting_absence_follows();
create trigger absence_follows after insert on appointment_end referencing new table as added
  for each statement execute function waiting_absence_follows();
create trigger absence_follows after insert on session referencing new table as added
  for each statement execute function waiting_absence_follows();

create function held_missed() returns trigger language plpgsql as
$$ begin
     update held h set missed = a.missed from added a where h.clinic_id = a.clinic_id and h.appointment_id = a.appointment_id;
     return null;
   end $$;
create trigger held_follows after insert on appointment_missed referencing new table as added
  for each statement execute function held_missed();

create function held_noticed() returns trigger language plpgsql as
$$ begin
     update held h set cannot_come = a.cannot_come from added a where h.clinic_id = a.clinic_id and h.appointment_id = a.appointment_id;
     return null;
   end $$;
create trigger held_follows after insert on appointment_notice referencing new table as added
  for each statement execute function held_noticed();

call protect_clinic_table('waiting_absence');
grant delete on waiting_absence to ${app_role};

-- A link by which a person says that they cannot come, and one to a copy of their record.
alter table invitation drop constraint invitation_errand_check;
alter table invitation add constraint invitation_errand_check check (errand in ('intake', 'consent', 'after', 'copy', 'appointment'));

-- Where a message goes that was written before its person said yes to a channel, or named another address. The newest of a channel counts.
create table message_address (
  clinic_id  uuid not null,
  patient_id uuid not null,
  message_id uuid not null,
  channel    text not null check (channel in ('email', 'sms')),
  entry      bigint generated always as identity,
  address    text not null check (address <> ''),
  added_at   timestamptz not null,
  primary key (clinic_id, message_id, channel, entry),
  foreign key (clinic_id, message_id) references message,
  foreign key (clinic_id, patient_id) references patient
);
call protect_patient_table('message_address');
call make_append_only('message_address');
