-- What is in stock is more than cartridges. Column device names, in the knowledge base, the device that a cartridge fits, or the
-- anaesthetic, or the topical. A unit is used by one session, whatever its kind; declared says what one unit of a counted lot is.
alter table unit add column kind text not null default 'cartridge' check (kind in ('cartridge', 'anaesthetic', 'topical'));
alter table unit add column article text check (article <> '');
alter table unit add column declared text check (declared <> '');
-- The clinic's own label names the last 60 bits of the identifier.
create unique index unit_by_label on unit (clinic_id, (right(replace(unit_id::text, '-', ''), 15)));
create index unit_by_gtin on unit (clinic_id, gtin);

-- Dropped, bent or thrown away: it is used up, in a session or outside of one.
create table unit_discard (
  clinic_id    uuid not null,
  unit_id      uuid not null,
  session_id   uuid,
  reason       text not null check (reason <> ''),
  discarded_at timestamptz not null,
  discarded_by text not null,
  primary key (clinic_id, unit_id),
  foreign key (clinic_id, unit_id) references unit
);
call protect_clinic_table('unit_discard');
call make_append_only('unit_discard');

-- A mistake at goods in, mended by what is appended: the newest counts, and what was received stays.
create table unit_correction (
  clinic_id    uuid not null,
  unit_id      uuid not null,
  entry        bigint generated always as identity,
  lot          text not null check (lot <> ''),
  expiry       date not null,
  reason       text not null check (reason <> ''),
  corrected_at timestamptz not null,
  corrected_by text not null,
  primary key (clinic_id, unit_id, entry),
  foreign key (clinic_id, unit_id) references unit
);
call protect_clinic_table('unit_correction');
call make_append_only('unit_correction');

-- A whole article is recalled, whatever the lot.
create table article_recall (
  clinic_id   uuid not null references clinic,
  gtin        text not null check (gtin <> ''),
  reason      text not null,
  recalled_at timestamptz not null,
  recalled_by text not null,
  primary key (clinic_id, gtin)
);
call protect_clinic_table('article_recall');
call make_append_only('article_recall');

-- A handpiece is used by many sessions, and is in service or not.
create table handpiece (
  clinic_id    uuid not null references clinic,
  handpiece_id uuid not null,
  device       text not null,
  article      text check (article <> ''),
  gtin         text,
  serial       text not null check (serial <> ''),
  max_depth_um integer check (max_depth_um between 1 and 5000),
  received_at  timestamptz not null,
  received_by  text not null,
  primary key (clinic_id, handpiece_id),
  unique (clinic_id, device, serial)
);
create unique index handpiece_by_label on handpiece (clinic_id, (right(replace(handpiece_id::text, '-', ''), 15)));
call protect_clinic_table('handpiece');
call make_append_only('handpiece');

create table handpiece_step (
  clinic_id    uuid not null,
  handpiece_id uuid not null,
  entry        bigint generated always as identity,
  step         text not null check (step in ('in-service', 'out-of-service', 'serviced')),
  on_day       date not null,
  note         text not null check (note <> ''),
  written_at   timestamptz not null,
  written_by   text not null,
  primary key (clinic_id, handpiece_id, entry),
  foreign key (clinic_id, handpiece_id) references handpiece
);
call protect_clinic_table('handpiece_step');
call make_append_only('handpiece_step');

-- As unit_use: no patient stands here.
create table handpiece_use (
  clinic_id    uuid not null,
  handpiece_id uuid not null,
  session_id   uuid not null,
  used_at      timestamptz not null,
  used_by      text not null,
  primary key (clinic_id, handpiece_id, session_id),
  foreign key (clinic_id, handpiece_id) references handpiece
);
create index handpiece_use_by_session on handpiece_use (clinic_id, session_id);
call protect_clinic_table('handpiece_use');
call make_append_only('handpiece_use');

-- Each unit as it stands now. Whoever reads it sees what the tables beneath show to them.
create view unit_now with (security_invoker = true) as
select u.clinic_id, u.unit_id, u.kind, u.device, u.article, u.gtin, n.lot, u.serial, u.declared, n.expiry, u.received_at,
       u.quarantine, x.session_id, x.used_at, d.reason as discarded, coalesce(r.reason, a.reason) as recalled
from unit u
  left join lateral (select c.lot, c.expiry from unit_correction c
                     where c.clinic_id = u.clinic_id and c.unit_id = u.unit_id order by c.entry desc limit 1) c on true
  cross join lateral (select coalesce(c.lot, u.lot) as lot, coalesce(c.expiry, u.expiry) as expiry) n
  left join unit_use x on x.clinic_id = u.clinic_id and x.unit_id = u.unit_id
  left join unit_discard d on d.clinic_id = u.clinic_id and d.unit_id = u.unit_id
  left join lot_recall r on r.clinic_id = u.clinic_id and r.device = u.device and lower(r.lot) = lower(n.lot)
  left join article_recall a on a.clinic_id = u.clinic_id and a.gtin = u.gtin;
grant select on unit_now to ${app_role};
