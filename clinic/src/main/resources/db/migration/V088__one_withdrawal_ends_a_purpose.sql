-- Who takes back consent takes back its purpose: what was signed for it under an older text or another course, before the withdrawal,
-- ends with it. Until now such a row lived on. The owner is let past the protection for this statement and what follows from it.
alter table consent no force row level security;
alter table consent_withdrawal no force row level security;
alter table consent_text no force row level security;
alter table waiting_consent no force row level security;
alter table photo_use no force row level security;
alter table photo_use_end no force row level security;
alter table waiting_photo_use no force row level security;
insert into consent_withdrawal (clinic_id, patient_id, consent_id, withdrawn_at, noted_by)
  select c.clinic_id, c.patient_id, c.consent_id, x.withdrawn_at, x.noted_by
  from consent c
    join lateral (select w.withdrawn_at, w.noted_by
                  from consent d join consent_withdrawal w on w.clinic_id = d.clinic_id and w.consent_id = d.consent_id
                  where d.clinic_id = c.clinic_id and d.patient_id = c.patient_id and d.purpose = c.purpose
                    and w.withdrawn_at >= c.given_at
                  order by w.withdrawn_at limit 1) x on true
  where not exists (select from consent_withdrawal y where y.clinic_id = c.clinic_id and y.consent_id = c.consent_id);
alter table consent force row level security;
alter table consent_withdrawal force row level security;
alter table consent_text force row level security;
alter table waiting_consent force row level security;
alter table photo_use force row level security;
alter table photo_use_end force row level security;
alter table waiting_photo_use force row level security;

-- Beside which answers of the record a page was answered by a link; 0 where there were none. Pages from before this was kept: those
-- on top of which the questions were sent.
alter table intake_draft add column on_top_of integer check (on_top_of >= 0);
