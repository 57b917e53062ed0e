using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>
/// The same steps, rows and conditional writes as the SDK's, written by hand over Npgsql for this one shop: the baseline. A step that
/// changes several rows is one batch, and so one round trip and one commit.
/// </summary>
internal sealed class HandWrittenShop(NpgsqlDataSource source, string schema)
{
    private readonly HandWrittenSql _sql = new(schema);
    private readonly Dictionary<string, string> _customers = [];

    public CartDeliveries Deliveries { get; } = new();

    /// <summary>Gets the attempts that were offered and not settled yet.</summary>
    public Queue<string> Offered { get; } = [];

    /// <summary>Verifies and reads a webhook, claims it, and stores the cart with the event and the end of the claim.</summary>
    public async Task ReceiveAsync()
    {
        (byte[] body, string signature) = Deliveries.Next();
        if (!Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(CartDeliveries.Secret), body))
            .Equals(signature["sha256=".Length..], StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The signature is wrong.");
        }

        using JsonDocument delivery = JsonDocument.Parse(body);
        JsonElement message = delivery.RootElement.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value")
            .GetProperty("messages")[0];
        string from = message.GetProperty("from").GetString()!;
        string id = message.GetProperty("id").GetString()!;
        if (!_customers.TryGetValue(from, out string? customer))
        {
            _customers.Add(from, customer = Guid.NewGuid().ToString());
        }

        byte[] key = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        Guid token = Guid.NewGuid();
        if (await RunAsync(_sql.Claim, key, id, token) != 1)
        {
            return;
        }

