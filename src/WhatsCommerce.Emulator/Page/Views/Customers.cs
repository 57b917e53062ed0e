namespace WhatsCommerce.Emulator;

internal sealed record CustomerJson(
    string Id,
    string Name,
    string? Phone,
    string UserId,
    bool HidesPhoneNumber,
    AppJson App,
    bool IsInsideWindow,
    bool ReadsAutomatically,
    int Unread,
    LastJson? Last,
    IReadOnlyList<DeviceJson> Devices,
    CallsJson Calls)
{
    public static CustomerJson Of(EmulatedCustomer customer)
    {
        IReadOnlyList<ChatEntry> chat = customer.Chat;
        return new(
            customer.UserId.Value!,
            customer.Name,
            customer.PhoneNumber.HasValue ? customer.PhoneNumber.E164 : null,
            customer.UserId.Value!,
            customer.HidesPhoneNumber,
            new(customer.App.Platform is CustomerPlatform.Android ? "android" : "ios", customer.App.Version.ToString(), customer.App.IsOld),
            customer.IsInsideWindow,
            customer.ReadsAutomatically,
            chat.OfType<ReceivedMessage>().Count(message => message.Statuses is [.., "delivered"]),
            chat.LastOrDefault(entry => entry.Kind != "reaction") is { } last ? new(last.At, Short(last), Author(last)) : null,
            [.. customer.Devices.Select((device, index) => DeviceJson.Of(device, index))],
            CallsJson.Of(customer));
    }

    public static string Author(ChatEntry entry) => entry switch
    {
        CustomerMessage => "customer",
        ChatNotice => "notice",
        _ => "business",
    };

    private static string Short(ChatEntry entry)
    {
        string text = entry.Text is { Length: > 0 } words
            ? words
            : entry.Kind.Replace("interactive.", "", StringComparison.Ordinal).Replace('_', ' ');
        return text.Length <= 80 ? text : string.Concat(text.EnumerateRunes().Take(80)) + "…";
    }
}

internal sealed record AppJson(string Platform, string Version, bool IsOld);
internal sealed record LastJson(DateTimeOffset At, string Text, string Author);

internal sealed record DeviceJson(string Id, string Name)
{
    public static DeviceJson Of(EmulatedDevice device, int index) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"d{index}"), device.Name);
}

internal sealed record NewCustomerJson(
    string? Name = null, string? Phone = null, string? UserId = null, string? Platform = null, string? Version = null);

internal sealed record CustomerChangeJson(
    string? Name = null,
    bool CloseWindow = false,
    bool? ReadsAutomatically = null,
    bool? HidesPhoneNumber = null,
    string? Platform = null,
    string? Version = null);

internal sealed record NewDeviceJson(string? Name = null);
