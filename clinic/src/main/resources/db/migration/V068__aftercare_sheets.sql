-- What this clinic tells people to do after a session where it says it in its own words. A version is whole: what does not stand in it is said as
-- the knowledge base says it. The newest counts; all stay.
create table aftercare_sheet (
  clinic_id    uuid not null references clinic,
  version      integer not null check (version >= 1),
  why          text not null check (why <> ''),
  published_at timestamptz not null,
  published_by text not null,
  account_id   uuid not null,
  primary key (clinic_id, version)
);
call protect_clinic_table('aftercare_sheet');
call make_append_only('aftercare_sheet');

create table aftercare_line (
  clinic_id uuid not null,
  version   integer not null,
  step      text not null check (step ~ '^[a-z0-9-]+$'),
  tongue    text not null check (tongue in ('en', 'es')),
  todo      text not null check (todo <> '' and length(todo) <= 2000),
  avoid     text not null check (length(avoid) <= 2000),
  primary key (clinic_id, version, step, tongue),
  foreign key (clinic_id, version) references aftercare_sheet
);
call protect_clinic_table('aftercare_line');
call make_append_only('aftercare_line');
