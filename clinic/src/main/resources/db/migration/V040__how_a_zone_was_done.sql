-- How a zone was done, where that is more than one depth for all passes: the depth of each pass, how the head was led, in what pattern,
-- and a note. The deepest pass stands in depth_um, which is what every limit is about.
alter table zone_record add column pass_depths_um integer[];
alter table zone_record add constraint each_pass_has_its_depth check (
  pass_depths_um is null
  or (cardinality(pass_depths_um) = passes and depth_um = any (pass_depths_um) and depth_um >= all (pass_depths_um)
    and 0 < all (pass_depths_um)));
alter table zone_record add column motion text check (motion in ('glide', 'stamp'));
alter table zone_record add column pattern text check (pattern in ('one-way', 'parallel', 'crossed', 'star', 'circles'));
alter table zone_record add column note text check (note <> '');

-- A zone is also left out, or done otherwise, for what is seen on its skin today.
alter table zone_record drop constraint zone_record_why_check;
alter table zone_record add constraint zone_record_why_check
  check (why in ('skin', 'lesion', 'comfort', 'decided', 'setting', 'device', 'entry', 'other'));
alter table zone_left_out drop constraint zone_left_out_why_check;
alter table zone_left_out add constraint zone_left_out_why_check
  check (why in ('skin', 'lesion', 'comfort', 'decided', 'setting', 'device', 'entry', 'other'));
