-- One entry of a diary may tell of two things: each of its kinds opens one event, however often it is asked for.
alter table adverse_event drop constraint adverse_event_clinic_id_diary_entry_key;
alter table adverse_event add column diary_kind text check (diary_kind <> '');
alter table adverse_event add unique (clinic_id, diary_entry, diary_kind);
alter table adverse_event disable trigger append_only;
alter table adverse_event no force row level security;
alter table adverse_event_revision no force row level security;
update adverse_event e set diary_kind = case when r.kind = 'other' then r.kind_words else r.kind end
  from adverse_event_revision r where e.source = 'diary' and r.clinic_id = e.clinic_id and r.event_id = e.event_id and r.revision = 1;
alter table adverse_event_revision force row level security;
alter table adverse_event force row level security;
alter table adverse_event enable trigger append_only;
alter table adverse_event add check ((source = 'diary') = (diary_kind is not null));
