namespace WhatsCommerce.Storefronts;

/// <summary>Exports and deletes the carts, orders, payments, refunds and events of a customer.</summary>
internal sealed class ShopRecords(ShopServices shop, ICustomerRowStore? rows) : ICustomerRecords
{
    public string Name => "shop";

    public async Task<IReadOnlyList<Recipient>> FindAddressesAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken)
    {
        CustomerRows all = await Rows.ReadAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
        return
        [
            .. all.Carts.Select(row => row.To)
                .Concat(all.Orders.Select(row => row.To))
                .Concat(all.Events.Select(row => row.Event is MessageReceived received ? received.To : default))
                .Where(to => to.Value is not null).Distinct(),
        ];
    }

    public async Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        CustomerRows all = await Rows.ReadAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
        writer.WriteStartObject();
        Write(writer, "carts", all.Carts);
        Write(writer, "orders", all.Orders);
        Write(writer, "payments", all.Attempts);
        Write(writer, "refunds", all.Refunds);
        writer.WriteStartArray("events");
        foreach (OutboxRow row in all.Events)
        {
            (string name, string json) = StoredEvents.Write(row.Event);
            writer.WriteStartObject();
            writer.WriteString("event", name);
            writer.WritePropertyName("data");
            writer.WriteRawValue(json);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public async Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken)
    {
        for (int round = 0; ; round++)
        {
            CustomerRows all = await Rows.ReadAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
            Cart[] carts = [.. all.Carts.Select(Nameless)];
            Order[] orders = [.. all.Orders.Select(Nameless)];
            PaymentAttempt[] attempts = [.. all.Attempts.Where(row => !row.IsLive).Select(row => row with { Url = null })];
            StorefrontStep step = new() { ShopId = shopId, Carts = carts, Orders = orders, Attempts = attempts };
            if (await shop.Store.CommitAsync(step, cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            if (round == Rounds.Most)
            {
                throw new StorefrontBusyException($"The rows of a customer were changed concurrently {Rounds.Most} times in a row.");
            }
        }

        await Rows.RemoveEventsAsync(
            shopId, customer, [.. addresses.Select(AddressText.Of).OfType<string>()], cancellationToken).ConfigureAwait(false);
    }

    private ICustomerRowStore Rows => rows ?? throw new NotSupportedException(
        "The rows of a customer are known to the stores of the storefront only: register an ICustomerRecords for an IStorefrontStore of "
        + "your own.");

    // Anonymizes a cart: the shop needs amounts and lines for its accounts, but not the customer.

    private static Cart Nameless(Cart cart) => cart with { To = default, MessageId = default, Note = null, Answers = [] };

    private static Order Nameless(Order order) => order with { To = default, Note = null, Answers = [] };

    private static void Write<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> rows)
    {
        writer.WriteStartArray(name);
        foreach (T row in rows)
        {
            JsonSerializer.Serialize(writer, row, StoredJson.Of<T>());
        }

        writer.WriteEndArray();
    }
}
