-- The words in which people hear of a recall. A clinician approves them; the newest count for the next recall.
create table recall_words (
  clinic_id   uuid not null references clinic,
  words_id    uuid not null,
  entry       bigint generated always as identity,
  words       text not null check (words <> ''),
  approved_at timestamptz not null,
  approved_by text not null,
  primary key (clinic_id, words_id)
);
call protect_clinic_table('recall_words');
call make_append_only('recall_words');

-- That people were written to about a recalled lot. More may be found later: each time is a row, and nobody is written to twice, which
-- the key of `message` sees to.
create table recall_notice (
  clinic_id uuid not null,
  entry     bigint generated always as identity,
  recall_id uuid not null,
  article   text not null,
  lot       text not null,
  words_id  uuid not null,
  people    integer not null check (people >= 0),
  sent_at   timestamptz not null,
  sent_by   text not null,
  primary key (clinic_id, entry),
  foreign key (clinic_id, words_id) references recall_words
);
create index recall_notice_by_recall on recall_notice (clinic_id, recall_id);
call protect_clinic_table('recall_notice');
call make_append_only('recall_notice');
