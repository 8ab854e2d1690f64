-- Answers that came by a link and that nobody who treats has looked at: a row while it is so (see V050).
create table waiting_answers (
  clinic_id  uuid not null,
  patient_id uuid not null,
  asked_id   uuid not null,
  sent_at    timestamptz not null,
  call_first boolean not null,
  primary key (clinic_id, asked_id),
  foreign key (clinic_id, asked_id) references intake_by_link (clinic_id, asked_id)
);
create index waiting_answers_by_time on waiting_answers (clinic_id, sent_at);
create index waiting_answers_by_patient on waiting_answers (clinic_id, patient_id);
call protect_patient_table('waiting_answers');
grant delete on waiting_answers to ${app_role};

create function waiting_answers_begin() returns trigger language plpgsql as
$$ begin
     insert into waiting_answers (clinic_id, patient_id, asked_id, sent_at, call_first)
       select clinic_id, patient_id, asked_id, sent_at, call_first from added;
     return null;
   end $$;
create trigger waiting_follows after insert on intake_by_link referencing new table as added
  for each statement execute function waiting_answers_begin();

create function waiting_answers_end() returns trigger language plpgsql as
$$ begin
     delete from waiting_answers w using added a where w.clinic_id = a.clinic_id and w.asked_id = a.asked_id;
     return null;
   end $$;
create trigger waiting_follows after insert on intake_looked_at referencing new table as added
  for each statement execute function waiting_answers_end();
