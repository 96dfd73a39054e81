-- Until when a queue is known that lists what happened between two moments.

alter table channel_polls add column known_at timestamptz;
comment on column channel_polls.known_at is 'When the queue was asked last with all of its answer taken in; what happened before then is known';
