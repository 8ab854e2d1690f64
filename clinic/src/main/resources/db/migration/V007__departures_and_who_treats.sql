-- Whoever charts is known by the account, so that the database can tell who may not review it; why it departs is chosen from a list
-- beside the words; and how grave a departure is was decided when it was charted, by the limits of that plan.
alter table zone_record add column recorded_account uuid;
alter table zone_record add column why text check (why in ('skin', 'comfort', 'decided', 'setting', 'device', 'entry', 'other'));
alter table zone_record add column gravity text check (gravity in ('over-limit', 'reaction', 'departure'));
alter table zone_record add constraint departure_has_its_gravity
  check (recorded_account is not null and (deviation is null) = (gravity is null)) not valid;
alter table zone_record add constraint record_and_its_account unique (clinic_id, session_id, entry, recorded_account);

-- A review is by somebody else than whoever charted. Rows from before know no account of it.
alter table deviation_review add column charted_account uuid;
alter table deviation_review add constraint review_is_by_somebody_else check (account_id <> charted_account);
alter table deviation_review add constraint review_names_who_charted
  foreign key (clinic_id, session_id, entry, charted_account) references zone_record (clinic_id, session_id, entry, recorded_account);

-- As what somebody treats: physician, nurse, aesthetician. Stated by themselves, the newest counts. The law of some places depends on it.
create table practises_as (
  clinic_id  uuid not null references clinic,
  account_id uuid not null,
  operator   text not null check (operator in ('physician', 'nurse', 'aesthetician')),
  stated_at  timestamptz not null,
  statement  bigint generated always as identity,
  primary key (clinic_id, account_id, statement)
);
call protect_clinic_table('practises_as');
call make_append_only('practises_as');

-- As what whoever started a session treats; sessions from before were not asked.
alter table session add column operator text check (operator in ('physician', 'nurse', 'aesthetician'));
