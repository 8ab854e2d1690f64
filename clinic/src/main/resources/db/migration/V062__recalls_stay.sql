-- A correction takes no recall back: a unit is recalled when the lot that it was received with, or any lot that it was ever corrected to,
-- is. Where that is not the lot that stands now, the reason says which. Of a lot that was recalled twice, in two spellings, one reason
-- is told.
create index unit_by_lot on unit (clinic_id, lower(lot));
create index unit_correction_by_lot on unit_correction (clinic_id, lower(lot));

create or replace view unit_now with (security_invoker = true) as
select u.clinic_id, u.unit_id, u.kind, u.device, u.article, u.gtin, n.lot, u.serial, u.declared, n.expiry, u.received_at,
       u.quarantine, x.session_id, x.used_at, d.reason as discarded, coalesce(r.reason, a.reason) as recalled
from unit u
  left join lateral (select c.lot, c.expiry from unit_correction c
                     where c.clinic_id = u.clinic_id and c.unit_id = u.unit_id order by c.entry desc limit 1) c on true
  cross join lateral (select coalesce(c.lot, u.lot) as lot, coalesce(c.expiry, u.expiry) as expiry) n
  left join unit_use x on x.clinic_id = u.clinic_id and x.unit_id = u.unit_id
  left join unit_discard d on d.clinic_id = u.clinic_id and d.unit_id = u.unit_id
  left join lateral (select case when lower(l.lot) = lower(n.lot) then l.reason else l.reason || ' (as lot ' || l.lot || ')' end as reason
                     from lot_recall l
                     where l.clinic_id = u.clinic_id and l.device = u.device
                       and (lower(l.lot) = lower(u.lot)
                         or exists (select from unit_correction k
                                    where k.clinic_id = u.clinic_id and k.unit_id = u.unit_id and lower(k.lot) = lower(l.lot)))
                     order by lower(l.lot) = lower(n.lot) desc, l.recalled_at, l.lot limit 1) r on true
  left join article_recall a on a.clinic_id = u.clinic_id and a.gtin = u.gtin;

-- What spoke against something given beside the needle when it was noted. The truth is taken, and stays marked.
alter table session_adjunct add column caution text check (caution <> '');
