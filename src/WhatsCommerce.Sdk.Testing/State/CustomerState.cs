namespace WhatsCommerce.Testing;

/// <summary>The customers with their devices, carts and chats.</summary>
internal sealed class CustomerState(
    CustomerBook book, CallPairState calls, EmulatedAccounts accounts, UntoldMessages untold, string role)
{
    public IReadOnlyList<SavedCustomer> Save() => [.. book.All.Select(Save)];

    public void Restore(IReadOnlyList<SavedCustomer> saved)
    {
        Dictionary<string, EmulatedCustomer> byUserId = saved.Select(Read).ToDictionary(
            customer => customer.UserId.Value!, StringComparer.Ordinal);
        IEnumerable<(EmulatedCustomer Customer, ChatEntry Entry)> entries =
            saved.SelectMany(item => item.Chat.Select(entry => (byUserId[item.UserId], Read(entry, byUserId))));

        // In the order in which they came, since the oldest are forgotten first.
        foreach ((EmulatedCustomer customer, ChatEntry entry) in entries.OrderBy(item => item.Entry.At))
        {
            book.Accept(customer, entry);
        }

        // The run before was killed between its answer and the first status.
        untold.Find(book);
    }

    private SavedCustomer Save(EmulatedCustomer customer) => new(
        customer.UserId.Value!,
        customer.Name,
        book.IsNamed(customer),
        customer.ReadsAutomatically,
        customer.HidesPhoneNumber,
        customer.App.Platform,
        customer.App.Version,
        [.. customer.Devices.Select(device => new SavedDevice(device.Name, [.. device.Cart.Kept().Select(Save)]))],
        [.. customer.Chat.Select(Save)])
    {
        Phone = customer.PhoneNumber.Digits,
        LastWrote = customer.LastWrote,
        Owner = customer.ConversationOwner is var owner && owner == role ? null : owner ?? "",
        Calls = CallPairState.Save(customer),
    };

    private static SavedCartLine Save(EmulatedCartLine line) =>
        new(line.RetailerId.Value!, line.Title, line.Quantity, line.Price.Amount, line.Price.Currency.Code!);

    private static SavedChatEntry Save(ChatEntry entry)
    {
        ForwardedMessage? forwarded = entry as ForwardedMessage;
        ReceivedMessage? received = entry as ReceivedMessage ?? forwarded?.Original;
        string type =
            entry switch { ReceivedMessage => "received", CustomerMessage => "sent", ForwardedMessage => "forwarded", _ => "notice" };
        return new(type, entry.Id.Value!, entry.At)
        {
            Text = entry.Text,
            Json = entry is ChatNotice ? null : entry.Json,
            Statuses = entry.Statuses.Count > 0 ? entry.Statuses : null,
            Kind = received?.Kind,
            Number = received?.From.Value,
            RepliesTo = received?.RepliesTo.Value,
            CallbackData = received?.CallbackData,
            Products = received is null ? null : [.. received.Products.Select(product => product.Value!)],
            OriginalId = forwarded?.Original.Id.Value,
            By = forwarded?.By.UserId.Value,
        };
    }

    private EmulatedCustomer Read(SavedCustomer saved)
    {
        PhoneNumber phone = saved.Phone is { } digits ? PhoneNumber.FromWaId(digits) : default;
        EmulatedCustomer customer = book.Make(phone, saved.UserId, saved.Name);
        customer.ReadsAutomatically = saved.ReadsAutomatically;
        customer.HidesPhoneNumber = saved.HidesPhoneNumber;
        customer.App = new(saved.Platform, saved.AppVersion);
        customer.LastWrote = saved.LastWrote;
        customer.ConversationOwner = saved.Owner is null ? role : saved.Owner.Length == 0 ? null : saved.Owner;
        calls.Restore(customer, saved.Calls);
        foreach (SavedDevice device in saved.Devices)
        {
            EmulatedDevice restored = customer.Devices.FirstOrDefault(there => there.Name == device.Name)
                ?? customer.AddDevice(device.Name);
            restored.Cart.Restore(device.Cart.Select(Read));
        }

        book.Restore(customer, saved.IsNamed);
        return customer;
    }

    private static EmulatedCartLine Read(SavedCartLine saved) => new()
    {
        RetailerId = saved.RetailerId,
        Title = saved.Title,
        Quantity = Math.Clamp(saved.Quantity, 1, CartItem.MaxQuantity),
        Price = new(saved.Price, saved.Currency),
    };

    private ChatEntry Read(SavedChatEntry saved, Dictionary<string, EmulatedCustomer> customers)
    {
        ChatEntry entry = saved.Type switch
        {
            "received" => ReadReceived(saved, saved.Id),
            "forwarded" => new ForwardedMessage(
                saved.Id,
                saved.At,
                ReadReceived(saved, Needed(saved.OriginalId, "originalId")),
                customers.GetValueOrDefault(Needed(saved.By, "by")) ?? customers.Values.First()),
            "sent" => new CustomerMessage(saved.Id, saved.At, saved.Json ?? throw Missing("json")),
            _ => new ChatNotice(saved.Id, saved.At, Needed(saved.Text, "text")),
        };
        foreach (string status in saved.Statuses ?? [])
        {
            entry.Reach(status);
        }

        return entry;
    }

    // What an added number has sent is kept as the main number's: the test that added it is over.
    private ReceivedMessage ReadReceived(SavedChatEntry saved, string id) => new(
        id,
        saved.At,
        new AcceptedMessage(Needed(saved.Kind, "kind"), default, saved.Json ?? throw Missing("json"))
        {
            Text = saved.Text,
            Products = saved.Products ?? throw Missing("products"),
            RepliesTo = saved.RepliesTo,
            CallbackData = saved.CallbackData,
        },
        accounts.FindNumber(saved.Number) ?? accounts.MainNumber);

    private static string Needed(string? text, string name) => text ?? throw Missing(name);

    private static FormatException Missing(string name) => new($"'{name}' is missing");
}
