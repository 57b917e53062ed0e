namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>The statements of the baseline, in the tables of the SDK.</summary>
internal sealed class HandWrittenSql(string schema)
{
    public string Claim { get; } = $"""
        insert into {schema}.webhook_events as e (key, event, handler, state, token, attempts, lease_until, created_at, changed_at)
        values ($1, $2, 'carts', 'claimed', $3, 1, clock_timestamp() + interval '1 minute', clock_timestamp(), clock_timestamp())
        on conflict (key) do update set state = 'claimed', token = excluded.token, attempts = e.attempts + 1,
            lease_until = excluded.lease_until, changed_at = clock_timestamp()
        where e.state = 'free' or (e.state = 'claimed' and e.lease_until <= clock_timestamp())
        """;

    public string Complete { get; } = $"""
        update {schema}.webhook_events set state = 'completed', changed_at = clock_timestamp()
        where key = $1 and token = $2 and state = 'claimed'
        """;

    public string InsertCart { get; } = $"""
        insert into {schema}.shop_carts (shop_id, id, customer, state, created_at, expires_at, version, data)
        values ('shop', $1, $2, 'open', $3, $4, 1, $5::json)
        """;

    public string InsertEvent { get; } = $"""
        insert into {schema}.shop_outbox
            (shop_id, event_id, handler, customer, event, occurred_at, state, attempts, due_at, version, data)
        values ('shop', $1, $2, $3, $4, $5, 'waiting', 0, $5, 1, $6::json)
        """;

    public string ClaimEvents { get; } = $"""
        update {schema}.shop_outbox as claimed set lease_until = $2, attempts = attempts + 1, version = version + 1
        from (
            select o.sequence from {schema}.shop_outbox o
            where o.shop_id = 'shop' and o.state = 'waiting' and o.due_at <= $1
                and (o.lease_until is null or o.lease_until <= $1)
                and not exists (
                    select 1 from {schema}.shop_outbox e
                    where e.shop_id = 'shop' and e.state = 'waiting' and e.customer = o.customer and e.handler = o.handler
                        and (e.sequence < o.sequence or (e.sequence > o.sequence and e.lease_until > $1)))
            order by o.sequence limit $3 for update skip locked) due
        where claimed.sequence = due.sequence
        returning claimed.sequence, customer, version, data
        """;

    public string CompleteEvent { get; } =
        $"update {schema}.shop_outbox set state = 'done', lease_until = null, version = $2 + 1 where sequence = $1 and version = $2";

    public string LiveCarts { get; } = $"""
        select id, version, data from {schema}.shop_carts
        where shop_id = 'shop' and customer = $1 and state in ('open', 'locked') order by created_at, id
        """;

    public string Prices { get; } = $"""
        select retailer_id, name, price, currency, obstacles, read_at, data from {schema}.shop_products
        where shop_id = 'shop' and retailer_id = any($1) and gone_at is null
        """;

    public string LockCart { get; } = $"""
        update {schema}.shop_carts set state = 'locked', order_id = $3, version = $2 + 1, data = $4::json
        where shop_id = 'shop' and id = $1 and version = $2
        """;

    public string InsertOrder { get; } = $"""
        insert into {schema}.shop_orders
            (shop_id, id, number, cart_id, customer, state, payment, currency, total, paid, refunded, attempt_id, created_at, version, data)
        values ('shop', $1, $2, $3, $4, 'awaiting_checkout', 'due', 'USD', $5, 0, 0, $6, $7, 1, $8::json)
        """;

    public string InsertAttempt { get; } = $"""
        insert into {schema}.shop_attempts
            (shop_id, id, order_id, provider, state, currency, amount, created_at, expires_at, check_at, version, data)
        values ('shop', $1, $2, 'instant', 'created', 'USD', $3, $4, $5, $5, 1, $6::json)
        """;

    public string OfferAttempt { get; } = $"""
        update {schema}.shop_attempts set state = 'offered', provider_reference = $2, check_at = $3, version = 2, data = $4::json
        where shop_id = 'shop' and id = $1 and version = 1
        """;

    public string Find { get; } = $"""
        select a.version, a.data, o.version, o.data, o.customer, o.id, c.version, c.data, c.id
        from {schema}.shop_attempts a
        join {schema}.shop_orders o on o.shop_id = a.shop_id and o.id = a.order_id
        join {schema}.shop_carts c on c.shop_id = o.shop_id and c.id = o.cart_id
        where a.shop_id = 'shop' and a.id = $1
        """;

    public string PayAttempt { get; } = $"""
        update {schema}.shop_attempts set state = 'paid', check_at = null, version = $2 + 1, data = $3::json
        where shop_id = 'shop' and id = $1 and version = $2
        """;

    public string PlaceOrder { get; } = $"""
        update {schema}.shop_orders set state = 'placed', payment = 'paid', paid = total, placed_at = $3, version = $2 + 1, data = $4::json
        where shop_id = 'shop' and id = $1 and version = $2
        """;

    public string ConvertCart { get; } = $"""
        update {schema}.shop_carts set state = 'converted', version = $2 + 1, data = $3::json
        where shop_id = 'shop' and id = $1 and version = $2
        """;
}
