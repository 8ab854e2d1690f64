-- As V073, mended: it is asked after the newest session in which something was needled, not after one that ended without a needle; while a session
-- runs nobody asks. A scale that somebody judged blinded saw photos and not the person, and is no answer to whether all is well.
create or replace function follow_ups_open(whose_clinic uuid, whose uuid) returns table (what text, session_id uuid, due_on date)
stable language sql as
$$ select k.what, s.session_id, d.due_on
   from (select * from session n where n.clinic_id = whose_clinic and n.patient_id = whose
           and exists (select from zone_record z where z.clinic_id = n.clinic_id and z.session_id = n.session_id
                       and not exists (select from zone_left_out l where l.clinic_id = z.clinic_id and l.session_id = z.session_id
                                         and l.zone = z.zone and l.after_entry >= z.entry))
         order by n.entry desc limit 1) s
     join clinic c on c.clinic_id = s.clinic_id
     cross join (values ('safety', 1, 7, 28), ('outcome-3', 3, 21, 42), ('outcome-6', 6, 42, 84)) as k (what, months, early, late)
     cross join lateral (select ((s.started_at at time zone c.time_zone)::date + make_interval(months => k.months))::date as due_on) d
   where not exists (select from session o where o.clinic_id = s.clinic_id and o.patient_id = s.patient_id
                     and not exists (select from session_close e where e.clinic_id = o.clinic_id and e.session_id = o.session_id))
     and not exists (select from follow_up_note n where n.clinic_id = s.clinic_id and n.patient_id = s.patient_id
                     and (n.outcome = 'opted-out' or n.outcome = 'reached' and n.session_id = s.session_id and n.what = k.what))
     and not (exists (select from scale_score q where q.clinic_id = s.clinic_id and q.patient_id = s.patient_id and q.total is not null
                      and (k.what <> 'safety' or q.blinding is distinct from 'blinded')
                      and q.scored_on between d.due_on - k.early and d.due_on + k.late)
              and (k.what = 'safety'
                   or exists (select from photo p where p.clinic_id = s.clinic_id and p.patient_id = s.patient_id
                              and p.taken_on between d.due_on - k.early and d.due_on + k.late))) $$;

-- Who waits by this. The owner is let past the protection for these statements.
alter table session no force row level security;
alter table session_close no force row level security;
alter table zone_record no force row level security;
alter table zone_left_out no force row level security;
alter table scale_score no force row level security;
alter table photo no force row level security;
alter table follow_up_note no force row level security;
alter table waiting_follow_up no force row level security;
delete from waiting_follow_up;
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
alter table waiting_follow_up force row level security;
