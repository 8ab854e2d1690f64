-- Wrong passwords, so that guessing becomes slow on every node alike. What was tried is kept as a hash: not a name, and not a password that
-- was typed into the wrong field. No clinic stands here, because before sign-in none is known; rows are forgotten after some days.
create table password_try (
  what     text primary key check (what ~ '^[0-9a-f]{64}$'),
  failures integer not null check (failures >= 0),
  last_at  timestamptz not null,
  free_at  timestamptz not null,
  known_at timestamptz
);
create index password_try_by_age on password_try (last_at);
grant select, insert, update, delete on password_try to ${app_role};
