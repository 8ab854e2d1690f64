-- Who gave consent: the person, or somebody who may answer for them, and as what. Rows from before were not asked: they keep no word of it,
-- and count for nobody who is a minor.
alter table consent add column signed_by text;
alter table consent add column relation text;
alter table consent add constraint consent_says_who_signed
  check (coalesce(signed_by, '') in ('person', 'representative')
     and (signed_by = 'representative') = (relation is not null)
     and (relation is null or relation in ('parent', 'guardian', 'representative'))) not valid;
