-- A photo made small, to be seen among others: made when it is first looked at, kept encrypted as the photo is.
create table small_photo (
  clinic_id  uuid not null,
  patient_id uuid not null,
  photo_id   uuid not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (clinic_id, photo_id),
  foreign key (clinic_id, patient_id, photo_id) references photo (clinic_id, patient_id, photo_id)
);
call protect_patient_table('small_photo');
call make_append_only('small_photo');
