-- As V078, with the tables that came since: photos from home go with the photos, what was said about appointments with the appointments, tries to open
-- a copy and addresses of messages with the messages.
create or replace function class_of_record(name text) returns text immutable language sql as
$$ select case
     when name in ('photo', 'photo_capture', 'small_photo', 'measurement', 'photo_use', 'photo_use_end', 'waiting_photo_use', 'home_photo') then 'photos'
     when name in ('message', 'message_acknowledgement', 'message_call', 'message_watch', 'message_settled', 'message_taken_back', 'message_address',
                   'delivery', 'delivery_attempt', 'delivery_end', 'invitation', 'invitation_end', 'copy_try', 'copy_try_seen', 'copy_given',
                   'waiting_copy') then 'messages'
     when name in ('appointment', 'appointment_override', 'appointment_end', 'held', 'appointment_missed', 'appointment_notice', 'appointment_settled',
                   'waiting_absence') then 'appointments'
     else 'treatment' end $$;
