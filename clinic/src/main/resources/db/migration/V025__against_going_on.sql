-- What had arisen against an open session since it began, such as newer answers or a recalled lot, and stood when it was closed: it is
-- judged anew while the session is open, and kept with the signature that ends it.
alter table session_close add column against text[] not null default '{}';

-- As what whoever charts or closes treats, which may be another than whoever started. It was not kept before.
alter table zone_record add column operator text check (operator in ('physician', 'nurse', 'aesthetician'));
alter table session_close add column operator text check (operator in ('physician', 'nurse', 'aesthetician'));
