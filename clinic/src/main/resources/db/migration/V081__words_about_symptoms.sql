-- Whether a program tells this clinic's people what their answers may mean. No row: it does not. The newest counts, for exactly the texts
-- that were read when it was turned on; all stay.
create table symptom_wording (
  clinic_id   uuid not null references clinic,
  number      integer not null check (number >= 1),
  turned_on   boolean not null,
  reason      text not null check (reason <> ''),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  turned_at   timestamptz not null,
  turned_by   text not null,
  account_id  uuid not null,
  primary key (clinic_id, number)
);
call protect_clinic_table('symptom_wording');
call make_append_only('symptom_wording');
