-- What must not be done twice is told from what never left.

alter table channel_requests
    add column begun_at timestamptz,
    drop constraint channel_requests_state_check,
    add constraint channel_requests_state_check check (state in ('waiting', 'pending', 'done', 'refused', 'given-up', 'not-known'));

comment on column channel_requests.begun_at is 'When its step last began to be sent, committed before; none: nothing of it was taken';
comment on column channel_requests.state is 'waiting: to be sent; pending: taken by the channel, asked after; done, refused; given-up: never answered; not-known: sent, must not be sent twice, and the answer is missing';