        string cart = Convert.ToHexStringLower(key)[..32];
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        string lines = HandWrittenRows.Lines(message.GetProperty("order").GetProperty("product_items"));
        string received = $"{cart}/received";
        await RunAllAsync(
            (_sql.InsertCart,
            [cart, customer, now, now + 2_592_000_000, HandWrittenRows.Cart(cart, customer, from, id, lines, now, "Open", "")]),
            (_sql.InsertEvent,
            [
                received, "carts", customer, "cart_received", now,
                HandWrittenRows.Event(received, customer, now, $"\"cart_id\":\"{cart}\",\"to\":\"+{from}\",\"message\":\"{id}\""),
            ]),
            (_sql.Complete, [key, token]));
    }

    /// <summary>Claims an event, prices its cart, freezes the order with its attempt, offers it, and completes the event.</summary>
    public async Task OfferAsync()
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        (long sequence, string customer, long version, string data) = (await ReadAsync(
            _sql.ClaimEvents,
            [now, now + 60_000, 1L],
            static row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3))))[0];
        using JsonDocument received = JsonDocument.Parse(data);
        string from = received.RootElement.GetProperty("to").GetString()![1..];
        string message = received.RootElement.GetProperty("message").GetString()!;
        List<(string Id, long Version, string Data)> carts = await ReadAsync(
            _sql.LiveCarts, [customer], static row => (row.GetString(0), row.GetInt64(1), row.GetString(2)));
        if (carts is not [var cart] || cart.Id != received.RootElement.GetProperty("cart_id").GetString())
        {
            throw new InvalidOperationException("Another cart is open.");
        }

        using JsonDocument stored = JsonDocument.Parse(cart.Data);
        JsonElement lines = stored.RootElement.GetProperty("lines");
        string[] products = [.. lines.EnumerateArray().Select(line => line.GetProperty("retailer_id").GetString()!)];
        Dictionary<string, (string, long)> prices = (await ReadAsync(
            _sql.Prices, [products], static row => (Id: row.GetString(0), Price: (row.GetString(1), row.GetInt64(2)))))
            .ToDictionary(row => row.Id, row => row.Price);
        (string quoted, long total) = HandWrittenRows.Quote(lines, prices);
        string order = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        string attempt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        string number = order[..7];
        string locked = $"\"order_id\":\"{order}\",";
        await RunAllAsync(
            (_sql.LockCart,
            [
                cart.Id, cart.Version, order,
                HandWrittenRows.Cart(cart.Id, customer, from, message, lines.GetRawText(), now, "Locked", locked),
            ]),
            (_sql.InsertOrder,
            [
                order, number, cart.Id, customer, total, attempt, now,
                HandWrittenRows.Order(order, number, cart.Id, customer, $"+{from}", quoted, 0, attempt, now, "AwaitingCheckout"),
            ]),
            (_sql.InsertAttempt,
            [attempt, order, total, now, now + 60_000, HandWrittenRows.Attempt(attempt, order, total, now, "Created", "")]));

        string offered = $"\"provider_reference\":\"ref-{attempt}\",\"url\":\"https://pay.example/{attempt}\",\"offered_at\":{now},";
        await RunAllAsync((
            _sql.OfferAttempt,
            [attempt, $"ref-{attempt}", now + 60_000, HandWrittenRows.Attempt(attempt, order, total, now, "Offered", offered)]));
        await RunAllAsync((_sql.CompleteEvent, [sequence, version]));
        Offered.Enqueue(attempt);
    }

    /// <summary>Reads an attempt with its order and cart, and makes all of them paid, with the event that tells of it.</summary>
    public async Task SettleAsync()
    {
        string attempt = Offered.Dequeue();
        var rows = (await ReadAsync(
            _sql.Find,
            [attempt],
            static row => (
                AttemptVersion: row.GetInt64(0), AttemptData: row.GetString(1), OrderVersion: row.GetInt64(2), OrderData: row.GetString(3),
                Customer: row.GetString(4), Order: row.GetString(5), CartVersion: row.GetInt64(6), CartData: row.GetString(7),
                Cart: row.GetString(8))))[0];
        using JsonDocument stored = JsonDocument.Parse(rows.OrderData);
        using JsonDocument offered = JsonDocument.Parse(rows.AttemptData);
        using JsonDocument cart = JsonDocument.Parse(rows.CartData);
        JsonElement order = stored.RootElement;
        long total = offered.RootElement.GetProperty("amount").GetProperty("minor").GetInt64();
        string number = order.GetProperty("number").GetString()!;
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        string placed = $"{rows.Order}/placed";
        string paid = $"\"provider_reference\":\"ref-{attempt}\",\"paid\":{{\"minor\":{total},\"currency\":\"USD\"}},\"offered_at\":{now},";
        await RunAllAsync(
            (_sql.ConvertCart,
            [
                rows.Cart, rows.CartVersion,
                HandWrittenRows.Cart(
                    rows.Cart, rows.Customer, order.GetProperty("to").GetString()![1..],
                    cart.RootElement.GetProperty("message_id").GetString()!,
                    cart.RootElement.GetProperty("lines").GetRawText(), now, "Converted", $"\"order_id\":\"{rows.Order}\","),
            ]),
            (_sql.PlaceOrder,
            [
                rows.Order, rows.OrderVersion, now,
                HandWrittenRows.Order(
                    rows.Order, number, rows.Cart, rows.Customer, order.GetProperty("to").GetString()!,
                    order.GetProperty("quote").GetProperty("lines").GetRawText(), total, attempt, now, "Placed"),
            ]),
            (_sql.PayAttempt,
            [attempt, rows.AttemptVersion, HandWrittenRows.Attempt(attempt, rows.Order, total, now, "Paid", paid)]),
            (_sql.InsertEvent,
            [
                placed, "orders", rows.Customer, "order_placed", now,
                HandWrittenRows.Event(
                    placed, rows.Customer, now,
                    $"\"cart_id\":\"{rows.Cart}\",\"total\":{{\"minor\":{total},\"currency\":\"USD\"}},"
                    + $"\"order_id\":\"{rows.Order}\",\"order_number\":\"{number}\""),
            ]));
    }

    public async Task PrepareCartsAsync(int count)
    {
        Deliveries.Prepare(count);
        for (int i = 0; i < count; i++)
        {
            await ReceiveAsync();
        }
    }

    public async Task PrepareOffersAsync(int count)
    {
        Offered.Clear();
        await PrepareCartsAsync(count);
        for (int i = 0; i < count; i++)
        {
            await OfferAsync();
        }
    }

    private async Task<int> RunAsync(string sql, params object[] values)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteNonQueryAsync();
    }

    private async Task RunAllAsync(params (string Sql, object[] Values)[] statements)
    {
        await using NpgsqlBatch batch = source.CreateBatch();
        foreach ((string sql, object[] values) in statements)
        {
            NpgsqlBatchCommand command = new(sql);
            foreach (object value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            batch.BatchCommands.Add(command);
        }

        if (await batch.ExecuteNonQueryAsync() != statements.Length)
        {
            throw new InvalidOperationException("A row was changed by somebody else.");
        }
    }

    private async Task<List<T>> ReadAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
