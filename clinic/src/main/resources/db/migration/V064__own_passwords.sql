-- A password is the signature. Whoever did not choose theirs chooses one before anything else; and a sign-in holds as long as the password
-- that stood when it began.
alter table account add column password_given boolean not null default false;
alter table account add column password_version integer not null default 1 check (password_version >= 1);
