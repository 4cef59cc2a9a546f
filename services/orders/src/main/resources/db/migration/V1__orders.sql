create table customer_order (
  id            uuid           primary key,
  customer      varchar(100)   not null,
  state         varchar(20)    not null check (state in ('PENDING', 'ACCEPTED', 'PAYMENT_FAILED', 'FULFILLED')),
  total         numeric(14, 2) not null check (total > 0),
  currency      char(3)        not null,
  context       text           not null,
  placed_at     timestamptz    not null default now(),
  -- Until then whoever took the order sees to its payment; after that, anyone may.
  pending_until timestamptz    not null default now() + interval '1 minute'
);

create index customer_order_pending on customer_order (pending_until) where state = 'PENDING';

create table order_line (
  order_id uuid           not null references customer_order,
  position int            not null,
  sku      varchar(40)    not null,
  quantity int            not null check (quantity > 0),
  price    numeric(10, 2) not null,
  primary key (order_id, position)
);

-- A row is work to be done; it goes in the transaction that has done it.
create table fulfilment (
  order_id   uuid        primary key references customer_order,
  context    text        not null,
  attempts   int         not null default 0,
  not_before timestamptz not null default now()
);

create index fulfilment_due on fulfilment (not_before);
