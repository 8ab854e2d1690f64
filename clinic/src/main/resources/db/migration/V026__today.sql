-- What the page of the day asks of all people at once, each by an index: who was deferred and may be treated now, whose next session is due,
-- and which sessions run.
alter table screening add column until_date date;
alter table screening disable trigger append_only;
alter table screening no force row level security;
update screening set until_date = (answer::jsonb ->> 'until')::date where answer::jsonb ->> 'until' is not null;
alter table screening force row level security;
alter table screening enable trigger append_only;
create index screening_deferred on screening (clinic_id, until_date) where until_date is not null;

create index course_by_time on course (clinic_id, drafted_at desc);
create index session_by_time on session (clinic_id, started_at desc);

-- When the next session of a course is due, as it stood when the last one was closed. It is over when a later session of the course began.
create table next_session (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  session_id  uuid not null,
  course_id   uuid not null,
  possible_on date not null,
  due_on      date not null,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id),
  foreign key (clinic_id, patient_id, course_id) references course (clinic_id, patient_id, course_id),
  check (possible_on <= due_on)
);
create index next_session_due on next_session (clinic_id, due_on);
create index session_of_course on session (clinic_id, course_id, entry);
call protect_patient_table('next_session');
call make_append_only('next_session');
