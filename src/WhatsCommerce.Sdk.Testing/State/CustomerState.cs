using System.Text.Json;
using WhatsCommerce.Testing.Judging.Messages;

namespace WhatsCommerce.Testing;

/// <summary>The customers with their devices, carts and chats.</summary>
internal sealed class CustomerState(CustomerBook book, EmulatedAccounts accounts) : IStateSection
{
    public string Name => "customers";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (EmulatedCustomer customer in book.All)
        {
            json.WriteStartObject();
            json.WriteString("userId", customer.UserId.Value);
            json.WriteOptional("phone", customer.PhoneNumber.Digits);
            json.WriteString("name", customer.Name);
            json.WriteBoolean("isNamed", book.IsNamed(customer));
            json.WriteBoolean("readsAutomatically", customer.ReadsAutomatically);
            json.WriteBoolean("hidesPhoneNumber", customer.HidesPhoneNumber);
            json.WriteString("platform", customer.App.Platform.ToString());
            json.WriteString("appVersion", customer.App.Version.ToString());
            json.WriteTime("lastWrote", customer.LastWrote ?? default);
            json.WriteList("devices", customer.Devices, device =>
            {
                json.WriteString("name", device.Name);
                json.WriteList("cart", device.Cart.Kept(), line => WriteLine(json, line));
            });
            json.WriteList("chat", customer.Chat, entry => ChatState.Write(json, entry));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Read(JsonElement section)
    {
        List<(EmulatedCustomer Customer, ChatEntry Entry)> entries = [];
        Dictionary<string, EmulatedCustomer> byUserId = new(StringComparer.Ordinal);
        foreach (JsonElement item in section.EnumerateArray())
        {
            EmulatedCustomer customer = ReadCustomer(item);
            byUserId.Add(customer.UserId.Value!, customer);
        }

        foreach (JsonElement item in section.EnumerateArray())
        {
            EmulatedCustomer customer = byUserId[item.Text("userId")];
            entries.AddRange(item.List("chat").Select(entry => (customer, ChatState.Read(accounts, entry, byUserId))));
        }

        // In the order in which they came, since the oldest are forgotten first.
        foreach ((EmulatedCustomer customer, ChatEntry entry) in entries.OrderBy(item => item.Entry.At))
        {
            book.Accept(customer, entry);
        }
    }

    private EmulatedCustomer ReadCustomer(JsonElement item)
    {
        PhoneNumber phone = item.OptionalText("phone") is { } digits ? PhoneNumber.FromWaId(digits) : default;
        EmulatedCustomer customer = book.Make(phone, item.Text("userId"), item.Text("name"));
        customer.ReadsAutomatically = item.Flag("readsAutomatically");
        customer.HidesPhoneNumber = item.Flag("hidesPhoneNumber");
        customer.App = new(Enum.Parse<CustomerPlatform>(item.Text("platform")), Version.Parse(item.Text("appVersion")));
        customer.LastWrote = item.OptionalText("lastWrote") is null ? null : item.Time("lastWrote");
        foreach (JsonElement device in item.List("devices"))
        {
            EmulatedDevice restored = customer.Devices.FirstOrDefault(there => there.Name == device.Text("name")) ?? customer.AddDevice(device.Text("name"));
            restored.Cart.Restore(device.List("cart").Select(ReadLine));
        }

        book.Restore(customer, item.Flag("isNamed"));
        return customer;
    }

    private static void WriteLine(Utf8JsonWriter json, CartLine line)
    {
        json.WriteString("retailerId", line.RetailerId.Value);
        json.WriteString("title", line.Title);
        json.WriteNumber("quantity", line.Quantity);
        json.WriteNumber("price", line.Price.Amount);
        json.WriteString("currency", line.Price.Currency.Code);
    }

    private static CartLine ReadLine(JsonElement item) => new()
    {
        RetailerId = item.Text("retailerId"),
        Title = item.Text("title"),
        Quantity = (int)Math.Clamp(item.Number("quantity"), 1, CartItem.MaxQuantity),
        Price = new(item.Required("price").GetDecimal(), item.Text("currency")),
    };
}

/// <summary>An entry of a chat.</summary>
internal static class ChatState
{
    public static void Write(Utf8JsonWriter json, ChatEntry entry)
    {
        ReceivedMessage? received = entry as ReceivedMessage ?? (entry as ForwardedMessage)?.Original;
        json.WriteString("type", entry switch { ReceivedMessage => "received", CustomerMessage => "sent", ForwardedMessage => "forwarded", _ => "notice" });
        json.WriteString("id", entry.Id.Value);
        json.WriteTime("at", entry.At);
        json.WriteOptional("text", entry.Text);
        if (entry is not ChatNotice)
        {
            json.WritePropertyName("json");
            entry.Json.WriteTo(json);
        }

        if (entry.Statuses.Count > 0)
        {
            json.WriteStartArray("statuses");
            foreach (string status in entry.Statuses)
            {
                json.WriteStringValue(status);
            }

            json.WriteEndArray();
        }

        if (received is not null)
        {
            json.WriteString("kind", received.Kind);
            json.WriteString("number", received.From.Value);
            json.WriteOptional("repliesTo", received.RepliesTo.Value);
            json.WriteOptional("callbackData", received.CallbackData);
            json.WriteStartArray("products");
            foreach (RetailerId product in received.Products)
            {
                json.WriteStringValue(product.Value);
            }

            json.WriteEndArray();
        }

        if (entry is ForwardedMessage forwarded)
        {
            json.WriteString("originalId", forwarded.Original.Id.Value);
            json.WriteString("by", forwarded.By.UserId.Value);
        }
    }

    public static ChatEntry Read(EmulatedAccounts accounts, JsonElement item, Dictionary<string, EmulatedCustomer> customers)
    {
        MessageId id = item.Text("id");
        DateTimeOffset at = item.Time("at");
        ChatEntry entry = item.Text("type") switch
        {
            "received" => ReadReceived(accounts, item, id, at),
            "forwarded" => new ForwardedMessage(
                id, at, ReadReceived(accounts, item, item.Text("originalId"), at), customers.GetValueOrDefault(item.Text("by")) ?? customers.Values.First()),
            "sent" => new CustomerMessage(id, at, item.Required("json").Clone()),
            _ => new ChatNotice(id, at, item.Text("text")),
        };
        if (item.TryGetProperty("statuses", out JsonElement statuses))
        {
            foreach (JsonElement status in statuses.EnumerateArray())
            {
                entry.Reach(status.GetString()!);
            }
        }

        return entry;
    }

    // What an added number has sent is kept as the main number's: the test that added it is over.
    private static ReceivedMessage ReadReceived(EmulatedAccounts accounts, JsonElement item, MessageId id, DateTimeOffset at) => new(
        id,
        at,
        new AcceptedMessage(item.Text("kind"), default, item.Required("json").Clone())
        {
            Text = item.OptionalText("text"),
            Products = [.. item.List("products").Select(product => product.GetString()!)],
            RepliesTo = item.OptionalText("repliesTo"),
            CallbackData = item.OptionalText("callbackData"),
        },
        accounts.FindNumber(item.Text("number")) ?? accounts.MainNumber);
}
