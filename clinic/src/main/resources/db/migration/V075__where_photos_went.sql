-- Where a photo went for teaching, research or marketing: where, when, by whom. What is withdrawn later is work to do, item by item.
create table photo_use (
  clinic_id  uuid not null,
  patient_id uuid not null,
  use_id     uuid not null,
  purpose    text not null check (purpose in ('teaching', 'research', 'marketing')),
  what       text not null check (what <> ''),
  went_to    text not null check (went_to <> ''),
  went_on    date not null,
  noted_by   text not null,
  account_id uuid not null,
  noted_at   timestamptz not null,
  primary key (clinic_id, use_id),
  unique (clinic_id, patient_id, use_id),
  foreign key (clinic_id, patient_id) references patient
);
create index photo_use_by_patient on photo_use (clinic_id, patient_id, went_on);
call protect_patient_table('photo_use');
call make_append_only('photo_use');

-- Taken back, or why it cannot be.
create table photo_use_end (
  clinic_id  uuid not null,
  patient_id uuid not null,
  use_id     uuid not null,
  outcome    text not null check (outcome in ('taken-back', 'out-of-reach')),
  words      text not null check (words <> ''),
  noted_by   text not null,
  account_id uuid not null,
  noted_at   timestamptz not null,
  primary key (clinic_id, use_id),
  foreign key (clinic_id, patient_id, use_id) references photo_use (clinic_id, patient_id, use_id)
);
call protect_patient_table('photo_use_end');
call make_append_only('photo_use_end');

-- As in V050: what is to be taken back, since consent to its purpose was withdrawn and not given again.
create table waiting_photo_use (
  clinic_id  uuid not null,
  patient_id uuid not null,
  use_id     uuid not null,
  purpose    text not null,
  since      timestamptz not null,
  primary key (clinic_id, use_id),
  foreign key (clinic_id, patient_id, use_id) references photo_use (clinic_id, patient_id, use_id)
);
create index waiting_photo_use_by_time on waiting_photo_use (clinic_id, since);
create index waiting_photo_use_by_patient on waiting_photo_use (clinic_id, patient_id);

create function waiting_photo_use_follows() returns trigger language plpgsql as
$$ begin
     delete from waiting_photo_use w using added a where w.clinic_id = a.clinic_id and w.patient_id = a.patient_id;
     insert into waiting_photo_use (clinic_id, patient_id, use_id, purpose, since)
       select u.clinic_id, u.patient_id, u.use_id, u.purpose, max(x.withdrawn_at)
       from (select distinct clinic_id, patient_id from added) a
         join photo_use u on u.clinic_id = a.clinic_id and u.patient_id = a.patient_id
         join consent c on c.clinic_id = u.clinic_id and c.patient_id = u.patient_id and c.purpose = u.purpose
         left join consent_withdrawal x on x.clinic_id = c.clinic_id and x.consent_id = c.consent_id
       where not exists (select from photo_use_end e where e.clinic_id = u.clinic_id and e.use_id = u.use_id)
       group by u.clinic_id, u.patient_id, u.use_id, u.purpose
       having bool_and(x.consent_id is not null);
     return null;
   end $$;
create trigger waiting_use_follows after insert on consent referencing new table as added
  for each statement execute function waiting_photo_use_follows();
create trigger waiting_use_follows after insert on consent_withdrawal referencing new table as added
  for each statement execute function waiting_photo_use_follows();
create trigger waiting_use_follows after insert on photo_use_end referencing new table as added
  for each statement execute function waiting_photo_use_follows();
create trigger waiting_use_follows after insert on photo_use referencing new table as added
  for each statement execute function waiting_photo_use_follows();

call protect_patient_table('waiting_photo_use');
grant delete on waiting_photo_use to ${app_role};

-- A supervising clinician looks at what is withheld since consent was withdrawn, for a time and with a reason.
create table withheld_look (
  clinic_id  uuid not null,
  patient_id uuid not null,
  look_id    uuid not null,
  purpose    text not null,
  reason     text not null check (reason <> ''),
  account_id uuid not null,
  looked_by  text not null,
  looked_at  timestamptz not null,
  until      timestamptz not null check (until > looked_at),
  primary key (clinic_id, look_id),
  foreign key (clinic_id, patient_id) references patient
);
create index withheld_look_by_patient on withheld_look (clinic_id, patient_id, until);
call protect_patient_table('withheld_look');
call make_append_only('withheld_look');
