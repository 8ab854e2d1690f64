-- How a photo was taken, beside what it is: for what, of which zone, what was found in it as soon as it was there, and what whoever took it
-- had seen that it misses when they kept it. Photos from before have no line here.
create table photo_capture (
  clinic_id   uuid not null,
  patient_id  uuid not null,
  photo_id    uuid not null,
  moment      text not null check (moment in ('before', 'after', 'visit')),
  zone        text,
  way         text not null check (way in ('guided', 'file')),
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  card        boolean not null,
  tags        integer not null check (tags >= 0),
  met         text[] not null,
  missed      text[] not null,
  seen        text[] not null,
  kept_though text[] not null,
  primary key (clinic_id, photo_id),
  foreign key (clinic_id, patient_id, photo_id) references photo (clinic_id, patient_id, photo_id)
);
create index photo_capture_by_patient on photo_capture (clinic_id, patient_id);
call protect_patient_table('photo_capture');
call make_append_only('photo_capture');
