-- A photo that a person sent from home with an entry of their diary. It stands in a table of its own: what is measured refers to `photo`, so
-- that no reading can be made of one of these. The same picture in the same entry is one photo.
create table home_photo (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  photo_id    uuid not null,
  entry_id    uuid not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type  text not null check (media_type in ('image/jpeg', 'image/png')),
  width_px    integer not null check (width_px > 0),
  height_px   integer not null check (height_px > 0),
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  stored_at   timestamptz not null,
  stored_by   text not null,
  primary key (clinic_id, photo_id),
  unique (clinic_id, entry_id, sha256),
  foreign key (clinic_id, patient_id, entry_id) references diary_entry (clinic_id, patient_id, entry_id)
);
create index home_photo_by_patient on home_photo (clinic_id, patient_id, stored_at);
call protect_patient_table('home_photo');
call make_append_only('home_photo');
