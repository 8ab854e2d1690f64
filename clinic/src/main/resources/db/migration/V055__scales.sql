-- What somebody judged by a scale: the clinician, or the person. A later row corrects an earlier one, and says why; both stay. The range is
-- kept with the score, because a later release of the knowledge may know another variant under the same name.
create table scale_score (
  clinic_id        uuid not null,
  patient_id       uuid not null,
  score_id         uuid not null,
  entry            bigint generated always as identity,
  scale            text not null check (scale <> ''),
  scale_name       text not null check (scale_name <> ''),
  variant          text check (variant <> ''),
  judges           text not null check (judges in ('state', 'change')),
  least            numeric(6, 2) not null,
  most             numeric(6, 2) not null check (most > least),
  lower_is_better  boolean not null,
  knowledge        text not null check (knowledge <> ''),
  scored_by        text not null check (scored_by in ('clinician', 'patient')),
  way              text check (way in ('room', 'paper', 'account')),
  blinding         text check (blinding in ('blinded', 'not-blinded', 'not-said')),
  scorer           text not null check (scorer <> ''),
  total            numeric(6, 2) check (total between least and most),
  meaning          text check (meaning <> ''),
  absent           text check (absent in ('declined', 'could-not-say', 'not-assessable', 'mistaken')),
  zones            text not null,
  scored_on        date not null,
  session_id       uuid,
  side             text check (side in ('before', 'after')),
  corrects         uuid,
  reason           text check (reason <> ''),
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  recorded_account uuid not null,
  check ((total is null) <> (absent is null)),
  check (total is not null or meaning is null),
  check ((scored_by = 'patient') = (way is not null)),
  check ((scored_by = 'clinician') = (blinding is not null)),
  check ((session_id is null) = (side is null)),
  check ((corrects is null) = (reason is null)),
  primary key (clinic_id, score_id),
  unique (clinic_id, patient_id, score_id),
  -- Nobody corrects what was corrected: of two at the same moment one is told of the other.
  unique (clinic_id, corrects),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, patient_id, session_id) references session (clinic_id, patient_id, session_id),
  foreign key (clinic_id, patient_id, corrects) references scale_score (clinic_id, patient_id, score_id)
);
create index scale_score_by_patient on scale_score (clinic_id, patient_id, scored_on);
call protect_patient_table('scale_score');
call make_append_only('scale_score');
