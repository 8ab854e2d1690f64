-- A search takes the beginning of a name, either way round. Under row-level security an index only serves comparisons that leak nothing, which
-- "like" and lower() are not: so both ways of writing a name are kept in small letters, and compared by code point.
alter table patient add column name_key text generated always as (lower(given_name || ' ' || family_name)) stored;
alter table patient add column turned_key text generated always as (lower(family_name || ' ' || given_name)) stored;
create index patient_by_name_key on patient (clinic_id, name_key collate "C");
create index patient_by_turned_key on patient (clinic_id, turned_key collate "C");
create index patient_by_birth on patient (clinic_id, birth_date);
drop index patient_by_name;
