-- Consent to the treatment that is withdrawn while its session is open flags the session for good, whatever comes of it later.
create table session_withdrawal (
  clinic_id  uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  consent_id uuid not null,
  flagged_at timestamptz not null,
  primary key (clinic_id, session_id, consent_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id),
  foreign key (clinic_id, patient_id, consent_id) references consent (clinic_id, patient_id, consent_id),
  foreign key (clinic_id, consent_id) references consent_withdrawal
);
call protect_patient_table('session_withdrawal');
call make_append_only('session_withdrawal');

-- It opens a review, which somebody who supervises and did not treat ends under their name.
create table session_withdrawal_review (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  session_id  uuid not null,
  consent_id  uuid not null,
  meaning     text not null,
  note        text not null check (note <> ''),
  account_id  uuid not null,
  signer      text not null,
  reviewed_at timestamptz not null,
  primary key (clinic_id, session_id, consent_id),
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id),
  foreign key (clinic_id, session_id, consent_id) references session_withdrawal
);
call protect_patient_table('session_withdrawal_review');
call make_append_only('session_withdrawal_review');

-- That there is one to review, without whose it is, as in review_step.
create table session_withdrawal_step (
  clinic_id  uuid not null,
  session_id uuid not null,
  consent_id uuid not null,
  step       text not null check (step in ('opened', 'reviewed')),
  at         timestamptz not null,
  primary key (clinic_id, session_id, consent_id, step),
  foreign key (clinic_id, session_id, consent_id) references session_withdrawal
);
call protect_clinic_table('session_withdrawal_step');
call make_append_only('session_withdrawal_step');

-- Sessions from before, in which it happened. The owner is let past the protection for these two statements.
alter table session no force row level security;
alter table session_close no force row level security;
alter table consent no force row level security;
alter table consent_withdrawal no force row level security;
alter table session_withdrawal no force row level security;
alter table session_withdrawal_step no force row level security;
insert into session_withdrawal (clinic_id, patient_id, session_id, consent_id, flagged_at)
  select s.clinic_id, s.patient_id, s.session_id, c.consent_id, w.withdrawn_at
  from session s
    join consent c on c.clinic_id = s.clinic_id and c.patient_id = s.patient_id and c.course_id = s.course_id
      and c.purpose = 'treatment'
    join consent_withdrawal w on w.clinic_id = c.clinic_id and w.consent_id = c.consent_id
    left join session_close x on x.clinic_id = s.clinic_id and x.session_id = s.session_id
  where w.withdrawn_at >= s.started_at and (x.closed_at is null or w.withdrawn_at <= x.closed_at);
insert into session_withdrawal_step (clinic_id, session_id, consent_id, step, at)
  select clinic_id, session_id, consent_id, 'opened', flagged_at from session_withdrawal;
alter table session force row level security;
alter table session_close force row level security;
alter table consent force row level security;
alter table consent_withdrawal force row level security;
alter table session_withdrawal force row level security;
alter table session_withdrawal_step force row level security;
